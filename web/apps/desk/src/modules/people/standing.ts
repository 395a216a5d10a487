import type { Urgency } from '@shared/i18n/format'
import type { Certificate, Posting } from '@shared/api/people'

const DAY_MS = 86_400_000
/** A certificate that runs out within so many days is named in time to renew it. */
const SOON_DAYS = 60

export type Standing = 'now' | 'coming' | 'past'

/** Whether a posting counts on a day; days are written `2026-11-23` and compare as texts. */
export function standing({ firstDay, lastDay }: Posting, day: string): Standing {
  if (firstDay > day) return 'coming'
  return lastDay && lastDay < day ? 'past' : 'now'
}

/** How a certificate stands on a day: in force, soon to run out, or no longer in force. */
export function certificateLight({ issuedOn, expiresOn }: Certificate, day: string): Urgency {
  if (expiresOn < day || issuedOn > day) return 'late'
  const left = (Date.parse(expiresOn) - Date.parse(day)) / DAY_MS
  return left <= SOON_DAYS ? 'soon' : 'calm'
}

const ORDER: Record<Standing, number> = { now: 0, coming: 1, past: 2 }

/** Those of today first, then those to come, then the past, newest first. */
export function inOrder(postings: readonly Posting[], day: string): Posting[] {
  return [...postings].sort(
    (a, b) => ORDER[standing(a, day)] - ORDER[standing(b, day)] || b.firstDay.localeCompare(a.firstDay),
  )
}
