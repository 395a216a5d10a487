import type { LonLat, Question } from '@shared/api/types'

export type ReportField = 'position' | 'category' | 'questions' | 'description'

interface Filled {
  position: LonLat | null
  category: string
  description: string
  answers: Record<string, string>
}

/** What a report still lacks, in the order of the form. */
export function faultsOf({ position, category, description, answers }: Filled, questions: Question[]): ReportField[] {
  const faults: ReportField[] = []
  if (!position) faults.push('position')
  if (!category) faults.push('category')
  if (questions.some(({ code, required }) => required && !answers[code])) faults.push('questions')
  if (!description.trim()) faults.push('description')
  return faults
}

/** What is sent of the answers: nothing where nothing was asked. */
export function answersOf(answers: Record<string, string>, questions: Question[]): Record<string, string> | undefined {
  return questions.length > 0 ? answers : undefined
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
