import type { Ground } from '@shared/offline/nearby'
import type { LastProblem } from '@shared/offline/shelf'
import type { LonLat, Named, Question } from '@shared/api/types'

// What the server says to a phone in the street and hears from it. It leaves out what has no
// value, so every optional property may be absent or null.

export interface Place {
  lon: number
  lat: number
}

export interface FieldCondition {
  code: string
  filing: Named
  closing: Named
}

export interface FieldCategory {
  code: string
  name: Named
  kind: string
  major?: Named | null
  conditions: FieldCondition[]
  /** Absent in what an older server gave. */
  questions?: Question[] | null
}

export interface GridFeature {
  type: 'Feature'
  geometry: Ground
  properties: { code: string; name: Named | string; level?: string }
}

export interface FieldSettings {
  accuracyLimitMetres: number
  fenceMetres: number
  positionSeconds: number
  positionMetres: number
}

export interface FieldPackage {
  revision: string
  serverTime: string
  person: { id: string; name: string; posts: string[] }
  categories: FieldCategory[]
  grids: { type: 'FeatureCollection'; features: GridFeature[] }
  settings: FieldSettings
}

export interface FieldComponent extends Place {
  code: string
  category: string
  name: string
}

/** Code, category, name, longitude, latitude: short, for there are thousands. */
export type ComponentRow = [string, string, string, number, number]

export interface FieldTask {
  id: number
  kind: 'verification' | 'check'
  caseId: number
  number: string
  category: string
  description: string
  address?: string | null
  position?: Place | null
  grid?: string | null
  dueAt?: string | null
  photosBefore: string[]
  photosAfter: string[]
}

export type Outcome = 'confirmed' | 'not-confirmed' | 'passed' | 'failed' | 'unreachable'

export interface ReportBody {
  kind: 'report' | 'fixed-on-spot'
  category: string
  condition: string
  description: string
  position: Place | null
  accuracyMetres: number
  component: string
  /** ISO moment of the phone; empty while nothing has been photographed or written. */
  takenAt: string
  answers?: Record<string, string>
}

export interface ReportAnswer {
  caseId: number
  number: string
  receivedAt: string
  grid?: string | null
  state: string
}

export interface ResultBody {
  outcome: Outcome
  note: string
  position: Place | null
  accuracyMetres: number
  at: string
}

/** Which task a result answers. */
export interface ResultAbout {
  task: number
  number: string
}

export interface ResultAnswer {
  applied: boolean
}

export interface DutyBody {
  what: 'on' | 'off'
  position: Place | null
  accuracyMetres: number
  at: string
}

export interface DutyAnswer {
  onDuty: boolean
  inside?: boolean | null
  distanceMetres?: number | null
  unit?: string | null
}

/** What became of each of several things sent together: an answer of its kind, or why it was refused. */
export interface SendsAnswer {
  sent: {
    clientId: string
    duty?: DutyAnswer | null
    positions?: unknown
    report?: ReportAnswer | null
    result?: ResultAnswer | null
    refused?: LastProblem | null
  }[]
}

export const lonLat = ({ lon, lat }: Place): LonLat => [lon, lat]

export interface DutyToday {
  onDuty: boolean
  turns?: { inside: boolean; distanceMetres: number; unit: string }[]
}
