import { get, post } from './http'
import type { LaidDown } from './laid-down'

export type Weekday = 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'THURSDAY' | 'FRIDAY' | 'SATURDAY' | 'SUNDAY'

/** The weekly hours of a part of every year; days as `10-01`, hours as `08:00-12:00`. */
export interface CalendarSeason {
  from: string
  to: string
  week: Partial<Record<Weekday, string[]>>
}

/** A calendar as its file says it, right or not yet. */
export interface WorkCalendar {
  zone: string
  firstDay: string
  lastDay: string
  seasons: CalendarSeason[]
  /** `2026-10-01` or `2026-10-01/2026-10-07`. */
  holidays: string[]
  makeUpWorkdays: string[]
}

export type DayKind = 'WORK' | 'REST' | 'HOLIDAY' | 'MAKE_UP' | 'OUTSIDE'

export interface CalendarDay {
  date: string
  kind: DayKind
  hours: string[]
}

export interface CalendarFinding {
  part: 'bounds' | 'season' | 'holiday' | 'makeUp'
  index: number
  code: string
  value: string
  blocking: boolean
}

export interface CalendarCheck {
  findings: CalendarFinding[]
  days: CalendarDay[]
  changes: { date: string; before: CalendarDay; after: CalendarDay }[]
  changed: number
}

export interface Calendars {
  number: number
  last: number
  year: number
  calendar?: WorkCalendar | null
  laidDown: LaidDown[]
}

export function calendars(): Promise<Calendars> {
  return get('/api/calendars')
}

export function calendarOf(number: number): Promise<WorkCalendar> {
  return get(`/api/calendars/${number}`)
}

export function checkCalendar(calendar: WorkCalendar, year: number): Promise<CalendarCheck> {
  return post('/api/calendars/checks', { calendar, year })
}

export function layDownCalendar(
  calendar: WorkCalendar,
  basedOn: number,
  since: string | undefined,
  reason: string,
): Promise<Calendars> {
  return post('/api/calendars', { calendar, basedOn, since, reason })
}

export function withdrawCalendar(number: number, reason: string): Promise<Calendars> {
  return post(`/api/calendars/${number}/withdrawal`, { reason })
}
