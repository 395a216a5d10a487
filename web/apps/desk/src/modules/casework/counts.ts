import { shallowRef } from 'vue'
import { get } from '@shared/api/http'
import type { CaseCounts } from '@shared/api/types'

/** How many cases stand in each view; null until the server has said so. */
export const counts = shallowRef<CaseCounts | null>(null)

/** Asks anew. A failure keeps the last answer: the list itself tells what is wrong. */
export async function loadCounts(): Promise<void> {
  counts.value = await get<CaseCounts>('/api/cases/counts').catch(() => counts.value)
}
