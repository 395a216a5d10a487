import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { PeopleQuery } from '@shared/api/people'
import { textOf } from '@desk/platform/query'

const NAMES = ['q', 'department', 'post', 'level', 'unit', 'figure', 'on'] as const

/** What the list of people shows, as it stands in the address. */
export function readPeopleQuery(query: LocationQuery): PeopleQuery {
  const [q, department, post, level, unit, figure, on] = NAMES.map((name) => textOf(query, name)) as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  return { q, department, post, level, unit, figure, on: /^\d{4}-\d{2}-\d{2}$/.test(on) ? on : '' }
}

/** The address of a list; what is empty is left out. */
export function writePeopleQuery(list: PeopleQuery): LocationQueryRaw {
  return Object.fromEntries(NAMES.filter((name) => list[name]).map((name) => [name, list[name]]))
}

export function isNarrowedPeople(list: PeopleQuery): boolean {
  return NAMES.some((name) => list[name] !== '')
}
