import { get, post } from './http'
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
