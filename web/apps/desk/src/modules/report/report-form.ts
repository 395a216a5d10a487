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

const FROM_THE_PUBLIC = new Set(['HOTLINE', 'ORDER_12345', 'CITIZEN_APP', 'WECHAT', 'WEB', 'MEDIA'])

/** Whether somebody outside the city's staff told of it, who can be called back. */
export function comesFromThePublic(source: string): boolean {
  return FROM_THE_PUBLIC.has(source)
}

/** Who told of it, when the source has such a person and anything was said about them. */
export function reporterOf(source: string, name: string, phone: string): { name: string; phone: string } | undefined {
  const said = { name: name.trim(), phone: phone.trim() }
  return comesFromThePublic(source) && (said.name || said.phone) ? said : undefined
}
