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

/** How a case stands against its clock. */
export const STANDINGS = ['late', 'due_soon', 'in_time', 'suspended', 'without_clock'] as const

/** What happened to a case that is not the rule, or waits for somebody. */
export const MARKS = ['requested', 'returned', 'reworked', 'extended', 'urged', 'ordered', 'appealed', 'waived', 'merged'] as const

export const SORTS = ['usual', 'newest', 'oldest'] as const

const FILTERS = ['q', 'category', 'department', 'source', 'level', 'unit', 'standing', 'mark', 'from', 'to'] as const

/** What the list shows, as it stands in the address: to be kept, shared and gone back to. */
export type ListQuery = { view: View; sort: (typeof SORTS)[number] } & Record<(typeof FILTERS)[number], string>

/** Nothing but the view. */
export const NO_FILTERS = Object.fromEntries(FILTERS.map((name) => [name, ''])) as Record<(typeof FILTERS)[number], string>

const KNOWN_VIEWS: readonly string[] = [...VIEWS, ...OTHER_VIEWS]

function isView(text: string): text is View {
  return KNOWN_VIEWS.includes(text)
}

/** A word the list does not know asks for nothing; the server would refuse it. */
function known(text: string, words: readonly string[]): string {
  return words.includes(text) ? text : ''
}

const day = (text: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : '')

export function readListQuery(query: LocationQuery): ListQuery {
  const view = textOf(query, 'view')
  const filters = Object.fromEntries(FILTERS.map((name) => [name, textOf(query, name)])) as typeof NO_FILTERS
  return {
    ...filters,
    view: isView(view) ? view : 'open',
    sort: (known(textOf(query, 'sort'), SORTS) || 'usual') as ListQuery['sort'],
    standing: known(filters.standing, STANDINGS),
    mark: known(filters.mark, MARKS),
    from: day(filters.from),
    to: day(filters.to),
  }
}

/** The address of a list; what is empty or usual is left out. */
export function writeListQuery(list: ListQuery): LocationQueryRaw & Record<string, string> {
  const query: Record<string, string> = {}
  if (list.view !== 'open') query.view = list.view
  if (list.sort !== 'usual') query.sort = list.sort
  for (const name of FILTERS) {
    if (list[name]) query[name] = list[name]
  }
  return query
}

/** Whether anything beyond the view narrows the list. */
export function isNarrowed(list: ListQuery): boolean {
  return FILTERS.some((name) => name !== 'level' && list[name])
}
