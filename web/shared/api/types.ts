// What the server says and hears, as its HTTP interface promises it. The server leaves out what
// has no value, so every optional property may be absent or null.

import type { Contact } from './privacy'

export interface Named {
  zh: string
  en: string
}

export type LonLat = [longitude: number, latitude: number]

/** One page of a list, and where the next begins. */
export interface Page<T> {
  items: T[]
  next?: string | null
}

export interface Level {
  depth: number
  code: string
  name: Named
  parent: string
}

export interface City {
  code: string
  name: Named
  zone: string
  levels: Level[]
  centre: LonLat
  zoom: number
  demo: boolean
}

export interface TerritoryUnit {
  level: string
  code: string
  name: Named
  parent?: string | null
  areaM2?: number
}

export interface PlaceUnit {
  level: string
  code: string
  name: Named
}

export type LimitUnit = 'URGENT_HOUR' | 'WORK_HOUR' | 'WORK_DAY' | 'URGENT_DAY'

export interface TimeLimit {
  amount: number
  unit: LimitUnit
}

export interface FilingCondition {
  code: string
  filing: Named
  closing: Named
  limit: TimeLimit
  /** Code of the condition of the same category under which the next stage is opened. */
  then?: string | null
}

export interface Category {
  code: string
  kind: string
  majorCode: string
  major: Named
  name: Named
  confidence: string
  conditions: FilingCondition[]
  questions: Question[]
}

export type AnswerKind = 'TEXT' | 'NUMBER' | 'YES_NO' | 'CHOICE'

/** What is asked of whoever reports a problem of a category, beyond what is asked of all. */
export interface Question {
  code: string
  text: Named
  kind: AnswerKind
  required: boolean
  choices: { code: string; text: Named }[]
}

export interface Department {
  code: string
  name: Named
  parent?: string | null
  kind: string
}

export type Light = 'none' | 'green' | 'yellow' | 'red'

export interface CaseRow {
  id: number
  caseNo: string
  state: string
  category: string
  categoryName: Named
  majorName: Named
  description: string
  address: string
  source: string
  department?: string | null
  departmentName?: Named | null
  /** Who of the department has it. */
  handlerName?: string | null
  position?: LonLat | null
  reportedAt: string
  dueAt?: string | null
  warnAt?: string | null
  light: Light
  round: number
  version: number
  suspicious?: string[] | null
  endedAt?: string | null
  returns: number
  extensions: number
  /** What was asked for and nobody has decided yet. */
  asked?: 'EXTENSION' | 'SUSPENSION' | 'CANCELLATION' | null
  reviewOn?: string | null
  /** What became of an appeal. */
  appealed?: string | null
}

export type CasePage = Page<CaseRow>

export interface CaseCounts {
  views: Record<string, number>
  lights: { green: number; yellow: number; red: number }
}

export interface CaseDeadline {
  startAt: string
  dueAt: string
  warnAt: string
  firstDueAt?: string | null
  limit?: TimeLimit | null
  calendar: string
}

export interface AssistingDepartment {
  department: string
  name: Named
  done: boolean
}

export interface TimelineEntry {
  seq: number
  kind: string
  at: string
  actor: string
  actorName: string
  /** Of the colleague to whom the case was given. */
  handlerName?: string | null
  details: Record<string, string>
}

export type FieldType =
  | 'text'
  | 'reason'
  | 'department'
  | 'departments'
  | 'colleague'
  | 'photos'
  | 'category'
  | 'condition'
  | 'ground'
  | 'case'
  | 'limit'
  | 'date'
  | 'boolean'

export interface CommandField {
  name: string
  type: FieldType
  required: boolean
  label?: Named | null
}

export interface OpenCommand {
  command: string
  fields: CommandField[]
}

/** What was asked for and nobody has decided yet. */
export interface CaseRequest {
  kind: 'extension' | 'suspension' | 'cancellation'
  reason: string
  reviewOn?: string | null
}

/** How a case ended, or why it stands still. */
export interface CaseEnd {
  at?: string | null
  reason?: string | null
  mergedInto?: number | null
  appeal?: string | null
  reviewOn?: string | null
}

/** The case of the stage before or after, where a limit comes in stages. */
export interface CaseStage {
  id: number
  caseNo: string
  condition?: Named | null
  state: string
  limit?: TimeLimit | null
  dueAt?: string | null
}

export interface CaseFile extends CaseRow {
  condition?: string | null
  conditionName?: Named | null
  closingCondition?: Named | null
  place: PlaceUnit[]
  deadline?: CaseDeadline | null
  assisting: AssistingDepartment[]
  reporterName?: string | null
  /** Masked; the clear text is opened with a reason. */
  reporterContact?: Contact | null
  request?: CaseRequest | null
  end?: CaseEnd | null
  stageBefore?: CaseStage | null
  stageAfter?: CaseStage | null
  photos: { before: string[]; after: string[]; check: string[] }
  /** What the category asked when it was reported, and what was said. */
  answers: { code: string; question: Named; kind: AnswerKind; answer: Named }[]
  timeline: TimelineEntry[]
  commands: OpenCommand[]
}

export interface NewReport {
  source: string
  category: string
  condition?: string
  answers?: Record<string, string>
  description: string
  address: string
  position: LonLat
  photos: string[]
  reporter?: Contact
}

export interface Reported {
  id: number
  caseNo: string
  version: number
}

export interface Indicator {
  code: string
  name: Named
  unit: 'count' | 'rate' | 'hours'
  numeratorWords: Named
  denominatorWords?: Named | null
  numeratorSql: string
  denominatorSql?: string | null
  subjectKinds: string[]
  minimumSample?: number
  basis?: Named | null
  note?: Named | null
  /** What it is shown together with. */
  group?: Named | null
}

export interface Figure {
  numerator: number
  denominator: number
  value?: number | string | null
}

export interface AssessedSubject {
  code: string
  name: Named
  figures: Record<string, Figure>
}

export interface AssessmentTable {
  period: string
  by: string
  indicators: string[]
  subjects: AssessedSubject[]
}

export interface AssessedCase {
  /** Of the row: a case may stand behind a figure several times. */
  key: number
  /** 0 for a row of no case, like a turn of duty. */
  id: number
  caseNo: string
  categoryName: Named
  address: string
  department?: string | null
  departmentName?: Named | null
  reportedAt: string
  dueAt?: string | null
  closedAt?: string | null
}

export type AssessedCases = Page<AssessedCase> & { subjectName?: Named | null }
