import type { Figure, PublishedAssessment, PublishedIndicator } from '../../api/open'
import { number } from '../../platform/format'

type Subject = PublishedAssessment['subjects'][number]

/** Null when there was nothing to divide by. */
export function valueOf(figure: Figure | undefined): number | null {
  if (!figure?.value) return null
  const value = Number(figure.value)
  return Number.isNaN(value) ? null : value
}

export function shownFigure(figure: Figure | undefined, unit: PublishedIndicator['unit']): string {
  const value = valueOf(figure)
  if (value === null) return '\u2013'
  if (unit === 'rate') return `${number(value * 100, 1)}%`
  return number(value, unit === 'hours' ? 1 : 0)
}

/** The part a figure opens onto first: what counts above the line, or below it where nothing does. */
export function partOf(figure: Figure | undefined, unit: PublishedIndicator['unit']): string | null {
  if (!figure) return null
  if (figure.numerator > 0) return 'numerator'
  return unit !== 'count' && figure.denominator > 0 ? 'denominator' : null
}

/** The greatest first; who has no value stands last. */
export function ranked(subjects: Subject[], { code }: Pick<PublishedIndicator, 'code'>): Subject[] {
  const rank = (one: Subject): number => valueOf(one.figures[code]) ?? Number.NEGATIVE_INFINITY
  return [...subjects].sort((a, b) => {
    const [left, right] = [rank(a), rank(b)]
    return left === right ? 0 : right - left
  })
}
