import { expect } from 'vitest'
import type { Browser } from 'playwright-core'
import { base, Person, type Geolocation, type Language } from './desk.ts'
import { glance, inspect, NARROW, WIDE } from './looks.ts'
import enRest from '../../apps/citizen/src/i18n/en.json' with { type: 'json' }
import enStart from '../../apps/citizen/src/i18n/start.en.json' with { type: 'json' }
import zhStart from '../../apps/citizen/src/i18n/start.zh-CN.json' with { type: 'json' }
import zhRest from '../../apps/citizen/src/i18n/zh-CN.json' with { type: 'json' }

/** What walks through the citizens' app have in common. */

const zh = { ...zhStart, ...zhRest }
const en: typeof zh = { ...enStart, ...enRest }

export const streetWords = (language: Language): typeof zh => (language === 'en' ? en : zh)

interface OpenCity {
  centre: { lon: number; lat: number }
}

/** A place in the middle of the city, a few metres from where anybody else stands. */
export async function somewhere(aside = 0, accuracy = 9): Promise<Geolocation> {
  const city = (await (await fetch(`${base}/open/city`)).json()) as OpenCity
  return { longitude: city.centre.lon + aside, latitude: city.centre.lat + 0.0004, accuracy }
}

export async function inStreet(
  browser: Browser,
  language: Language,
  at: Geolocation | undefined,
  work: (person: Person) => Promise<void>,
): Promise<void> {
  const person = await Person.inStreet(browser, language, at)
  try {
    await work(person)
    expect(person.errors, 'console in the street').toEqual([])
  } catch (thrown) {
    await person.picture('failed-street')
    throw thrown
  } finally {
    await person.leave()
  }
}

export async function addPhoto(person: Person): Promise<void> {
  await person.page.setInputFiles('#photo', {
    name: 'photo.jpg',
    mimeType: 'image/jpeg',
    buffer: await person.page.screenshot({ type: 'jpeg', quality: 80 }),
  })
  await person.page.waitForSelector('.photos img')
}

/** Writes a report where the phone stands and sends it; answers its code. */
export async function reportHere(person: Person, words: string): Promise<string> {
  const { page } = person
  await page.click('a[href="/m/report"]')
  await page.waitForSelector('.says.ok')
  await addPhoto(person)
  await page.fill('#description', words)
  await page.click('.foot-bar button')
  await page.waitForSelector('#phone')
  await page.click('.foot-bar button')
  await page.waitForSelector('.done h1')
  return (await page.locator('.code strong').innerText()).trim()
}

export interface Followed {
  number?: string
  state: { code: string }
  steps: { code: string }[]
  mayRate: boolean
}

export function follow(person: Person, code: string): Promise<Followed> {
  return person.ask<Followed>(`/open/reports/${code}`)
}

/** The page as it stands: on a phone, on a phone with large type, and on a desk. */
export async function inspectStreet(person: Person, name: string): Promise<void> {
  const { page } = person
  await inspect(person, name)
  await page.click('.bar-button[aria-pressed]')
  await inspect(person, `${name}-large`)
  await page.click('.bar-button[aria-pressed]')
  await page.setViewportSize(WIDE)
  await glance(person, name)
  await page.setViewportSize(NARROW)
}
