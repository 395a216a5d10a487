import { get, post } from './http'
import type { Named } from './types'

/** Marks come as decimal numbers; what could not be marked has none. */
type Maybe<T> = T | null | undefined

export interface SchemeLine {
  indicator: string
  weight: number
  better: 'HIGHER' | 'LOWER'
  bands?: Maybe<{ from: number; marks: number }[]>
  linear?: Maybe<{ none: number; full: number }>
}

export interface SchemeAdjustment {
  indicator: string
  beyond: number
  every: number
  marks: number
  cap: number
}

export interface Grade {
  letter: string
  from: number
  colour: string
}

export interface Scheme {
  code: string
  kind: string
  name: Named
  lines: SchemeLine[]
  adjustments: SchemeAdjustment[]
  grades: Grade[]
  leastWeight: number
  ties: string[]
  note: Named
}

export interface RankedIndicator {
  code: string
  name: Named
  unit: 'count' | 'rate' | 'hours'
  weight: number
  minimumSample: number
}

export interface Mark {
  indicator: string
  numerator: number
  denominator: number
  value: string
  sample: number
  marks?: Maybe<number>
}

export interface Point {
  total?: Maybe<number>
  rank?: Maybe<number>
  grade?: Maybe<string>
}

export interface Ranked extends Point {
  subject: string
  name: Named
  totalBefore?: Maybe<number>
  rankBefore?: Maybe<number>
  marks: Mark[]
}

export interface Ranking {
  kind: string
  period: string
  version: number
  scheme: Scheme
  indicators: RankedIndicator[]
  rows: Ranked[]
}

export interface Series {
  subject: string
  name: Named
  months: Point[]
}

export interface Year {
  kind: string
  months: string[]
  rows: Series[]
}

export interface SchemeVersion {
  number: number
  since: string
  laidDownAt: string
  author: string
  reason: string
}

export interface SchemeKind {
  kind: string
  inForce: number
  scheme: Scheme
  versions: SchemeVersion[]
}

export interface SchemeFault {
  code: string
  detail: string
}

export interface Moved {
  subject: string
  name: Named
  before: Point
  after: Point
}

export interface Simulation {
  kind: string
  months: { month: string; rows: Moved[] }[]
}

export const rankedKinds = () => get<string[]>('/api/appraisal/kinds')
export const rankingOf = (kind: string, period: string, asOf = '') =>
  get<Ranking>('/api/appraisal', { kind, period, asOf: asOf || undefined })
export const yearOf = (kind: string, period: string) => get<Year>('/api/appraisal/year', { kind, period })
export const schemes = () => get<{ kinds: SchemeKind[]; mayLayDown: boolean }>('/api/appraisal/schemes')
export const checkScheme = (scheme: Scheme) => post<SchemeFault[]>('/api/appraisal/scheme-checks', scheme)
export const simulateScheme = (scheme: Scheme, period: string) =>
  post<Simulation>('/api/appraisal/simulations', { scheme, period })
export const layDownScheme = (scheme: Scheme, since: string, reason: string) =>
  post<{ number: number }>('/api/appraisal/schemes', { scheme, since, reason })
