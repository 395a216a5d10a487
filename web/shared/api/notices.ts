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

/** What became of a notice on one way. */
export interface NoticeFate {
  delivery: number
  topic: string
  recipientKind: 'staff' | 'follower' | 'phone'
  /** Of the case; empty where the notice is about none. */
  number: string
  at: string
  channel: string
  state: 'queued' | 'sent' | 'failed' | 'given-up' | 'unreachable'
  attempts: number
  reason: string
  doneAt?: string | null
}

/** The newest first, 50 at most, those before a delivery. */
export function listNoticeFates(before?: number): Promise<NoticeFate[]> {
  return get(`/api/notice-fates${before === undefined ? '' : `?before=${before}`}`)
}

/** The key that browsers ask a push service to be woken under. */
export async function fetchPushKey(): Promise<string> {
  return (await get<{ key: string }>('/open/push-key')).key
}

export function subscribeToPush(keys: { endpoint: string; p256dh: string; auth: string }): Promise<void> {
  return post('/api/push-subscriptions', keys)
}
