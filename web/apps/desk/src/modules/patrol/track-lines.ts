import type { LonLat } from '@shared/api/types'
import type { PersonTrack, TrackPoint } from '@shared/api/patrol'

/** A point that does not count stands beside the way, and is marked on the map. */
const AFTER_GAP = 'after-gap'

export function counts({ marks }: TrackPoint): boolean {
  return marks.every((mark) => mark === AFTER_GAP)
}

/** The way walked, turn by turn, broken where nothing was recorded. */
export function legsOf({ track }: PersonTrack): LonLat[][] {
  const legs: LonLat[][] = []
  for (const { points } of track.turns) {
    let leg: LonLat[] = []
    for (const point of points.filter(counts)) {
      if (point.marks.includes(AFTER_GAP) && leg.length > 0) {
        legs.push(leg)
        leg = []
      }
      leg.push([point.lon, point.lat])
    }
    if (leg.length > 0) legs.push(leg)
  }
  return legs
}

export function doubtful({ track }: PersonTrack): TrackPoint[] {
  return track.turns.flatMap(({ points }) => points.filter((point) => !counts(point)))
}

/** How many points carry each mark. */
export function marksOf(track: PersonTrack): { mark: string; points: number }[] {
  const found = new Map<string, number>()
  for (const { marks } of doubtful(track)) {
    for (const mark of marks.filter((one) => one !== AFTER_GAP)) found.set(mark, (found.get(mark) ?? 0) + 1)
  }
  return [...found].map(([mark, points]) => ({ mark, points })).sort((one, other) => other.points - one.points)
}
