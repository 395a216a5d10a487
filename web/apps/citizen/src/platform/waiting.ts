import { computed, ref, shallowRef } from 'vue'
import type { Contact, Spot } from '../api/open'

/** What waits on this phone to be sent; how it is sent stands in `outbox.ts`, which comes later. */

/** A report as it was written, with an id made on this phone: sent twice it is one. */
export interface Draft {
  clientId: string
  writtenAt: string
  position: Spot
  address: string
  category: string
  description: string
  /** Absent when the category asks nothing. */
  answers?: Record<string, string>
  photos: { type: string; bytes: ArrayBuffer }[]
  contact: Contact
  wantsAnswer: boolean
  language: 'zh' | 'en'
}

export interface Waiting extends Draft {
  /** What the server said when it would not have it; the person decides. */
  refused?: { code: string; detail: string; status: number }
}

export const waiting = shallowRef<Waiting[]>([])
export const sending = ref(false)
export const unsent = computed(() => waiting.value.length)
