import { i18n } from '@shared/i18n'
import type { Grade, Mark, Point, RankedIndicator } from '@shared/api/appraisal'
import { formatFigure } from '@desk/modules/assessment/figures'
import { levelName, translated } from '@desk/platform/names'

/** What a kind of subject is called: a post, an organisation, or a level of the city. */
export function kindName(kind: string): string {
  const { t } = i18n.global
  if (kind === 'department') return t('assessment.department')
  const known = translated(`appraisal.kind.${kind}`, '')
  return known || levelName(kind)
}

/** `87.50`; a dash when there is none. */
export function marksText(marks: number | null | undefined): string {
  return marks === null || marks === undefined ? '–' : marks.toFixed(2)
}

/** A figure as it is shown elsewhere. */
export function figureText(mark: Mark | undefined, unit: RankedIndicator['unit'], locale: string): string {
  return formatFigure(mark, unit, locale)
}

/** How many places somebody rose (above zero) or fell since the month before; null when one has no rank. */
export function risen(now: number | null | undefined, before: number | null | undefined): number | null {
  return now && before ? before - now : null
}

export function colourOf(grades: Grade[], letter: string | null | undefined): string | null {
  return grades.find((grade) => grade.letter === letter)?.colour ?? null
}

const WIDTH = 96
const HEIGHT = 28

/** The totals of a year as lines of a drawing 96 by 28; months without a total part the line. */
export function yearLine(points: Point[]): string[] {
  const step = points.length > 1 ? WIDTH / (points.length - 1) : 0
  const lines: string[][] = [[]]
  points.forEach(({ total }, index) => {
    if (total === null || total === undefined) lines.push([])
    else lines.at(-1)!.push(`${(index * step).toFixed(1)},${(HEIGHT - 2 - ((HEIGHT - 4) * total) / 100).toFixed(1)}`)
  })
  return lines.filter((line) => line.length > 0).map((line) => line.join(' '))
}
