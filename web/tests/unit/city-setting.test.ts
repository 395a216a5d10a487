import { describe, expect, it } from 'vitest'
import type { WorkCalendar } from '@shared/api/calendar'
import type { Category } from '@shared/api/types'
import { momentOf, startOfDay } from '@shared/i18n/format'
import { daysOf, madeOf, spansOf, withDay, withHours } from '@desk/modules/calendar/calendar-edits'
import { newCategory, nextCode, withCategory, withoutCategory } from '@desk/modules/catalogue/draft-edits'

const CALENDAR: WorkCalendar = {
  zone: 'Asia/Shanghai',
  firstDay: '2026-01-01',
  lastDay: '2026-12-31',
  seasons: [{ from: '01-01', to: '12-31', week: { MONDAY: ['08:00-12:00'] } }],
  holidays: ['2026-10-01/2026-10-03', 'nonsense'],
  makeUpWorkdays: ['2026-10-10'],
}

function category(code: string, majorCode: string, name = code): Category {
  return {
    code,
    kind: 'INCIDENT',
    majorCode,
    major: { zh: majorCode, en: majorCode },
    name: { zh: name, en: name },
    confidence: 'high',
    conditions: [],
    questions: [],
  }
}

describe('a day of the calendar', () => {
  it('is taken out of a span of holidays, which then is two', () => {
    const after = withDay(CALENDAR, '2026-10-02', 'WEEK')
    expect(after.holidays).toEqual(['2026-10-01', '2026-10-03'])
    expect(madeOf(after, '2026-10-02')).toBe('WEEK')
    expect(withDay(after, '2026-10-02', 'HOLIDAY').holidays).toEqual(['2026-10-01/2026-10-03'])
  })

  it('is a holiday or a make-up workday, never both', () => {
    const after = withDay(CALENDAR, '2026-10-10', 'HOLIDAY')
    expect(after.makeUpWorkdays).toEqual([])
    expect(madeOf(after, '2026-10-10')).toBe('HOLIDAY')
    expect(withDay(after, '2026-10-10', 'MAKE_UP').holidays).not.toContain('2026-10-10')
  })

  it('that is made what it is already leaves the calendar as it was written', () => {
    expect(withDay(CALENDAR, '2026-10-01', 'HOLIDAY')).toEqual(CALENDAR)
    expect(withDay(CALENDAR, '2026-10-10', 'MAKE_UP')).toEqual(CALENDAR)
  })

  it('stands in spans over the end of a month', () => {
    expect(daysOf(['2026-01-30/2026-02-02'])).toHaveLength(4)
    expect(spansOf(['2026-02-01', '2026-01-31', '2026-02-04'])).toEqual(['2026-01-31/2026-02-01', '2026-02-04'])
  })

  it('has hours as typed, with the commas of either script, or none', () => {
    const season = CALENDAR.seasons[0]!
    expect(withHours(season, 'MONDAY', '08:00-12:00\uff0c 14:00-17:30').week.MONDAY).toEqual(['08:00-12:00', '14:00-17:30'])
    expect(withHours(season, 'MONDAY', ' ').week.MONDAY).toBeUndefined()
  })
})

describe('a category of the draft', () => {
  const all = [category('E0101', 'E01'), category('E0201', 'E02')]

  it('that is new stands behind the last of its major category', () => {
    const next = withCategory(all, -1, { ...newCategory(all[0]), code: 'E0102' })
    expect(next.map(({ code }) => code)).toEqual(['E0101', 'E0102', 'E0201'])
  })

  it('names its major category for all of its minor ones', () => {
    const two = withCategory(all, -1, category('E0102', 'E01'))
    const next = withCategory(two, 1, { ...two[1]!, major: { zh: 'X', en: 'X' }, kind: 'COMPONENT' })
    expect(next.map(({ major, kind }) => `${major.zh} ${kind}`)).toEqual(['X COMPONENT', 'X COMPONENT', 'E02 INCIDENT'])
  })

  it('ends, and a code that is free is found', () => {
    expect(withoutCategory(all, 0).map(({ code }) => code)).toEqual(['E0201'])
    expect(nextCode([{ code: '1' }, { code: '3' }])).toBe('4')
    expect(nextCode([])).toBe('1')
  })
})

describe('a moment typed by the clock of the city', () => {
  it('is that moment on earth, also on the day the clocks change', () => {
    expect(momentOf('2026-11-28T10:30', 'Asia/Shanghai')).toBe('2026-11-28T02:30:00.000Z')
    expect(startOfDay('2026-12-01', 'Asia/Shanghai')).toBe('2026-11-30T16:00:00.000Z')
    expect(momentOf('2026-11-01T12:00', 'America/New_York')).toBe('2026-11-01T17:00:00.000Z')
    expect(momentOf('2026-10-31T12:00', 'America/New_York')).toBe('2026-10-31T16:00:00.000Z')
  })
})
