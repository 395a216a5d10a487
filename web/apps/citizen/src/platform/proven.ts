import { newIdempotencyKey } from '@shared/api/http'
import type { ApiProblem } from '@shared/api/problem'
import { askPuzzle, type Proof, type Spot } from '../api/open'
import { prove } from './prove'

/** What the server says when a proof no longer holds, and another one does. */
const STALE = new Set([
  'engagement.challenge-over',
  'engagement.challenge-spent',
  'engagement.unknown-challenge',
  'engagement.unknown-photo',
  'engagement.bad-nonce',
])

export function isStale(problem: ApiProblem): boolean {
  return STALE.has(problem.code)
}

const DEVICE_UNDER = 'gewu.device'

/** A random text that says "the same phone as before" and nothing else. */
function device(): string {
  const known = localStorage.getItem(DEVICE_UNDER)
  if (known) return known
  const fresh = newIdempotencyKey()
  localStorage.setItem(DEVICE_UNDER, fresh)
  return fresh
}

export async function newProof(at?: Spot): Promise<Proof> {
  const puzzle = await askPuzzle(device(), at)
  return { id: puzzle.id, nonce: await prove(puzzle.salt, puzzle.bits) }
}
