import { newIdempotencyKey } from '@shared/api/http'
import { metresBetween, type At } from './nearby'
import type { Point, Send, Shelf } from './shelf'

/** When a new position is worth keeping. */
export interface PositionRule {
  positionSeconds: number
  positionMetres: number
}

const BATCH_AT_MOST = 500

/** Kept when enough time has gone by, or when the person has moved on by more than the position is unsure. */
export function worthKeeping(last: Point | null, next: Point, rule: PositionRule): boolean {
  if (!last) return true
  const seconds = (Date.parse(next.at) - Date.parse(last.at)) / 1000
  if (seconds < 1) return false
  if (seconds >= rule.positionSeconds) return true
  return metresBetween(last, next) >= Math.max(rule.positionMetres, next.accuracy)
}

/** The spans in which nothing was recorded for longer than the rule would have it. */
export function gaps(points: readonly Pick<Point, 'at'>[], longestMs: number): { from: string; to: string }[] {
  const found: { from: string; to: string }[] = []
  for (let index = 1; index < points.length; index++) {
    const from = points[index - 1]!.at
    const to = points[index]!.at
    if (Date.parse(to) - Date.parse(from) > longestMs) found.push({ from, to })
  }
  return found
}

export function trackMetres(points: readonly At[]): number {
  return points.reduce((sum, point, index) => sum + (index > 0 ? metresBetween(points[index - 1]!, point) : 0), 0)
}

/** Puts the points that lie about into sends of their own, in one step: no point is lost or doubled by a crash. */
export async function batchPoints(shelf: Shelf, now: number): Promise<void> {
  await shelf.transaction('rw', shelf.points, shelf.sends, async () => {
    for (;;) {
      const points = await shelf.points.orderBy('id').limit(BATCH_AT_MOST).toArray()
      if (points.length === 0) return
      const id = newIdempotencyKey()
      const send: Send = {
        id,
        kind: 'positions',
        state: 'queued',
        path: '/api/field/positions',
        body: { points: points.map(({ id: _, ...point }) => point) },
        madeAt: now,
        attempts: 0,
        nextAt: 0,
      }
      await shelf.sends.add(send)
      await shelf.points.bulkDelete(points.map((point) => point.id!))
    }
  })
}
