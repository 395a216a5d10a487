import { describe, expect, it } from 'vitest'
import { partOf } from '@citizen/modules/assessment/figures'

describe('a published figure', () => {
  it('opens onto what counts above the line, or below it where nothing does', () => {
    expect(partOf({ numerator: 2, denominator: 4, value: '0.5' }, 'rate')).toBe('numerator')
    expect(partOf({ numerator: 0, denominator: 4, value: '0' }, 'rate')).toBe('denominator')
  })

  it('opens onto nothing where nothing counts', () => {
    expect(partOf({ numerator: 0, denominator: 0, value: '' }, 'rate')).toBeNull()
    expect(partOf({ numerator: 0, denominator: 1, value: '0' }, 'count')).toBeNull()
    expect(partOf(undefined, 'rate')).toBeNull()
  })
})
