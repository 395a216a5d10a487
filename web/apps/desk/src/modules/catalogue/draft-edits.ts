import type { SchemeFinding } from '@shared/api/catalogue'
import type { Category, Question, TimeLimit } from '@shared/api/types'

/** A copy that is edited apart from what it came from. */
export function copyOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}

/**
 * The scheme with one category put in the place of the one that stood at the row, or added behind
 * the last of its major category; a major category has one name and one kind for all of its minors.
 */
export function withCategory(all: Category[], row: number, category: Category): Category[] {
  const next = [...all]
  if (row >= 0) next[row] = category
  else next.splice(placeOf(all, category.majorCode), 0, category)
  return next.map((one) =>
    one.majorCode === category.majorCode ? { ...one, major: category.major, kind: category.kind } : one,
  )
}

function placeOf(all: Category[], majorCode: string): number {
  const last = all.map((one) => one.majorCode).lastIndexOf(majorCode)
  return last < 0 ? all.length : last + 1
}

export function withoutCategory(all: Category[], row: number): Category[] {
  return all.filter((_, at) => at !== row)
}

/** The smallest whole number that is not a code yet. */
export function nextCode(taken: { code: string }[]): string {
  const codes = new Set(taken.map(({ code }) => code))
  let number = taken.length + 1
  while (codes.has(String(number))) number++
  return String(number)
}

export function newCategory(like: Category | undefined): Category {
  return {
    code: '',
    kind: like?.kind ?? 'INCIDENT',
    majorCode: like?.majorCode ?? '',
    major: like ? { ...like.major } : { zh: '', en: '' },
    name: { zh: '', en: '' },
    confidence: 'local-ext',
    conditions: [],
    questions: [],
  }
}

export const DAY_LIMIT: TimeLimit = { amount: 1, unit: 'WORK_DAY' }

export function newQuestion(taken: Question[]): Question {
  return { code: nextCode(taken), text: { zh: '', en: '' }, kind: 'TEXT', required: false, choices: [] }
}

/** Worst first: what keeps the scheme from being laid down, then what is only said. */
export function sorted(findings: SchemeFinding[]): SchemeFinding[] {
  return [...findings].sort((one, other) => Number(other.blocking) - Number(one.blocking) || one.row - other.row)
}
