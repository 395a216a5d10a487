/** Where a photo of a case is read; who may see the case may see it. */
export function casePhoto(caseId: number, id: string): string {
  return `/api/cases/${caseId}/photos/${id}`
}

/** Where a photo is read by the one who has just taken it there. */
export function ownPhoto(id: string): string {
  return `/api/photos/${id}`
}
