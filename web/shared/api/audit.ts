import { get, withQuery } from './http'
import type { Page } from './types'

// What everybody did, as the audit log keeps it.

export interface AuditEntry {
  seq: number
  at: string
  actor: string
  actorName?: string | null
  action: string
  object?: string | null
  outcome: string
  address?: string | null
  details: Record<string, unknown>
}

export interface AuditQuery {
  from: string
  to: string
  actor: string
  action: string
  object: string
  outcome: string
}

/** One finished day of the log, in UTC, under a seal that is chained to the one before. */
export interface AuditSeal {
  day: string
  entries: number
  firstSeq: number
  lastSeq: number
  root: string
  previous: string
  /** Its entries were removed when their time was over. */
  removed: boolean
}

export const listAudit = (query: AuditQuery, cursor: string | null, signal: AbortSignal): Promise<Page<AuditEntry>> =>
  get('/api/audit', { ...query, cursor, limit: 50 }, signal)
export const auditExportAddress = (query: AuditQuery): string => withQuery('/api/audit/export.csv', { ...query })
export const listSeals = (from: string, to: string): Promise<AuditSeal[]> => get('/api/audit/seals', { from, to })
