import type { RouteLocationRaw } from 'vue-router'
import { handles, may } from '@desk/platform/session'
import { router } from '@desk/platform/router'

/** The letter after G that leads to a page; the pages of the list have the words of the menu. */
const GO: readonly { letter: string; title: string; name: string; view?: string }[] = [
  { letter: 'd', title: 'menu.department', name: 'department' },
  { letter: 'c', title: 'menu.cases', name: 'cases' },
  { letter: 'm', title: 'menu.mine', name: 'cases', view: 'mine' },
  { letter: 'o', title: 'menu.overdue', name: 'cases', view: 'overdue' },
  { letter: 'h', title: 'menu.hotline', name: 'hotline' },
  { letter: 'r', title: 'menu.report', name: 'report' },
  { letter: 'a', title: 'menu.assessment', name: 'assessment' },
  { letter: 'l', title: 'menu.ledgers', name: 'ledgers' },
  { letter: 's', title: 'menu.screen', name: 'screen' },
  { letter: 't', title: 'menu.routing', name: 'routing' },
  { letter: 'p', title: 'menu.people', name: 'people' },
  { letter: 'u', title: 'menu.authority', name: 'authority' },
  { letter: 'e', title: 'menu.grids', name: 'grids' },
  { letter: 'f', title: 'menu.facilities', name: 'facilities' },
  { letter: 'j', title: 'menu.audit', name: 'audit' },
  { letter: 'k', title: 'account.title', name: 'account' },
]

/** A G waits this long for its letter. */
const WAIT_MS = 1500

export interface Way {
  letter: string
  title: string
  to: RouteLocationRaw
}

/** The pages open to this person, with their letters. */
export function ways(): Way[] {
  return GO.filter(({ name }) => {
    const needs = router.getRoutes().find((one) => one.name === name)?.meta.needs ?? []
    return (needs.length === 0 || needs.some(may)) && (name !== 'department' || handles.value)
  }).map(({ letter, title, name, view }) => ({ letter, title, to: { name, ...(view && { query: { view } }) } }))
}

/** Hears G and the letter after it; answers the way to go, once the letter has come. */
export function goKeys(): (key: string, at: number) => Way | 'waiting' | null {
  let since = -Infinity
  return (key, at) => {
    const waiting = at - since < WAIT_MS
    since = -Infinity
    if (waiting) return ways().find(({ letter }) => letter === key) ?? null
    if (key !== 'g') return null
    since = at
    return 'waiting'
  }
}
