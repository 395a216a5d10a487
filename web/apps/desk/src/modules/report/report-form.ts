import type { LonLat } from '@shared/api/types'

export type ReportField = 'position' | 'category' | 'description'

interface Filled {
  position: LonLat | null
  category: string
  description: string
}

/** What a report still lacks, in the order of the form. */
export function faultsOf({ position, category, description }: Filled): ReportField[] {
  const faults: ReportField[] = []
  if (!position) faults.push('position')
  if (!category) faults.push('category')
  if (!description.trim()) faults.push('description')
  return faults
}

/** Where the reports of a post usually come from; the person may say otherwise. */
export function usualSource(posts: string[]): 'SUPERVISOR' | 'INSPECTION' | 'HOTLINE' {
  if (posts.includes('SUPERVISOR')) return 'SUPERVISOR'
  return posts.includes('CHECKER') ? 'INSPECTION' : 'HOTLINE'
}
