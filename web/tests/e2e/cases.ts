import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { base, findSignIn, holderOf, keepSignIn, Person, type Language, type SignIn } from './desk.ts'
import { send } from './street-cases.ts'

/** What several walks have in common: a report from the map, and work at a post. */

export interface Case {
  id: string
  no: string
}

export async function asPost(browser: Browser, post: string, language: Language, work: (person: Person) => Promise<void>, department?: string) {
  await asPerson(browser, holderOf(post, department), language, work)
}

export async function asPerson(browser: Browser, who: SignIn, language: Language, work: (person: Person) => Promise<void>) {
  const person = await Person.signedIn(browser, who, language)
  try {
    await work(person)
    expect(person.errors, `console of ${who.username}`).toEqual([])
  } catch (thrown) {
    await person.picture(`failed-${who.posts.join('-').toLowerCase()}`)
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

/** The case behind a number, for somebody at the desk. */
export async function caseOf(person: Person, no: string): Promise<Case> {
  const page = await person.ask<{ items: { id: number; caseNo: string }[] }>(`/api/cases?view=all&q=${encodeURIComponent(no)}`)
  const found = page.items.find(({ caseNo }) => caseNo === no)
  if (!found) throw new Error(`The desk does not find ${no}`)
  return { id: String(found.id), no }
}

/** Who was drawn to look at the case; while everybody has enough to do it waits, and then any checker may answer. */
async function lookerAt(browser: Browser, one: Case, language: Language): Promise<SignIn> {
  let staffNo = holderOf('CHECKER').username
  await asPost(browser, 'SHIFT_LEAD', language, async (person) => {
    for (let tries = 0; tries < 60; tries++) {
      const draws = await person.ask<{ person: string; state: string }[]>(`/api/patrol/cases/${one.id}/draws`)
      const open = draws.find(({ state }) => state === 'open')
      if (open) {
        staffNo = (await person.ask<{ staffNo: string }>(`/api/people/${open.person}`)).staffNo
        return
      }
      const tasks = await person.ask<{ caseId: number; why: string }[]>('/api/patrol/tasks')
      if (tasks.some(({ caseId, why }) => String(caseId) === one.id && why !== '')) return
      await person.page.waitForTimeout(500)
    }
  })
  return findSignIn(staffNo) ?? openAccount(browser, staffNo, language)
}

/** Many who walk the streets of the demo city have never signed in; the administrator gives them an account. */
async function openAccount(browser: Browser, staffNo: string, language: Language): Promise<SignIn> {
  let made: SignIn | undefined
  await asPost(browser, 'SYSTEM_ADMINISTRATOR', language, async (person) => {
    const { username, password } = await send<{ username: string; password: string }>(person, '/api/accounts', { staffNo })
    made = keepSignIn({ username, password, posts: [], department: '' })
  })
  return made!
}

/** A check, by whoever was drawn for it. */
export async function check(browser: Browser, one: Case, language: Language, work: (person: Person) => Promise<void>): Promise<void> {
  await asPerson(browser, await lookerAt(browser, one, language), language, async (person) => {
    await person.open(`/cases/${one.id}`)
    await work(person)
  })
}

/** Intake takes a report on. */
export async function accept(browser: Browser, one: Case, language: Language): Promise<void> {
  await asPost(browser, 'INTAKE_CLERK', language, async (person) => {
    await person.open(`/cases/${one.id}`)
    await person.command('accept')
  })
}

/** From an accepted case to a closed one, each step by the person who may take it. */
export async function solve(browser: Browser, one: Case, language: Language, department: string): Promise<void> {
  const at = (post: string, steps: (person: Person) => Promise<void>, of?: string): Promise<void> =>
    asPost(
      browser,
      post,
      language,
      async (person) => {
        await person.open(`/cases/${one.id}`)
        await steps(person)
      },
      of,
    )
  await at('SHIFT_LEAD', async (person) => person.command('file', async () => undefined))
  await at('DISPATCHER', async (person) => {
    const name = await departmentName(person, department)
    await person.command('dispatch', async () => person.choose('department', name))
  })
  const handle = async (person: Person): Promise<void> => {
    await person.command('take-up')
    await person.page.waitForSelector('[data-command="report-handled"]')
    await person.command('report-handled', async () => {
      await person.page.fill('[data-field=note] textarea', 'Done.')
      await person.addPhoto('[data-field=after]')
    })
  }
  await at('HANDLER', handle, department)
  await at('INTAKE_CLERK', async (person) => person.command('request-check'))
  await check(browser, one, language, (person) => person.command('pass-check', async () => person.addPhoto('[data-field=photos]')))
  await at('SHIFT_LEAD', async (person) => person.command('close', async () => undefined))
}

export async function departmentName(person: Person, code: string): Promise<string> {
  const answer = await person.page.request.get(`${base}/api/departments`)
  const all = (await answer.json()) as { code: string; name: { zh: string; en: string } }[]
  const name = all.find((one) => one.code === code)?.name
  if (!name) throw new Error(`The server has no department ${code}`)
  return person.language === 'en' ? name.en || name.zh : name.zh
}
