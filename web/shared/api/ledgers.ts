import { get } from './http'
import type { Named, Page } from './types'

/** A number of a ledger, and its part of the cases dispatched to the unit. */
export interface LedgerFigure {
  cases: number
  /** Absent when nothing was dispatched. */
  ratio?: number | null
}

export interface LedgerLine {
  /** Empty for cases that nobody had. */
  code: string
  name: Named
  dispatched: number
  figures: Record<string, LedgerFigure>
}

export interface Ledger {
  period: string
  by: string
  kinds: string[]
  facts: string[]
  lines: LedgerLine[]
}

/** A case behind a number; `department` is who had it then. */
export interface LedgerEntry {
  id: number
  caseNo: string
  categoryName: Named
  address: string
  state: string
  departmentName: Named
  at: string
  times: number
  words?: string | null
  dueAt?: string | null
  reviewOn?: string | null
  appealed?: string | null
  inSight: boolean
}

export interface LedgerEntries extends Page<LedgerEntry> {
  name: Named
}

/** One number of a ledger. */
export interface LedgerCell {
  period: string
  by: string
  subject: string
  fact: string
}

export function getLedger(period: string, by: string): Promise<Ledger> {
  return get('/api/ledgers', { period, by })
}

export function listLedgerCases(cell: LedgerCell, cursor: string | null, limit: number): Promise<LedgerEntries> {
  return get('/api/ledgers/cases', { ...cell, cursor, limit })
}
