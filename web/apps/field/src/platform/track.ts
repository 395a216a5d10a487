import { liveQuery, type Subscription } from 'dexie'
import { computed, onBeforeUnmount, onMounted, shallowRef } from 'vue'
import { gaps, trackMetres } from '@shared/offline/positions'
import type { Point } from '@shared/offline/shelf'
import { shelf } from './store'
import { dayOfPhone, now } from './times'

/** A pause in the track that is worth a word: the screen was off, or the phone had no position. */
const GAP_MS = 3 * 60_000

function legsOf(points: readonly Point[]): Point[][] {
  const legs: Point[][] = []
  for (const point of points) {
    const leg = legs[legs.length - 1]
    const last = leg?.[leg.length - 1]
    if (last && Date.parse(point.at) - Date.parse(last.at) <= GAP_MS) leg!.push(point)
    else legs.push([point])
  }
  return legs
}

/** The way of today as this phone recorded it, whether the server has it yet or not. */
export function useTrack() {
  const points = shallowRef<Point[]>([])
  let seen: Subscription | null = null

  onMounted(() => {
    seen = liveQuery(async () => {
      const sends = await shelf.sends.where('kind').equals('positions').toArray()
      const batched = sends.flatMap(({ body }) => (body as { points: Point[] }).points)
      return [...batched, ...(await shelf.points.toArray())]
    }).subscribe((found) => {
      const today = dayOfPhone(now.value)
      points.value = found
        .filter(({ at }) => dayOfPhone(Date.parse(at)) === today)
        .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    })
  })
  onBeforeUnmount(() => seen?.unsubscribe())

  const legs = computed(() => legsOf(points.value))
  const metres = computed(() => Math.round(legs.value.reduce((sum, leg) => sum + trackMetres(leg), 0)))
  const breaks = computed(() => gaps(points.value, GAP_MS))
  return { points, legs, metres, breaks }
}
