import { describe, expect, it } from 'vitest'
import { boundsOfLine, boundText, lineText } from '@desk/modules/appraisal/marking'
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

describe('the numbers of a scheme', () => {
  const line = { indicator: 'rework_rate', weight: 100, better: 'LOWER' as const, linear: { none: 0.07, full: 0 } }
  const words = { zh: '', en: '' }
  const scheme = { code: '', kind: '', name: words, lines: [line], adjustments: [], grades: [], leastWeight: 0, ties: [], note: words }
  const say = (key: string, values?: Record<string, unknown>): string => `${key} ${JSON.stringify(values ?? {})}`

  it('are per cent where the indicator is a rate, and come back as they were', () => {
    const [none] = boundsOfLine(scheme, 0, 'rate', say)
    expect(none!.value).toBe(7)
    expect(none!.with(7)).toEqual(scheme)
    expect(none!.with(12.5).lines[0]!.linear).toEqual({ none: 0.125, full: 0 })
    expect(scheme.lines[0]!.linear.none).toBe(0.07)
    expect(boundText(0.07, 'rate')).toBe('7%')
    expect(lineText(line, 'rate', say)).toContain('"none":"7%"')
  })

  it('stay as they are where it is a number', () => {
    const banded = { ...scheme, lines: [{ ...line, linear: null, bands: [{ from: 3, marks: 75 }] }] }
    const bounds = boundsOfLine(banded, 0, 'count', say)
    expect(bounds.map(({ value }) => value)).toEqual([3, 75])
    expect(bounds[1]!.with(80).lines[0]!.bands).toEqual([{ from: 3, marks: 80 }])
  })
})
