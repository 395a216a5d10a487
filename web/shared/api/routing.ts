import { get, post } from './http'
import type { Named } from './types'

/** Who is to handle what: the longest beginning of the category's code that has a rule decides. */
export interface DutyRule {
  category: string
  /** Code of a department, `owner`, or name of an office. */
  duty: string
}

/** Which department is a unit's office of a name. */
export interface DutyOffice {
  name: string
  unit: string
  department: string
}

export interface DutyListBody {
  rules: DutyRule[]
  offices: DutyOffice[]
}

export interface DutyVersion {
  number: number
  since: string
  author: string
  reason: string
}

export interface DutiesInForce {
  /** The version in force, 0 before the first. */
  number: number
  /** The newest version, which may begin on a later day. */
  newest: number
  list: DutyListBody
  versions: DutyVersion[]
}

export interface CaseRoute {
  department: string
  name?: Named | null
  ground: 'OWNER' | 'RULE' | 'TERRITORY' | 'NONE'
  rule?: DutyRule | null
  passed: DutyRule[]
  /** What the department has on its hands now, and how much of what it was sent it gave back lately. */
  burden?: { open: number; overdue: number; suspended: number; dispatched: number; returned: number; days: number } | null
}

export interface DutyFinding {
  part: 'rule' | 'office'
  line: number
  code: string
  value: string
}

export interface Rerouting {
  cases: number
  moved: number
  agreedBefore: number
  agreedAfter: number
  moves: { from: string; fromName?: Named | null; to: string; toName?: Named | null; cases: number }[]
  loads: { department: string; name?: Named | null; before: number; after: number }[]
  examples: {
    id: number
    caseNo: string
    category: string
    categoryName: Named
    department: Named
    before: CaseRoute
    after: CaseRoute
  }[]
}

export interface DutySimulation {
  findings: DutyFinding[]
  rerouting?: Rerouting | null
}

export function dutiesInForce(): Promise<DutiesInForce> {
  return get('/api/routing')
}

export function simulateDuties(list: DutyListBody, month: string): Promise<DutySimulation> {
  return post('/api/routing/simulations', { list, month })
}

/** At once without a day, else from the beginning of it. */
export function putDutiesInForce(list: DutyListBody, basedOn: number, reason: string, day: string): Promise<DutiesInForce> {
  return post('/api/routing', { list, basedOn, reason, day: day || undefined })
}

export function dutiesOf(number: number): Promise<DutyListBody> {
  return get(`/api/routing/${number}`)
}

/** Where a version is read as a file for a spreadsheet. */
export function dutiesFile(number: number): string {
  return `/api/routing/${number}/list.csv`
}

/** Reads such a file; nothing is changed. */
export function readDutiesFile(csv: string): Promise<DutyListBody> {
  return post('/api/routing/files', { csv })
}

export function routeOf(caseId: number): Promise<CaseRoute> {
  return get(`/api/cases/${caseId}/route`)
}
