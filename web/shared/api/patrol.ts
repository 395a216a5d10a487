import { get } from './http'

/** Who walks the streets, as those who lead them see it. */

/** From signing on to signing off; `to` is absent while it lasts. */
export interface Turn {
  from: string
  to?: string | null
  endedBy?: 'person' | 'rule' | null
  inside: boolean
  distanceMetres: number
  unit: string
}

/** Somebody on duty now; without a place before the first position. */
export interface Present {
  person: string
  name: string
  turn: Turn
  lastAt?: string | null
  lon?: number | null
  lat?: number | null
}

export interface PersonDay {
  person: string
  name: string
  turns: number
  seconds: number
  metres: number
}

/** A point with what speaks against it. */
export interface TrackPoint {
  at: string
  lon: number
  lat: number
  accuracy: number
  marks: string[]
}

export interface TurnTrack {
  turn: Turn
  metres: number
  points: TrackPoint[]
  gaps: { from: string; to: string }[]
  /** Only the line is left of it. */
  thinned: boolean
}

export interface PersonTrack {
  person: string
  name: string
  track: { day: string; seconds: number; metres: number; turns: TurnTrack[] }
  grids: { grid: string; seconds: number }[]
  roads: { passedMetres: number; metres: number; share: number }
}

export function listPresent(): Promise<Present[]> {
  return get('/api/patrol/on-duty')
}

export function listPersonDays(day: string): Promise<PersonDay[]> {
  return get('/api/patrol/tracks', { day })
}

export function fetchPersonTrack(person: string, day: string): Promise<PersonTrack> {
  return get(`/api/patrol/tracks/${encodeURIComponent(person)}`, { day })
}
