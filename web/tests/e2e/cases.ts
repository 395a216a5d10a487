import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { base, holderOf, Person, type Language } from './desk.ts'

/** What several walks have in common: a report from the map, and work at a post. */

export interface Case {
  id: string
  no: string
}

export async function asPost(browser: Browser, post: string, language: Language, work: (person: Person) => Promise<void>, department?: string) {
  const person = await Person.signedIn(browser, holderOf(post, department), language)
  try {
    await work(person)
    expect(person.errors, `console of ${post}`).toEqual([])
  } catch (thrown) {
    await person.shot(`failed-${post.toLowerCase()}`)
    throw thrown
  } finally {
    await person.leave()
  }
}

export async function report(person: Person, camera?: (jpeg: Buffer) => Buffer): Promise<Case> {
  const { page } = person
  await person.open('/report')
  await page.locator('.pick-map canvas').first().waitFor()
  await person.settle()
  await page.locator('.pick-map').click({ position: { x: 330, y: 320 } })
  await page.waitForSelector('.place')
  await page.locator('#report-category details').first().locator('summary').click()
  await page.locator('#report-category details').first().locator('label').first().click()
  await page.waitForSelector('.chosen')
  const conditions = page.locator('.conditions input')
  if ((await conditions.count()) > 0) await conditions.first().check()
  await page.fill('#report-address', person.language === 'en' ? 'Opposite the market gate' : '集贸市场门口对面')
  await page.fill('#report-description', `walk ${Date.now()}`)
  await person.addPhoto('.report .form', camera)
  await person.shot('report-filled')
  await page.locator('.report .form > button[type=submit]').click()
  await page.waitForSelector('.sent .number')
  await person.shot('report-sent')
  const no = (await page.textContent('.sent .number')) ?? ''
  const href = (await page.getAttribute('.sent .ways a', 'href')) ?? ''
  return { id: href.split('/').pop() ?? '', no: no.trim() }
}

export async function departmentName(person: Person, code: string): Promise<string> {
  const answer = await person.page.request.get(`${base}/api/departments`)
  const all = (await answer.json()) as { code: string; name: { zh: string; en: string } }[]
  const name = all.find((one) => one.code === code)?.name
  if (!name) throw new Error(`The server has no department ${code}`)
  return person.language === 'en' ? name.en || name.zh : name.zh
}
