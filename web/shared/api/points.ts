import { get, post } from './http'
import type { Named } from './types'

/** Amounts of points are hundredths. */
export interface PointsEntry {
  id: number
  day: string
  deedDay: string
  at: string
  amount: number
  rule: string
  version: string
  caseId?: number
  caseNo?: string
  words: Named
  note?: string
  reverses?: number
  objection?: string
  bookedAt: string
}

export interface PointsStatement {
  month: string
  day: string
  total: number
  today: number
  words?: Named
  days: { day: string; amount: number; entries: number }[]
  rules: { rule: string; words: Named; amount: number; entries: number }[]
  entries: PointsEntry[]
}

export interface RankedPerson {
  rank: number
  person: string
  name: string
  teams: string[]
  units: string[]
  amount: number
}

export interface PointsGroup {
  code: string
  name: Named
  people: number
  amount: number
  mean: number
}

export interface PointsBoard {
  month: string
  people: RankedPerson[]
  teams: PointsGroup[]
  grids: PointsGroup[]
}

export interface PointsAdjustment {
  id: number
  kind: 'by-hand' | 'objection' | 'falsification'
  person: string
  name: string
  amount: number
  caseId?: number
  caseNo?: string
  reason: string
  photos: string[]
  state: 'proposed' | 'granted' | 'declined'
  proposedBy: string
  proposedAt: string
  decidedBy?: string
  decidedAt?: string
  answer?: string
  may: string[]
}

export const pointsBoard = (month: string): Promise<PointsBoard> => get('/api/points', { month })

export function pointsOf(person: string, month: string): Promise<{ person: string; name: string; points: PointsStatement }> {
  return get(`/api/points/people/${person}`, { month })
}

export const listAdjustments = (open: boolean): Promise<PointsAdjustment[]> => get('/api/points/adjustments', { open: String(open) })

export interface NewAdjustment {
  kind: 'by-hand' | 'falsification'
  person: string
  amount?: number
  caseId?: number
  reason: string
}

export const proposeAdjustment = (wish: NewAdjustment): Promise<{ id: number }> => post('/api/points/adjustments', wish)

export function decideAdjustment(id: number, granted: boolean, answer: string): Promise<void> {
  return post(`/api/points/adjustments/${id}/decision`, { granted, answer })
}

/** With its sign, as few digits as there are. */
export function signedPoints(hundredths: number): string {
  const text = plainPoints(Math.abs(hundredths))
  return hundredths > 0 ? `+${text}` : hundredths < 0 ? `\u2212${text}` : '0'
}

export const plainPoints = (hundredths: number): string => String(hundredths / 100)
