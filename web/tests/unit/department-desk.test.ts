import { describe, expect, it } from 'vitest'
import type { CaseRow } from '@shared/api/types'
import { byHandler, sortHands } from '@desk/modules/casework/department-desk'
import { columnGroups, ratioText } from '@desk/modules/ledgers/ledger-figures'

const row = (more: Partial<CaseRow>): CaseRow => ({ id: 1, state: 'HANDLING', department: 'SZ', light: 'green', round: 1, ...more }) as CaseRow

describe('what a department has on its hands', () => {
  it('stands in one part only, rework before all, what others lead apart', () => {
    const rows = [
      row({ id: 1, round: 2, light: 'red' }),
      row({ id: 2, state: 'DISPATCHED', light: 'yellow' }),
      row({ id: 3, light: 'red' }),
      row({ id: 4, light: 'yellow' }),
      row({ id: 5, light: 'none' }),
      row({ id: 6, round: 2, light: 'red', department: 'HW' }),
    ]
    const hands = sortHands(rows, ['SZ'])
    const ids = Object.fromEntries(Object.entries(hands).map(([part, rows]) => [part, rows.map(({ id }: CaseRow) => id)]))
    expect(ids).toEqual({ rework: [1], takeUp: [2], late: [3], soon: [4], atWork: [5], assist: [6] })
  })

  it('is counted by whom it was given to', () => {
    const rows = [row({ handlerName: 'Li' }), row({ handlerName: 'Wu', light: 'red' }), row({ handlerName: 'Wu' }), row({})]
    expect(byHandler(rows)).toEqual([
      { name: 'Wu', cases: 2, late: 1 },
      { name: 'Li', cases: 1, late: 0 },
    ])
  })
})

describe('a ledger', () => {
  it('keeps every fact that is counted, also one it has no place for', () => {
    const groups = columnGroups(['returned', 'lost', 'urged'])
    expect(groups).toEqual([
      { name: 'returns', facts: ['returned'] },
      { name: 'pressure', facts: ['urged'] },
      { name: 'other', facts: ['lost'] },
    ])
  })

  it('shows a part of nothing as a dash', () => {
    expect(ratioText(null, 'en')).toBe('–')
    expect(ratioText(0, 'en')).toBe('0.0%')
    expect(ratioText(1 / 3, 'en')).toBe('33.3%')
  })
})
