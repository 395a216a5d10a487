import { shallowRef } from 'vue'

/** The codes of the reports sent from this phone; they are kept here only. */
export interface Mine {
  code: string
  words: string
  at: string
}

const KEPT_UNDER = 'gewu.mine'
const MOST = 50

function read(): Mine[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(KEPT_UNDER) ?? '[]')
    return Array.isArray(list) ? (list as Mine[]) : []
  } catch {
    return []
  }
}

export const mine = shallowRef<Mine[]>(read())

function write(list: Mine[]): void {
  mine.value = list
  localStorage.setItem(KEPT_UNDER, JSON.stringify(list))
}

export function rememberMine(report: Mine): void {
  write([report, ...mine.value.filter(({ code }) => code !== report.code)].slice(0, MOST))
}

/** Somebody else's phone, or a shared one: what it remembers can be taken off it. */
export function forgetMine(): void {
  write([])
}
