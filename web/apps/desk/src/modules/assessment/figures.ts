import type { AssessedSubject, Figure, Indicator } from '@shared/api/types'

/** The value of a figure as a number; null when its denominator was zero. */
export function valueOf(figure: Figure | undefined): number | null {
  if (!figure || figure.value === null || figure.value === undefined || figure.value === '') return null
  const value = Number(figure.value)
  return Number.isNaN(value) ? null : value
}

/** `95.3%`, `1.6`, `128`: one digit after the point for rates and hours, none for counts. */
export function formatFigure(figure: Figure | undefined, unit: Indicator['unit'], locale: string): string {
  const value = valueOf(figure)
  if (value === null) return '–'
  const one = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
  if (unit === 'rate') return new Intl.NumberFormat(locale, { style: 'percent', ...one }).format(value)
  if (unit === 'hours') return new Intl.NumberFormat(locale, one).format(value)
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(value)
}

export interface Sorting {
  /** Code of an indicator, or the empty text for the name of the subject. */
  by: string
  descending: boolean
}

export function readSorting(text: string): Sorting {
  if (text.startsWith('-')) return { by: text.slice(1), descending: true }
  return { by: text, descending: false }
}

export function writeSorting({ by, descending }: Sorting): string {
  return by && descending ? `-${by}` : by
}

/** A column asked for first sorts down, its greatest value first; asked again, up. */
export function nextSorting(now: Sorting, by: string): Sorting {
  if (now.by !== by) return { by, descending: by !== '' }
  return { by, descending: !now.descending }
}

/** Subjects in the order asked for; those without a value always stand last. */
export function sorted(subjects: AssessedSubject[], { by, descending }: Sorting, nameOf: (one: AssessedSubject) => string) {
  const sign = descending ? -1 : 1
  return [...subjects].sort((a, b) => {
    if (!by) return sign * nameOf(a).localeCompare(nameOf(b))
    const left = valueOf(a.figures[by])
    const right = valueOf(b.figures[by])
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return sign * (left - right)
  })
}

/** The length of the bar of a cell, 0 to 100: a rate against the whole, others against the greatest. */
export function barLength(figure: Figure | undefined, unit: Indicator['unit'], greatest: number): number {
  const value = valueOf(figure)
  if (value === null || value <= 0) return 0
  const whole = unit === 'rate' ? 1 : greatest
  return whole > 0 ? Math.min(100, (value / whole) * 100) : 0
}

/** The month before or after: `2011-12` and 1 give `2012-01`. */
export function monthAfter(period: string, step: number): string {
  const [year = 0, month = 1] = period.split('-').map(Number)
  const months = year * 12 + (month - 1) + step
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text)
}
