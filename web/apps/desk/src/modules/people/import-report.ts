import type { ImportChange } from '@shared/api/people'

export type ChangeCounts = Record<ImportChange['what'], number>

export function countChanges(changes: readonly ImportChange[]): ChangeCounts {
  const counts: ChangeCounts = { added: 0, changed: 0, ended: 0, unchanged: 0 }
  for (const { what } of changes) counts[what] += 1
  return counts
}

/** The changes worth reading: what stays as it was is only counted. */
export function realChanges(changes: readonly ImportChange[]): ImportChange[] {
  return changes.filter(({ what }) => what !== 'unchanged')
}
