/** Where a photo of a case is read; who may see the case may see it. */
export function casePhoto(caseId: number, id: string): string {
  return `/api/cases/${caseId}/photos/${id}`
}

/** The same, small, for lists. */
export function smallCasePhoto(caseId: number, id: string): string {
  return `${casePhoto(caseId, id)}?small=true`
}

/** Where a photo is read by the one who has just taken it there. */
export function ownPhoto(id: string): string {
  return `/api/photos/${id}`
}
