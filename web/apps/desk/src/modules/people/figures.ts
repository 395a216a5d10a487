import type { LocationQueryRaw } from 'vue-router'
import type { PeopleFigure } from '@shared/api/people'
import type { Language } from '@shared/i18n'

/** A share in percent with one digit, a count as it is. */
export function figureText({ value, numerator, denominator }: PeopleFigure, language: Language): string {
  if (value === null || value === undefined) return '–'
  if (!denominator) return new Intl.NumberFormat(language).format(numerator)
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(numerator / denominator)
}

/** The list of people that a figure counted. */
export function behindFigure(id: string, day: string): LocationQueryRaw {
  if (id === 'community_officers') return { post: 'COMMUNITY_GRID_OFFICER', on: day }
  return { level: 'duty_grid', on: day }
}
