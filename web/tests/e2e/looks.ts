import { expect } from 'vitest'
import type { Person } from './desk.ts'

export const WIDE = { width: 1440, height: 900 }
export const NARROW = { width: 390, height: 844 }

/** A page looked at: kept as a picture if one is asked for, reachable, within the screen, silent. */
export async function inspect(person: Person, name: string): Promise<void> {
  await glance(person, name)
  expect(await person.axeFaults(), `axe on ${name}`).toEqual([])
}

/** The same but for axe, where it has seen these very parts at another width. */
export async function glance(person: Person, name: string): Promise<void> {
  await person.settle()
  await person.stand()
  await person.shot(name)
  expect(await person.overflow(), `overflow of ${name}`).toBeLessThanOrEqual(0)
  expect(person.errors, `console of ${name}`).toEqual([])
}

/**
 * The page as it stands, on a desk and on a phone, and back at the desk again. Axe sees it at both widths in
 * Chinese and on a phone in English: the words differ, the parts do not.
 */
export async function inspectBoth(person: Person, name: string, onPhone?: () => Promise<void>): Promise<void> {
  await (person.language === 'en' ? glance : inspect)(person, name)
  await person.page.setViewportSize(NARROW)
  await inspect(person, name)
  await onPhone?.()
  await person.page.setViewportSize(WIDE)
}
