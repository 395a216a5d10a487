import { get } from './http'
import type { CaseRow, LonLat } from './types'

/** The grounds on which two reports are taken to be of one problem. */
export interface Likeness {
  metres: number
  hours: number
  words: number
  samePhoto: boolean
  component: string
  percent: number
}

export interface DuplicateCandidate extends CaseRow {
  likeness: Likeness
}

export interface CaseGroup {
  lead?: CaseRow | null
  copies: CaseRow[]
  candidates: DuplicateCandidate[]
}

export interface DuplicateCount {
  id: number
  copies: number
  likely: number
}

export function openGroup(caseId: number): Promise<CaseGroup> {
  return get(`/api/cases/${caseId}/duplicates`)
}

/** Open cases that may tell of a problem while it is written down. */
export function likelyCases(at: LonLat, category: string, text: string, signal: AbortSignal): Promise<DuplicateCandidate[]> {
  return get('/api/cases/likely', { lon: at[0], lat: at[1], category, text }, signal)
}

export function countDuplicates(ids: number[]): Promise<DuplicateCount[]> {
  return get('/api/cases/duplicate-counts', { ids: ids.join(',') })
}
