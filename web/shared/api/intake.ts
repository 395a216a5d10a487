// What the server tells while somebody calls.

import { get, post } from './http'
import type { CaseRow, LonLat, Named, PlaceUnit } from './types'

export interface FoundPlace {
  kind: 'road' | 'crossing' | 'place' | 'shop' | 'component'
  name: string
  address: string
  code?: string | null
  position: LonLat
  units: PlaceUnit[]
}

export interface CategorySuggestion {
  category: string
  name: Named
  /** From 0 to 1. */
  probability: number
  because: string[]
}

export interface SuggestionAccuracy {
  at: string
  /** Closed cases learnt from. */
  cases: number
  method: string
  methods: { method: string; cases: number; top1: number; top3: number }[]
}

export interface NearbyCase extends CaseRow {
  metres: number
}

export function searchPlaces(q: string, near: LonLat | null, signal: AbortSignal): Promise<FoundPlace[]> {
  return get('/api/places', { q, near: near?.join(',') }, signal)
}

export function suggestCategories(text: string, signal: AbortSignal): Promise<CategorySuggestion[]> {
  return get('/api/category-suggestions', { text }, signal)
}

export function suggestionAccuracy(): Promise<SuggestionAccuracy> {
  return get('/api/category-suggestions/accuracy')
}

export function nearbyCases(at: LonLat, radius: number, category: string, signal: AbortSignal): Promise<NearbyCase[]> {
  return get('/api/cases/nearby', { lon: at[0], lat: at[1], radius, category }, signal)
}

export function callerHistory(phone: string): Promise<CaseRow[]> {
  return post('/api/callers/history', { phone })
}
