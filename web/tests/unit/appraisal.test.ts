import { describe, expect, it } from 'vitest'
import { colourOf, marksText, risen, yearLine } from '@desk/modules/appraisal/marks'

describe('the marks of a ranking', () => {
  it('are two decimals, and a dash when there are none', () => {
    expect(marksText(83.5)).toBe('83.50')
    expect(marksText(0)).toBe('0.00')
    expect(marksText(null)).toBe('–')
    expect(marksText(undefined)).toBe('–')
  })

  it('tell who rose, who fell, and who was not there before', () => {
    expect(risen(2, 5)).toBe(3)
    expect(risen(5, 2)).toBe(-3)
    expect(risen(1, 1)).toBe(0)
    expect(risen(1, null)).toBeNull()
    expect(risen(null, 3)).toBeNull()
  })

  it('take the colour of their grade', () => {
    const grades = [{ letter: 'A', from: 90, colour: '#2e7d32' }]
    expect(colourOf(grades, 'A')).toBe('#2e7d32')
    expect(colourOf(grades, undefined)).toBeNull()
  })

  it('are drawn as a line that a month without a total parts', () => {
    const lines = yearLine([{ total: 0 }, { total: 100 }, {}, { total: 50 }])
    expect(lines).toEqual(['0.0,26.0 32.0,2.0', '96.0,14.0'])
    expect(yearLine([])).toEqual([])
  })
})
