import { get, newIdempotencyKey, post, put, remove } from './http'
import type { Named, Page } from './types'

// Who is signed in, with what, and how accounts are kept.

/** What a person may do; the server has the last word, the pages only spare a vain click. */
export type Right =
  | 'BASICS'
  | 'READ_CASES'
  | 'REPORT_PROBLEMS'
  | 'KEEP_PHOTOS'
  | 'READ_PHOTO_FACTS'
  | 'PREPARE_PUBLICATION'
  | 'ACT_ON_CASES'
  | 'READ_ASSESSMENT'
  | 'MANAGE_MONTHS'
  | 'LODGE_APPEALS'
  | 'REVIEW_APPEALS'
  | 'READ_POINTS'
  | 'ADJUST_POINTS'
  | 'MANAGE_SCHEMES'
  | 'READ_LEDGERS'
  | 'OPEN_PERSONAL_DATA'
  | 'ANSWER_DATA_REQUESTS'
  | 'READ_PEOPLE'
  | 'MANAGE_PEOPLE'
  | 'MANAGE_COMPONENTS'
  | 'MANAGE_FACILITIES'
  | 'REVIEW_REPORTS'
  | 'READ_NOTICE_FATES'
  | 'TAKE_CALLS'
  | 'MANAGE_ROUTING'
  | 'READ_SCREEN'
  | 'READ_TRACKS'
  | 'MANAGE_AUTHORITY'
  | 'MANAGE_KEYS'
  | 'MANAGE_CITY'
  | 'READ_AUDIT'
  | 'READ_API'

/** A post held today; without a level it counts for the whole city. */
export interface Mandate {
  post: string
  department?: string | null
  level?: string | null
  unit?: string | null
  unitName?: Named | null
}

export interface Account {
  id: string
  username: string
  displayName: string
  posts: string[]
  department?: string | null
  departmentName?: Named | null
  mandates?: Mandate[] | null
}

export interface Session {
  account: Account
  rights: Right[]
  mustChangePassword: boolean
  mustSetUpSecondFactor?: boolean
  /** Came through single sign-on, and owes the code of the second factor. */
  mustEnterSecondFactor?: boolean
  secondFactor?: boolean
}

export interface SignInWays {
  password: boolean
  oidc?: { name: Named; start: string } | null
}

/** One browser in which somebody is signed in. */
export interface OpenSession {
  id: string
  startedAt: string
  lastSeenAt: string
  address: string
  agent: string
  current: boolean
}

export interface Token {
  id: string
  name: string
  rights: Right[]
  createdAt: string
  expiresOn?: string | null
  lastUsedAt?: string | null
}

export interface NewToken {
  name: string
  rights: Right[]
  expiresOn: string
}

export interface Device {
  id: string
  name: string
  registeredAt: string
  lastSeenAt?: string | null
}

export interface Invitation {
  code: string
  expiresAt: string
}

export interface AccountRow {
  id: string
  username: string
  name: string
  department?: string | null
  posts: string[]
  secondFactor: boolean
  disabled: boolean
  sessions: number
  devices: number
  lastSignInAt?: string | null
}

/** A password that serves once and is shown once. */
export interface OneTimePassword {
  username: string
  password: string
}

export const getSession = (): Promise<Session> => get('/api/session')
export const getWays = (): Promise<SignInWays> => get('/api/session/ways')
export const startSession = (username: string, password: string, code?: string): Promise<Session> =>
  post('/api/session', { username, password, code })
export const endSession = (): Promise<void> => remove('/api/session')
export const putPassword = (current: string, next: string): Promise<void> =>
  put('/api/session/password', { current, next })

export const enterCode = (code: string): Promise<void> => put('/api/session/second-factor', { code })

export const listSessions = (): Promise<OpenSession[]> => get('/api/sessions')
export const endOneSession = (id: string): Promise<void> => remove(`/api/sessions/${id}`)
export const endOtherSessions = (): Promise<void> => remove('/api/sessions')

export const beginSecondFactor = (): Promise<{ secret: string; uri: string }> => post('/api/second-factor', {})
export const confirmSecondFactor = (code: string): Promise<{ recoveryCodes: string[] }> =>
  put('/api/second-factor', { code })
export const removeSecondFactor = (password: string, code: string): Promise<void> =>
  remove('/api/second-factor', { password, code })

export const listTokens = (): Promise<Token[]> => get('/api/tokens')
export const createToken = (token: NewToken): Promise<{ id: string; token: string }> =>
  post('/api/tokens', token, newIdempotencyKey())
export const removeToken = (id: string): Promise<void> => remove(`/api/tokens/${id}`)

export const inviteDevice = (): Promise<Invitation> => post('/api/devices/invitations', {})
export const listDevices = (): Promise<Device[]> => get('/api/devices')
export const removeDevice = (id: string): Promise<void> => remove(`/api/devices/${id}`)

export interface AccountQuery {
  q: string
}

export const listAccounts = (query: AccountQuery, cursor: string | null, signal: AbortSignal): Promise<Page<AccountRow>> =>
  get('/api/accounts', { ...query, cursor, limit: 50 }, signal)
export const createAccount = (staffNo: string): Promise<OneTimePassword> =>
  post('/api/accounts', { staffNo }, newIdempotencyKey())
export const resetPassword = (id: string): Promise<OneTimePassword> => post(`/api/accounts/${id}/password`, {})
export const disableAccount = (id: string, disabled: boolean, reason: string): Promise<void> =>
  put(`/api/accounts/${id}/disabled`, { disabled, reason })
export const endSessionsOf = (id: string): Promise<void> => remove(`/api/accounts/${id}/sessions`)
export const removeSecondFactorOf = (id: string): Promise<void> => remove(`/api/accounts/${id}/second-factor`)
export const listDevicesOf = (id: string): Promise<Device[]> => get(`/api/accounts/${id}/devices`)
export const removeDeviceOf = (id: string, device: string): Promise<void> =>
  remove(`/api/accounts/${id}/devices/${device}`)
