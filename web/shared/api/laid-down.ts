/** Part of the city's setting, laid down to be in force from a moment on: a calendar, a scheme. */
export interface LaidDown {
  number: number
  version: string
  standing: 'COMING' | 'IN_FORCE' | 'PAST' | 'WITHDRAWN'
  since: string
  at: string
  author: string
  reason: string
  withdrawnAt?: string | null
  withdrawnBy?: string | null
  withdrawnFor?: string | null
}
