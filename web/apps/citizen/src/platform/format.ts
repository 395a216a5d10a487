import { language, t } from './words'
import { city } from './city'

const FAR_M = 1000

function parts(moment: string): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: city.value?.zone || undefined,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return Object.fromEntries(format.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]))
}

/** `2026-11-23 09:32` in the zone of the city. */
export function dateTime(moment: string): string {
  const { year, month, day, hour, minute } = parts(moment)
  return `${year}-${month}-${day} ${hour}:${minute}`
}

export function day(moment: string): string {
  return dateTime(moment).slice(0, 10)
}

export function metres(distance: number): string {
  return distance < FAR_M
    ? t('unit.metres', { n: Math.max(10, Math.round(distance / 10) * 10) })
    : t('unit.kilometres', { n: (distance / 1000).toFixed(1) })
}

/** A figure in the way of the reader's language. */
export function number(value: number, digits = 0): string {
  return new Intl.NumberFormat(language.value, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)
}
