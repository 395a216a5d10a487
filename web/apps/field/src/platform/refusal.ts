import type { ApiProblem } from '@shared/api/problem'
import type { LastProblem } from '@shared/offline/shelf'
import { problemWords, t } from './words'

export interface Refusal {
  says: string
  advice: string
}

const WAITS: Record<number, string> = { 0: 'network', 401: 'signIn', 403: 'signIn', 429: 'busy' }

/** What the last attempt came to while it is still going to be repeated: never the machine's own words. */
export function waitingFor(problem: LastProblem | undefined): string {
  if (!problem) return t('waits.turn')
  return t(`waits.${WAITS[problem.status] ?? 'server'}`)
}

/** A refusal in a sentence and what can be done about it, in the reader's language where there are words. */
export function refusalOf(problem: LastProblem | ApiProblem): Refusal {
  if (problem.code === 'page.broken') return { says: t('waits.broken'), advice: '' }
  const values = [...problem.detail.matchAll(/\(([^()]*)\)/g)].map((match) => match[1] ?? '')
  return {
    says: problemWords(problem.code, 'says', values) ?? (problem.detail || t('waits.unknown', { code: problem.code })),
    advice: problemWords(problem.code, 'advice', values) ?? problem.advice,
  }
}
