import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { textOf } from '@desk/platform/query'

export const VIEWS = [
  'open',
  'to_file',
  'to_dispatch',
  'handling',
  'to_check',
  'to_close',
  'overdue',
  'finished',
] as const

/** Views without a tab of their own: reached from the menu and from the search box. */
const OTHER_VIEWS = ['mine', 'all'] as const

export type View = (typeof VIEWS)[number] | (typeof OTHER_VIEWS)[number]

/** What the list shows, as it stands in the address: to be kept, shared and gone back to. */
export interface ListQuery {
  view: View
  q: string
  category: string
  department: string
  source: string
  level: string
  unit: string
}

const KNOWN_VIEWS: readonly string[] = [...VIEWS, ...OTHER_VIEWS]

function isView(text: string): text is View {
  return KNOWN_VIEWS.includes(text)
}

export function readListQuery(query: LocationQuery): ListQuery {
  const view = textOf(query, 'view')
  return {
    view: isView(view) ? view : 'open',
    q: textOf(query, 'q'),
    category: textOf(query, 'category'),
    department: textOf(query, 'department'),
    source: textOf(query, 'source'),
    level: textOf(query, 'level'),
    unit: textOf(query, 'unit'),
  }
}

/** The address of a list; what is empty or usual is left out. */
export function writeListQuery(list: ListQuery): LocationQueryRaw {
  const query: LocationQueryRaw = {}
  if (list.view !== 'open') query.view = list.view
  for (const name of ['q', 'category', 'department', 'source', 'level', 'unit'] as const) {
    if (list[name]) query[name] = list[name]
  }
  return query
}

/** Whether anything beyond the view narrows the list. */
export function isNarrowed(list: ListQuery): boolean {
  return Boolean(list.q || list.category || list.department || list.source || list.unit)
}
