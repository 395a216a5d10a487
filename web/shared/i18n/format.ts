import type { Light } from '@shared/api/types'

const MINUTE = 60_000

/** How a case stands to its deadline; each has a shape, a colour and words. */
export type Urgency = 'none' | 'calm' | 'soon' | 'late'

export interface TimeLeft {
  urgency: Urgency
  /** Whole minutes left, or gone by when late. */
  minutes: number
}

interface Clocked {
  light: Light
  dueAt?: string | null
  warnAt?: string | null
}

/**
 * The time left at a moment. The server says whether a clock runs at all (`light` is none for a
 * finished or suspended case); between two answers the minutes go on here.
 */
export function timeLeft(clocked: Clocked, now: number): TimeLeft {
  if (clocked.light === 'none' || !clocked.dueAt) return { urgency: 'none', minutes: 0 }
  const due = Date.parse(clocked.dueAt)
  if (now > due) return { urgency: 'late', minutes: Math.floor((now - due) / MINUTE) }
  const warn = clocked.warnAt ? Date.parse(clocked.warnAt) : due
  const urgency = now >= warn ? 'soon' : 'calm'
  return { urgency, minutes: Math.ceil((due - now) / MINUTE) }
}

export interface DurationParts {
  form: 'days' | 'daysOnly' | 'hours' | 'hoursOnly' | 'minutes'
  days: number
  hours: number
  minutes: number
}

/** A span told by its two largest parts: days and hours, or hours and minutes. */
export function durationParts(totalMinutes: number): DurationParts {
  const days = Math.floor(totalMinutes / 1440)
  const hours = Math.floor((totalMinutes % 1440) / 60)
  const minutes = totalMinutes % 60
  if (days > 0) return { form: hours > 0 ? 'days' : 'daysOnly', days, hours, minutes }
  if (hours > 0) return { form: minutes > 0 ? 'hours' : 'hoursOnly', days, hours, minutes }
  return { form: 'minutes', days, hours, minutes }
}

const formats = new Map<string, Intl.DateTimeFormat>()

function dateTimeFormat(locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}|${zone}|${JSON.stringify(options)}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone, hourCycle: 'h23' })
    formats.set(key, format)
  }
  return format
}

function partsOf(moment: number | string, zone: string, seconds: boolean): Record<string, string> {
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit' } : {}),
  }
  const parts = dateTimeFormat('en-GB', zone, options).formatToParts(new Date(moment))
  return Object.fromEntries(parts.map((part) => [part.type, part.value]))
}

/** `2026-11-23 09:32` in the zone of the city: one form in both languages, made to be compared. */
export function dateTime(moment: number | string, zone: string): string {
  const part = partsOf(moment, zone, false)
  return `${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute}`
}

/** The day of a moment in the zone of the city, as dates are written: `2026-11-23`. */
export function dayOf(moment: number | string, zone: string): string {
  return dateTime(moment, zone).slice(0, 10)
}

const DAY = 86_400_000

/** The day so many days later, or earlier when negative. */
export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
}

/** The moment at which a day begins in the zone of the city. */
export function startOfDay(day: string, zone: string): string {
  return momentOf(`${day}T00:00`, zone)
}

/** The moment at which a clock in the zone of the city reads `2026-11-23T09:32`. */
export function momentOf(reading: string, zone: string): string {
  const asIfUtc = Date.parse(`${reading}:00Z`)
  const offsetAt = (moment: number): number => Date.parse(`${dateTime(moment, zone).replace(' ', 'T')}:00Z`) - moment
  // The offset of the moment itself may differ from that of its first guess when clocks change.
  const guess = asIfUtc - offsetAt(asIfUtc)
  return new Date(asIfUtc - offsetAt(guess)).toISOString()
}

/** The date with its weekday and the time, in words, for the head of the desk. */
export function longDateTime(moment: number, zone: string, locale: string): string {
  const options: Intl.DateTimeFormatOptions = {
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }
  return dateTimeFormat(locale, zone, options).format(new Date(moment))
}

/** The year and month of a moment in the zone of the city, as periods are written: `2026-11`. */
export function monthOf(moment: number, zone: string): string {
  return dateTime(moment, zone).slice(0, 7)
}

/** `31.02810, 112.19940`: latitude and longitude as people read them out, five digits, about 1 m. */
export function coordinates([longitude, latitude]: [number, number]): string {
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
}

/** Reads `latitude, longitude` as typed; null when it is not a place on earth. */
export function parseCoordinates(text: string): [number, number] | null {
  const numbers = text.trim().split(/[\s,\uff0c;]+/).map(Number)
  if (numbers.length !== 2 || numbers.some(Number.isNaN)) return null
  const [latitude, longitude] = numbers as [number, number]
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null
  return [longitude, latitude]
}
