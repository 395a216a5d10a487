import { get, newIdempotencyKey, post, postForText, put, withQuery } from './http'
import type { Named, Page } from './types'

// People, the posts they hold, and the rules that keep posts apart.

export interface Posting {
  id: number
  person: string
  personName: string
  staffNo: string
  post: string
  department?: string | null
  departmentName?: Named | null
  level?: string | null
  unit?: string | null
  unitName?: Named | null
  firstDay: string
  lastDay?: string | null
  /** The posting that this one stands in for. */
  deputyOf?: number | null
}

export interface PersonRow {
  id: string
  staffNo: string
  name: string
  department?: string | null
  departmentName?: Named | null
  postings: Posting[]
}

export interface Certificate {
  id?: number | null
  number: string
  issuedOn: string
  expiresOn: string
}

export interface Person extends PersonRow {
  joinedOn?: string | null
  leftOn?: string | null
  certificates: Certificate[]
}

export interface PeopleQuery {
  q: string
  department: string
  post: string
  level: string
  unit: string
  /** Those whom a figure of the day counted. */
  figure: string
  on: string
}

export interface SavedPerson {
  name: string
  department: string
  joinedOn?: string
  leftOn?: string
}

export interface NewPosting {
  staffNo: string
  post: string
  department: string
  level: string
  unit: string
  firstDay: string
  lastDay?: string
}

export interface SavedDepartment {
  name: Named
  parent: string | null
  kind: string
}

/** Two posts, or two parts in one case, that one person must not have. */
export interface Separation {
  code: string
  kind: 'posts' | 'parts'
  first: string[]
  second: string[]
  words: Named
  enforced: boolean
  /** The clause it comes from. */
  source?: string | null
  /** Whether the city may set it; the law sets the others. */
  switchable?: boolean | null
}

export interface PeopleFigure {
  id: string
  value?: number | string | null
  numerator: number
  denominator?: number | null
  words: Named
}

export const IMPORT_KINDS = ['departments', 'people', 'postings', 'certificates'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

export interface ImportChange {
  line: number
  what: 'added' | 'changed' | 'ended' | 'unchanged'
  key: string
  fields: { field: string; before?: string | null; after?: string | null }[]
}

export interface ImportReject {
  line: number
  column?: string | null
  value?: string | null
  code: string
  detail: string
  advice: string
}

export interface ImportReport {
  kind: ImportKind
  rows: number
  changes: ImportChange[]
  rejects: ImportReject[]
  digest: string
  applied: boolean
}

export const listPeople = (query: PeopleQuery, cursor: string | null, signal: AbortSignal): Promise<Page<PersonRow>> =>
  get('/api/people', { ...query, cursor, limit: 50 }, signal)
export const findPeople = (q: string): Promise<Page<PersonRow>> => get('/api/people', { q, limit: 10 })
export const getPerson = (id: string): Promise<Person> => get(`/api/people/${id}`)
export const savePerson = (staffNo: string, person: SavedPerson): Promise<Person> =>
  put(`/api/people/${encodeURIComponent(staffNo)}`, person)
export const addCertificate = (person: string, certificate: Omit<Certificate, 'id'>): Promise<void> =>
  post(`/api/people/${person}/certificates`, certificate, newIdempotencyKey())
export const saveDepartment = (code: string, department: SavedDepartment): Promise<void> =>
  put(`/api/departments/${encodeURIComponent(code)}`, department)

export const addPosting = (posting: NewPosting): Promise<Posting> => post('/api/postings', posting, newIdempotencyKey())
export const endPosting = (id: number, lastDay: string, reason: string): Promise<void> =>
  put(`/api/postings/${id}/end`, { lastDay, reason })
export const addDeputy = (id: number, deputy: { staffNo: string; firstDay: string; lastDay: string }): Promise<void> =>
  post(`/api/postings/${id}/deputies`, deputy, newIdempotencyKey())

export const listSeparations = (): Promise<Separation[]> => get('/api/separations')
export const setSeparation = (code: string, enforced: boolean, reason: string): Promise<void> =>
  put(`/api/separations/${code}`, { enforced, reason })

export const listPeopleFigures = (on: string): Promise<PeopleFigure[]> => get('/api/people/figures', { on })

function withFile(file: File): FormData {
  const form = new FormData()
  form.append('file', file)
  return form
}

/** What the file would do; nothing is changed. */
export const rehearseImport = (kind: ImportKind, file: File): Promise<ImportReport> =>
  post(withQuery('/api/people/imports', { kind, apply: 'false' }), withFile(file))

/** Carries out what the rehearsal with this digest showed; rows that cannot be taken are left out if so asked. */
export const applyImport = (kind: ImportKind, file: File, digest: string, skipRejects: boolean): Promise<ImportReport> =>
  post(withQuery('/api/people/imports', { kind, apply: 'true', digest, skipRejects: String(skipRejects) }), withFile(file))

/** The rows that cannot be taken, each with why, as a table to correct. */
export const listRejects = (kind: ImportKind, file: File): Promise<string> =>
  postForText(withQuery('/api/people/imports/rejects', { kind }), withFile(file))

export const exportAddress = (kind: ImportKind, form: 'csv' | 'xlsx', lang: 'zh' | 'en'): string =>
  withQuery(`/api/people/exports/${kind}.${form}`, { lang })
