import { ref } from 'vue'
import { dateTime, durationParts, timeLeft, type TimeLeft } from '@shared/i18n/format'
import { t } from './words'

/** Moments by the phone's own zone: it is carried where its city is. */

const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone

export const now = ref(Date.now())
setInterval(() => (now.value = Date.now()), 30_000)

export function moment(at: number | string): string {
  return dateTime(at, ZONE)
}

export function hourOf(at: number | string): string {
  return moment(at).slice(11)
}

export function dayOfPhone(at: number): string {
  return moment(at).slice(0, 10)
}

export function span(minutes: number): string {
  const parts = durationParts(minutes)
  return t(`duration.${parts.form}`, { days: parts.days, hours: parts.hours, minutes: parts.minutes })
}

/** How a limit stands, without the hint of the server when it begins to press: half an hour here. */
const PRESSES_MS = 30 * 60_000

export function standing(dueAt: string, at: number): TimeLeft {
  const warnAt = new Date(Date.parse(dueAt) - PRESSES_MS).toISOString()
  return timeLeft({ light: 'green', dueAt, warnAt }, at)
}
