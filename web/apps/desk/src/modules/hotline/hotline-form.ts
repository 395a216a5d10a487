import type { DuplicateCandidate } from '@shared/api/duplicates'
import type { LonLat } from '@shared/api/types'

/** What a caller has told so far. */
export interface Call {
  source: string
  orderNo: string
  phone: string
  name: string
  description: string
  category: string
  condition: string
  /** To what the category asks, by the code of the question. */
  answers: Record<string, string>
  address: string
  position: LonLat | null
  /** The case that tells of the same problem; the call becomes a copy of it. */
  sameAs: DuplicateCandidate | null
}

export function newCall(source = 'HOTLINE'): Call {
  return {
    source,
    orderNo: '',
    phone: '',
    name: '',
    description: '',
    category: '',
    condition: '',
    answers: {},
    address: '',
    position: null,
    sameAs: null,
  }
}

/** What the case says: an order of 12345 keeps its number in front, where the search finds it. */
export function descriptionOf({ source, orderNo, description }: Call): string {
  const order = source === 'ORDER_12345' && orderNo.trim() ? `[12345 ${orderNo.trim()}] ` : ''
  return order + description.trim()
}

const PHONE = /^(?:(?:\+86|0086|86)?1\d{10}|0[1-9]\d{8,10}|[2-8]\d{6,7}|\+[1-9]\d{6,14})$/

/** Whether a whole phone number stands in the field: each question about a caller goes into the audit log. */
export function isPhone(typed: string): boolean {
  return PHONE.test(typed.replace(/[\s()\-.]/g, ''))
}

/** Alt with 4 says that the likeliest of the open cases is this problem, or that it is not. */
export function isSameKey(event: KeyboardEvent): boolean {
  return event.altKey && !event.ctrlKey && !event.metaKey && /^(?:Digit|Numpad)4$/.test(event.code)
}

/** Which proposal a key chooses, from 0: Alt with 1 to 3 anywhere, the bare digit outside of fields. */
export function chosenByKey(event: KeyboardEvent): number | undefined {
  const digit = /^(?:Digit|Numpad)([1-3])$/.exec(event.code)?.[1]
  if (!digit || event.ctrlKey || event.metaKey) return undefined
  const field = event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [role=application]')
  return event.altKey || !field ? Number(digit) - 1 : undefined
}
