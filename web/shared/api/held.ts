import { get, post, put } from './http'
import type { Named } from './types'

/** A report of a citizen that something speaks against. */
export interface HeldReport {
  id: number
  state: 'held' | 'refused' | 'taken'
  sentAt: string
  source: string
  category: Named
  description: string
  address: string
  position?: { lon: number; lat: number } | null
  photos: number
  score: number
  /** Each ground with its points: `blocked-word:60`. */
  grounds: string[]
  caseId?: number | null
}

export function listHeld(): Promise<HeldReport[]> {
  return get('/api/held-reports')
}

export function releaseHeld(id: number): Promise<HeldReport> {
  return post(`/api/held-reports/${id}/release`, {})
}

export function refuseHeld(id: number, answer: string): Promise<HeldReport> {
  return post(`/api/held-reports/${id}/refusal`, { answer })
}

export const WORD_KINDS = ['advert', 'gambling', 'fraud', 'abuse', 'other'] as const

export interface BlockedWord {
  word: string
  kind: (typeof WORD_KINDS)[number]
}

export async function listBlockedWords(): Promise<BlockedWord[]> {
  return (await get<{ words: BlockedWord[] }>('/api/blocked-words')).words
}

/** Puts the list in place of the one before. */
export async function replaceBlockedWords(words: BlockedWord[]): Promise<BlockedWord[]> {
  return (await put<{ words: BlockedWord[] }>('/api/blocked-words', { words })).words
}
