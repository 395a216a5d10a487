import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { AuditQuery } from '@shared/api/audit'
import { daysLater, startOfDay } from '@shared/i18n/format'
import { textOf } from '@desk/platform/query'

const NAMES = ['from', 'to', 'actor', 'action', 'object', 'outcome'] as const

const asDay = (text: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : '')

/** What part of the log is shown, as it stands in the address; days are those of the city. */
export function readAuditQuery(query: LocationQuery): AuditQuery {
  return {
    from: asDay(textOf(query, 'from')),
    to: asDay(textOf(query, 'to')),
    actor: textOf(query, 'actor'),
    action: textOf(query, 'action'),
    object: textOf(query, 'object'),
    outcome: textOf(query, 'outcome'),
  }
}

export function writeAuditQuery(asked: AuditQuery): LocationQueryRaw {
  return Object.fromEntries(NAMES.filter((name) => asked[name]).map((name) => [name, asked[name]]))
}

export function isNarrowedAudit(asked: AuditQuery): boolean {
  return NAMES.some((name) => asked[name] !== '')
}

/** As the server is asked: whole days of the city as the moments between which they lie. */
export function withMoments(asked: AuditQuery, zone: string): AuditQuery {
  return {
    ...asked,
    from: asked.from && startOfDay(asked.from, zone),
    to: asked.to && startOfDay(daysLater(asked.to, 1), zone),
  }
}

/** Details as lines of a name and a value; what is nested is written as JSON. */
export function detailLines(details: Record<string, unknown>): { name: string; value: string }[] {
  return Object.entries(details)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => ({ name, value: typeof value === 'object' ? JSON.stringify(value) : String(value) }))
}
