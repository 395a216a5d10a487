import { shallowRef } from 'vue'

/** What a list of cases may show of each, in the words of the server; the file of the list has the same. */
export const COLUMNS = [
  'time',
  'number',
  'category',
  'address',
  'department',
  'source',
  'state',
  'reported',
  'ended',
  'description',
  'round',
  'returns',
  'extensions',
  'request',
  'review',
  'appeal',
] as const

export type Column = (typeof COLUMNS)[number]

export const USUAL_COLUMNS: readonly Column[] = ['time', 'number', 'category', 'address', 'department', 'source']

const KEY = 'gewu.columns'

/** Columns of an address or of what was remembered; empty when none of them is known. */
export function readColumns(text: string): Column[] {
  const named = text.split(',')
  return named.filter((name, at): name is Column => (COLUMNS as readonly string[]).includes(name) && named.indexOf(name) === at)
}

export function writeColumns(columns: readonly Column[]): string {
  const text = columns.join(',')
  return text === USUAL_COLUMNS.join(',') ? '' : text
}

/** The columns with one moved by a step; at an end it stays. */
export function moved(columns: readonly Column[], column: Column, step: -1 | 1): Column[] {
  const from = columns.indexOf(column)
  const to = from + step
  if (from < 0 || to < 0 || to >= columns.length) return [...columns]
  const next = [...columns]
  next.splice(from, 1)
  next.splice(to, 0, column)
  return next
}

/** What this browser shows where the address names no columns. */
export const remembered = shallowRef<readonly Column[]>(recall())

function recall(): readonly Column[] {
  const columns = readColumns(localStorage.getItem(KEY) ?? '')
  return columns.length > 0 ? columns : USUAL_COLUMNS
}

export function remember(columns: readonly Column[]): void {
  remembered.value = columns
  localStorage.setItem(KEY, columns.join(','))
}
