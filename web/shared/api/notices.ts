import { get, post } from './http'
import type { Named } from './types'

/** Something the server tells who is signed in. */
export interface Notice {
  id: number
  topic: string
  title: Named
  body: Named
  /** What the texts speak of; `case` is the id of a case. */
  values: Record<string, string>
  at: string
  read: boolean
}

export interface Notices {
  unread: number
  /** The newest first. */
  items: Notice[]
}

export function listNotices(): Promise<Notices> {
  return get('/api/notices')
}

/** Marks as read everything up to the notice of this id. */
export function readNotices(upTo: number): Promise<Notices> {
  return post('/api/notices/readings', { upTo })
}

/** The key that browsers ask a push service to be woken under. */
export async function fetchPushKey(): Promise<string> {
  return (await get<{ key: string }>('/open/push-key')).key
}

export function subscribeToPush(keys: { endpoint: string; p256dh: string; auth: string }): Promise<void> {
  return post('/api/push-subscriptions', keys)
}
