import { ref, shallowRef } from 'vue'
import { get, post } from '@shared/api/http'
import { asProblem, type ApiProblem } from '@shared/api/problem'
import type { Named } from '@shared/api/types'
import { keep, kept } from './store'

export { plainPoints as plain, signedPoints as signed } from '@shared/api/points'

/** One entry of the ledger of points; amounts are hundredths of a point. */
export interface PointsEntry {
  id: number
  day: string
  deedDay: string
  at: string
  amount: number
  rule: string
  caseId?: number
  caseNo?: string
  words: Named
  note?: string
  reverses?: number
  objection?: 'proposed' | 'granted' | 'declined'
  may: string[]
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

const KEPT_UNDER = 'points'

/** The month of today as the server last told it; there without the network too. */
export const points = shallowRef<PointsStatement | null>(null)
export const pointsProblem = shallowRef<ApiProblem | null>(null)
export const pointsLoading = ref(false)

export async function readPoints(): Promise<void> {
  points.value ??= (await kept<PointsStatement>(KEPT_UNDER)) ?? null
  pointsLoading.value = true
  pointsProblem.value = null
  try {
    points.value = await get<PointsStatement>('/api/field/points')
    await keep(KEPT_UNDER, points.value)
  } catch (thrown) {
    pointsProblem.value = asProblem(thrown)
  } finally {
    pointsLoading.value = false
  }
}

export async function objectTo(entry: number, reason: string): Promise<void> {
  await post('/api/field/points/objections', { entry, reason })
  await readPoints()
}
