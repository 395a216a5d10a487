import { describe, expect, it } from 'vitest'
import type { Indicator } from '@shared/api/types'
import { ALL, chosenGroup, groupsOf } from '@desk/modules/assessment/indicator-groups'

function indicators(...groups: (string | null)[]): Indicator[] {
  return groups.map((group, at) => ({
    code: `i${at}`,
    name: { zh: `i${at}`, en: `i${at}` },
    unit: 'rate',
    numeratorWords: { zh: '', en: '' },
    numeratorSql: '1',
    subjectKinds: ['department'],
    group: group ? { zh: `${group}-zh`, en: group } : null,
  }))
}

const MANY = indicators('Closing', 'Closing', 'Handling', 'Closing', 'Handling', null, 'Public', 'Public', null)

describe('figures of a table that would be too wide', () => {
  it('are shown by group, in the order of their indicators, those of no group together', () => {
    expect(groupsOf(MANY, 'Other').map(({ key, indicators: own }) => [key, own.map(({ code }) => code)])).toEqual([
      ['Closing', ['i0', 'i1', 'i3']],
      ['Handling', ['i2', 'i4']],
      ['other', ['i5', 'i8']],
      ['Public', ['i6', 'i7']],
    ])
  })

  it('stand side by side where all of them can be read', () => {
    expect(groupsOf(MANY.slice(0, 8), 'Other')).toEqual([])
  })

  it('begin with the first group, and may all be asked for', () => {
    const groups = groupsOf(MANY, 'Other')
    expect(chosenGroup(groups, '')).toBe('Closing')
    expect(chosenGroup(groups, 'Handling')).toBe('Handling')
    expect(chosenGroup(groups, 'of last year')).toBe('Closing')
    expect(chosenGroup(groups, ALL)).toBe(ALL)
    expect(chosenGroup([], 'Handling')).toBe(ALL)
  })
})
