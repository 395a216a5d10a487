import type { LocationQueryRaw } from 'vue-router'
import type { PeopleFigure } from '@shared/api/people'
import type { Language } from '@shared/i18n'

/** Whether a figure is a share of something; the others are counts. */
export function isShare({ id }: PeopleFigure): boolean {
  return id === 'force_in_grids'
}

/** A share in percent with one digit, a count as it is. */
export function figureText(figure: PeopleFigure, language: Language): string {
  const { numerator, denominator } = figure
  if (!isShare(figure)) return new Intl.NumberFormat(language).format(numerator)
  if (!denominator) return '–'
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(numerator / denominator)
}

/** The list of people that a figure counted. */
export function behindFigure(figure: string, on: string): LocationQueryRaw {
  return { figure, on }
}
