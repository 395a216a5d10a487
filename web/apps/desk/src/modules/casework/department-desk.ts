import type { CaseRow } from '@shared/api/types'
import { kebab } from '@shared/api/states'

/** What a department has on its hands, by what must be done next; a case stands in one part only. */
export interface Hands {
  rework: CaseRow[]
  takeUp: CaseRow[]
  late: CaseRow[]
  soon: CaseRow[]
  atWork: CaseRow[]
  /** Cases of others with which it assists and has not reported its part. */
  assist: CaseRow[]
}

export const PARTS = ['rework', 'takeUp', 'late', 'soon', 'atWork', 'assist'] as const

/** Rows come by time left and keep that order inside each part. */
export function sortHands(rows: readonly CaseRow[], own: readonly string[]): Hands {
  const hands: Hands = { rework: [], takeUp: [], late: [], soon: [], atWork: [], assist: [] }
  for (const row of rows) hands[partOf(row, own)].push(row)
  return hands
}

/** Whether a department leads the case for which this person does not handle. */
export function isAssisted({ department }: CaseRow, own: readonly string[]): boolean {
  return own.length > 0 && Boolean(department) && !own.includes(department!)
}

function partOf(row: CaseRow, own: readonly string[]): keyof Hands {
  if (isAssisted(row, own)) return 'assist'
  if (row.round > 1) return 'rework'
  if (kebab(row.state) === 'dispatched') return 'takeUp'
  if (row.light === 'red') return 'late'
  return row.light === 'yellow' ? 'soon' : 'atWork'
}

/** Who inside the department has how many, the one with most first; cases that nobody has yet are left out. */
export function byHandler(rows: readonly CaseRow[]): { name: string; cases: number; late: number }[] {
  const held = new Map<string, { name: string; cases: number; late: number }>()
  for (const { handlerName, light } of rows) {
    if (!handlerName) continue
    const one = held.get(handlerName) ?? { name: handlerName, cases: 0, late: 0 }
    one.cases += 1
    if (light === 'red') one.late += 1
    held.set(handlerName, one)
  }
  return [...held.values()].sort((a, b) => b.cases - a.cases || a.name.localeCompare(b.name))
}
