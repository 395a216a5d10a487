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
  address: string
  position: LonLat | null
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
    address: '',
    position: null,
  }
}

/** What the case says: an order of 12345 keeps its number in front, where the search finds it. */
export function descriptionOf({ source, orderNo, description }: Call): string {
  const order = source === 'ORDER_12345' && orderNo.trim() ? `[12345 ${orderNo.trim()}] ` : ''
  return order + description.trim()
}

/** Whether what stands in the field may be a phone number by now, so that asking makes sense. */
export function looksLikePhone(typed: string): boolean {
  return typed.replace(/\D/g, '').length >= 7
}

/** Which proposal a key chooses, from 0: Alt with 1 to 3 anywhere, the bare digit outside of fields. */
export function chosenByKey(event: KeyboardEvent): number | undefined {
  const digit = /^(?:Digit|Numpad)([1-3])$/.exec(event.code)?.[1]
  if (!digit || event.ctrlKey || event.metaKey) return undefined
  const field = event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [role=application]')
  return event.altKey || !field ? Number(digit) - 1 : undefined
}
