import { exchange, get, post, put, remove } from './http'
import type { LaidDown } from './laid-down'
import type { Category, TimeLimit } from './types'

/** Something about a drafted scheme that people must know; the row counts from 0. */
export interface SchemeFinding {
  row: number
  category: string
  part: 'category' | 'condition' | 'question' | 'choice'
  item: string
  code: string
  value: string
  blocking: boolean
}

/** What the draft would make of one category. */
export interface SchemeChange {
  code: string
  kind: 'ADDED' | 'CHANGED' | 'ENDED'
  before?: Category | null
  after?: Category | null
  parts: string[]
  open: number
}

export interface SchemeDraft {
  basedOn: number
  edition: number
  outdated: boolean
  changedAt?: string | null
  categories: Category[]
  findings: SchemeFinding[]
  changes: SchemeChange[]
  open: Record<string, number>
}

export interface FileFault {
  line: number
  column: string
  reason: string
}

export interface Schemes {
  number: number
  last: number
  laidDown: LaidDown[]
}

export interface LimitTrial {
  startAt: string
  warnAt: string
  dueAt: string
  calendar: string
}

export function schemes(): Promise<Schemes> {
  return get('/api/catalogue/schemes')
}

export function schemeOf(number: number): Promise<Category[]> {
  return get(`/api/catalogue/schemes/${number}`)
}

export function schemeDraft(): Promise<SchemeDraft> {
  return get('/api/catalogue/draft')
}

export function changeDraft(edition: number, categories: Category[]): Promise<SchemeDraft> {
  return put('/api/catalogue/draft', { edition, categories })
}

export function dropDraft(): Promise<void> {
  return remove('/api/catalogue/draft')
}

export async function takeSchemeFile(edition: number, file: Blob): Promise<{ faults: FileFault[]; draft: SchemeDraft }> {
  const answer = await exchange(
    'POST',
    `/api/catalogue/draft/file?edition=${edition}`,
    { Accept: 'application/json', 'Content-Type': 'text/csv' },
    file,
  )
  return (await answer.json()) as { faults: FileFault[]; draft: SchemeDraft }
}

export function tryLimit(at: string, limit: TimeLimit): Promise<LimitTrial> {
  return post('/api/catalogue/trials', { at, limit })
}

export function layDownScheme(edition: number, basedOn: number, since: string | undefined, reason: string): Promise<Schemes> {
  return post('/api/catalogue/schemes', { edition, basedOn, since, reason })
}

export function withdrawScheme(number: number, reason: string): Promise<Schemes> {
  return post(`/api/catalogue/schemes/${number}/withdrawal`, { reason })
}
