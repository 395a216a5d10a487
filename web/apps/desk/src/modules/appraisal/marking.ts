import type { RankedIndicator, Scheme, SchemeLine } from '@shared/api/appraisal'

type Unit = RankedIndicator['unit']

/** A number of a scheme that may be changed, as it is shown: rates in per cent. */
export interface Bound {
  label: string
  value: number
  /** The scheme with this number changed to what was typed. */
  with: (typed: number) => Scheme
}

type Put = (scheme: Scheme, value: number) => void
type Say = (key: string, values?: Record<string, unknown>) => string

const SHARE = 1e6

/** `0.5` of a rate is shown as `50`. */
export function shownBound(value: number, unit: Unit): number {
  return unit === 'rate' ? Math.round(value * 100 * SHARE) / SHARE : value
}

export function boundText(value: number, unit: Unit): string {
  return `${shownBound(value, unit)}${unit === 'rate' ? '%' : ''}`
}

function bound(scheme: Scheme, label: string, value: number, unit: Unit, put: Put): Bound {
  return {
    label: unit === 'rate' ? `${label} %` : label,
    value: shownBound(value, unit),
    with: (typed) => {
      const copy = JSON.parse(JSON.stringify(scheme)) as Scheme
      put(copy, unit === 'rate' ? Math.round(typed * SHARE) / SHARE / 100 : typed)
      return copy
    },
  }
}

/** The numbers by which a line gives marks. */
export function boundsOfLine(scheme: Scheme, index: number, unit: Unit, say: Say): Bound[] {
  const line = scheme.lines[index]!
  if (line.linear) {
    return [
      bound(scheme, say('appraisal.zeroAt'), line.linear.none, unit, (copy, value) => (copy.lines[index]!.linear!.none = value)),
      bound(scheme, say('appraisal.fullAt'), line.linear.full, unit, (copy, value) => (copy.lines[index]!.linear!.full = value)),
    ]
  }
  return (line.bands ?? []).flatMap(({ from, marks }, band) => [
    bound(scheme, say('appraisal.bandFrom', { band: band + 1 }), from, unit, (copy, value) => (copy.lines[index]!.bands![band]!.from = value)),
    bound(scheme, say('appraisal.bandMarks', { band: band + 1 }), marks, 'count', (copy, value) => (copy.lines[index]!.bands![band]!.marks = value)),
  ])
}

/** The numbers of a bonus or a deduction. */
export function boundsOfAdjustment(scheme: Scheme, index: number, unit: Unit, say: Say): Bound[] {
  const { beyond, every, marks, cap } = scheme.adjustments[index]!
  return [
    bound(scheme, say('appraisal.beyond'), beyond, unit, (copy, value) => (copy.adjustments[index]!.beyond = value)),
    bound(scheme, say('appraisal.every'), every, unit, (copy, value) => (copy.adjustments[index]!.every = value)),
    bound(scheme, say('appraisal.marksEach'), marks, 'count', (copy, value) => (copy.adjustments[index]!.marks = value)),
    bound(scheme, say('appraisal.cap'), cap, 'count', (copy, value) => (copy.adjustments[index]!.cap = value)),
  ]
}

/** From how many marks on each grade is given; the last is from zero. */
export function boundsOfGrades(scheme: Scheme, say: Say): Bound[] {
  return scheme.grades.slice(0, -1).map(({ letter, from }, index) =>
    bound(scheme, say('appraisal.gradeBound', { letter }), from, 'count', (copy, value) => (copy.grades[index]!.from = value)),
  )
}

/** How a line gives marks, in words. */
export function lineText(line: SchemeLine, unit: Unit, say: Say): string {
  const at = (value: number): string => boundText(value, unit)
  if (line.linear) return say('appraisal.linear', { none: at(line.linear.none), full: at(line.linear.full) })
  return (line.bands ?? []).map(({ from, marks }) => say('appraisal.band', { from: at(from), marks })).join(say('app.comma'))
}
