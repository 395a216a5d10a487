import { get } from './http'
import type { Named } from './types'

export interface ScreenHour {
  hour: number
  reported: number
  closed: number
  yesterday: number
}

export interface Rate {
  onTime: number
  due: number
}

export interface Ranked {
  code: string
  name: Named
  rate: Rate
  rank: number
  before?: number | null
}

/** The city at one moment, as the wall shows it. */
export interface Screen {
  at: string
  day: string
  numbers: { reported: number; yesterday: number; onSpot: number; open: number; soon: number; overdue: number }
  hours: ScreenHour[]
  categories: { code: string; name: Named; cases: number }[]
  gridLevel: string
  pressure: Record<string, number>
  overdue: { id: number; caseNo: string; category: Named; address: string; dueAt: string }[]
  events: { id: number; seq: number; kind: string; at: string; caseNo: string; category: Named; address: string }[]
  postings: { post: string; people: number; onDuty: number }[]
  rates: {
    at: string
    period: string
    city?: Rate | null
    before?: Rate | null
    level: string
    units: Ranked[]
    departments: Ranked[]
  }
}

export function screenNow(signal: AbortSignal): Promise<Screen> {
  return get('/api/screen', {}, signal)
}
