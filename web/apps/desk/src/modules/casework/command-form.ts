import type { CommandField, TimeLimit } from '@shared/api/types'

/** Why a report does not become a case, in the order of the form. */
export const REFUSAL_GROUNDS = [
  'NOT_FOUND',
  'BELOW_CONDITION',
  'NOT_OURS',
  'OUTSIDE_AREA',
  'ALREADY_DONE',
  'PLANNED',
  'UNCLEAR',
  'PRIVATE_MATTER',
] as const

/** What a field of a command holds while the form is filled in. */
export type FieldValue = string | string[] | number | boolean | TimeLimit | null

export type FieldValues = Record<string, FieldValue>

/** What the case itself already says, offered as the first value of a field of that type. */
export interface Known {
  category?: string
  condition?: string | null
  /** Whom the duty list proposes. */
  department?: string
}

function firstValue(field: CommandField, known: Known): FieldValue {
  switch (field.type) {
    case 'departments':
    case 'photos':
      return []
    case 'category':
      return known.category ?? ''
    case 'department':
      return known.department ?? ''
    case 'condition':
      return known.condition ?? ''
    case 'boolean':
    case 'case':
      return null
    case 'limit':
      return { amount: 1, unit: 'WORK_DAY' }
    default:
      return ''
  }
}

export function firstValues(fields: CommandField[], known: Known): FieldValues {
  return Object.fromEntries(fields.map((field) => [field.name, firstValue(field, known)]))
}

export function isEmpty(value: FieldValue | undefined): boolean {
  if (value === null || value === undefined) return true
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.length === 0
  if (typeof value === 'object') return !(Number.isInteger(value.amount) && value.amount > 0)
  return false
}

/** Names of the required fields that are still empty, in the order of the form. */
export function missingFields(fields: CommandField[], values: FieldValues): string[] {
  return fields.filter((field) => field.required && isEmpty(values[field.name])).map((field) => field.name)
}

/** What is sent: texts trimmed, empty single values left out, empty lists kept. */
export function commandBody(
  command: string,
  version: number,
  fields: CommandField[],
  values: FieldValues,
): Record<string, unknown> {
  const body: Record<string, unknown> = { command, version }
  for (const field of fields) {
    const value = values[field.name]
    if (Array.isArray(value)) body[field.name] = value
    else if (!isEmpty(value)) body[field.name] = typeof value === 'string' ? value.trim() : value
  }
  return body
}

const FORWARD = new Set([
  'accept',
  'report-verification',
  'file',
  'dispatch',
  'arbitrate',
  'take-up',
  'report-assisted',
  'report-handled',
  'request-check',
  'pass-check',
  'close',
  'resume',
  'grant-extension',
  'grant-suspension',
  'decide-appeal',
])

/** The command that brings the case on, which the form shows first in weight; only for the eye. */
export function leadingCommand(commands: string[]): string | undefined {
  return commands.find((command) => FORWARD.has(command))
}
