import type { CalendarSeason, Weekday, WorkCalendar } from '@shared/api/calendar'
import { daysLater } from '@shared/i18n/format'

export const WEEKDAYS: Weekday[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']

/** What a person can make of a day: `WEEK` leaves it to the weekly hours. */
export type Made = 'WEEK' | 'HOLIDAY' | 'MAKE_UP'

const DAY = /^\d{4}-\d{2}-\d{2}$/

function split(text: string): [string, string] {
  const [first, last = first] = text.split('/') as [string, string?]
  return [first, last]
}

const known = (text: string): boolean => split(text).every((day) => DAY.test(day))

/** The days of texts such as `2026-10-01/2026-10-07`; what is no day is left out. */
export function daysOf(texts: string[]): string[] {
  return texts.filter(known).flatMap((text) => {
    const [first, last] = split(text)
    const days: string[] = []
    for (let day = first; day <= last && days.length < 400; day = daysLater(day, 1)) days.push(day)
    return days
  })
}

/** The same days with neighbours written as one span, in their order. */
export function spansOf(days: string[]): string[] {
  const sorted = [...new Set(days)].sort()
  const spans: [string, string][] = []
  for (const day of sorted) {
    const last = spans.at(-1)
    if (last && daysLater(last[1], 1) === day) last[1] = day
    else spans.push([day, day])
  }
  return spans.map(([first, last]) => (first === last ? first : `${first}/${last}`))
}

export function madeOf(calendar: WorkCalendar, day: string): Made {
  if (daysOf(calendar.holidays).includes(day)) return 'HOLIDAY'
  return calendar.makeUpWorkdays.includes(day) ? 'MAKE_UP' : 'WEEK'
}

/** The calendar with a day made a holiday, a make-up workday, or left to the week. */
export function withDay(calendar: WorkCalendar, day: string, made: Made): WorkCalendar {
  const holidays = daysOf(calendar.holidays).filter((other) => other !== day)
  const makeUps = calendar.makeUpWorkdays.filter((other) => other !== day)
  return {
    ...calendar,
    holidays: made === madeOf(calendar, day) ? calendar.holidays : spansOf(made === 'HOLIDAY' ? [...holidays, day] : holidays),
    makeUpWorkdays: made === 'MAKE_UP' ? [...makeUps, day].sort() : makeUps,
  }
}

export function hoursText(season: CalendarSeason, weekday: Weekday): string {
  return (season.week[weekday] ?? []).join(', ')
}

/** Hours as typed, separated by commas of either script; none leaves the weekday free. */
export function withHours(season: CalendarSeason, weekday: Weekday, text: string): CalendarSeason {
  const hours = text
    .split(/[,;\uff0c\uff1b\u3001]+/)
    .map((part) => part.trim())
    .filter(Boolean)
  const week = { ...season.week }
  if (hours.length > 0) week[weekday] = hours
  else delete week[weekday]
  return { ...season, week }
}
