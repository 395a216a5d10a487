import type { FigureAsked } from '../../api/open'
import { href } from '../../platform/router'

/** Addresses inside the published assessment: everything that is asked stands in them. */

function address(page: string, asked: Record<string, string>): string {
  return href(`/${page}?${new URLSearchParams(asked).toString()}`)
}

export function subjectAddress(period: string, by: string, subject: string): string {
  return address('subject', { period, by, subject })
}

export function figureAddress(asked: FigureAsked): string {
  return address('figure', { ...asked })
}

export function caseAddress(number: string): string {
  return href(`/case/${encodeURIComponent(number)}`)
}

export function tableAddress(page: 'assessment' | 'ranking', period: string, by: string): string {
  return address(page, { period, by })
}
