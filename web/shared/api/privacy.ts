import { get, newIdempotencyKey, post } from './http'

// What is kept about people, who may see it, and the keys that lock it up.

export interface Contact {
  name?: string | null
  phone?: string | null
}

export interface StoredKey {
  id: number | string
  algorithm: string
  state: string
  createdAt: string
  records: number
}

export interface Rotation {
  startedAt: string
  done: number
  total: number
  finishedAt?: string | null
}

export interface KeyRing {
  keys: StoredKey[]
  rotation?: Rotation | null
}

export const openReporter = (caseId: number, reason: string): Promise<Contact> =>
  post(`/api/cases/${caseId}/reporter/openings`, { reason })
export const copyForReporter = (phone: string, reason: string): Promise<{ records: unknown[] }> =>
  post('/api/data-requests/copies', { phone, reason })
export const eraseReporter = (phone: string, reason: string): Promise<{ records: number }> =>
  post('/api/data-requests/erasures', { phone, reason }, newIdempotencyKey())

export const getKeys = (): Promise<KeyRing> => get('/api/keys')
export const rotateKeys = (): Promise<void> => post('/api/keys/rotations', {})
