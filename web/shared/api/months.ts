import { get, post } from './http'
import type { Named } from './types'

type Maybe<T> = T | null | undefined

export interface MonthLine {
  month: string
  state: MonthState
}

export type MonthState = 'open' | 'frozen' | 'noticed' | 'final' | 'published'
export type MonthStep = 'freeze' | 'notice' | 'finish' | 'publish'

export interface Made {
  at: string
  by: string
}

export interface MonthTable {
  kind: string
  scheme: Named
  schemeVersion: number
  exempted: number
  factsSha256: string
  marksSha256: string
}

export interface MonthVersion {
  version: number
  asOf: string
  sha256: string
  key: string
  signature: string
  tables: MonthTable[]
}

export interface MarkAppeal {
  id: number
  kind: string
  subject: string
  name: Named
  indicator: string
  cases: { id: number; number: string }[]
  reason: string
  photos: string[]
  state: 'lodged' | 'granted' | 'declined'
  lodgedBy: string
  lodgedAt: string
  decidedBy?: Maybe<string>
  decidedAt?: Maybe<string>
  answer: string
  may: string[]
}

export interface Appealable {
  kind: string
  subject: string
  name: Named
}

export interface AssessedMonth {
  month: string
  state: MonthState
  frozen?: Maybe<Made>
  noticed?: Maybe<Made>
  appealsUntil?: Maybe<string>
  reviewUntil?: Maybe<string>
  finished?: Maybe<Made>
  published?: Maybe<Made>
  may: MonthStep[]
  versions: MonthVersion[]
  appealable: Appealable[]
  appeals: MarkAppeal[]
}

export interface KeptRow {
  subject: string
  name: Named
  total?: Maybe<number>
  rank?: Maybe<number>
  grade?: Maybe<string>
  totalBefore?: Maybe<number>
  rankBefore?: Maybe<number>
}

export interface KeptMarks {
  kind: string
  version: number
  rows: KeptRow[]
}

export interface Verified {
  kind: string
  version: number
  facts: boolean
  marks: boolean
  signature: boolean
  sha256: string
  recomputed: string
}

const ROOT = '/api/appraisal/months'

export const listMonths = (): Promise<MonthLine[]> => get(ROOT)
export const monthOf = (month: string): Promise<AssessedMonth> => get(`${ROOT}/${month}`)
export const makeStep = (month: string, step: MonthStep): Promise<AssessedMonth> => post(`${ROOT}/${month}/steps`, { step })
export const verifyMonth = (month: string): Promise<Verified[]> => post(`${ROOT}/${month}/verifications`, {})

export function marksOf(month: string, kind: string, version: number): Promise<KeptMarks> {
  return get(`${ROOT}/${month}/marks/${kind}`, { version })
}

export interface NewAppeal {
  kind: string
  subject: string
  indicator: string
  cases: number[]
  reason: string
  photos: string[]
}

export const lodgeAppeal = (month: string, appeal: NewAppeal): Promise<{ id: number }> => post(`${ROOT}/${month}/appeals`, appeal)

export function decideAppeal(id: number, granted: boolean, answer: string): Promise<void> {
  return post(`/api/appraisal/appeals/${id}/decision`, { granted, answer })
}

export function noticeAddress(month: string, version: number): string {
  return `${ROOT}/${month}/notice?version=${version}`
}

/** SHA-256 of bytes of the server, computed here in the browser. */
export async function digestOf(path: string): Promise<string> {
  const answer = await fetch(path, { credentials: 'same-origin' })
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  const hash = await crypto.subtle.digest('SHA-256', await answer.arrayBuffer())
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

export const keptBytes = (month: string, kind: string, version: number): string => `${ROOT}/${month}/bytes/${kind}?version=${version}`
export const recomputedBytes = (month: string, kind: string, version: number): string => `${ROOT}/${month}/recomputed/${kind}?version=${version}`
