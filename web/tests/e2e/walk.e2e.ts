import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { base, holderOf, launch, Person, type Language } from './desk.ts'

/** From a click on the map to a closed case that counts, each step by the person who may take it. */

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

interface Case {
  id: string
  no: string
}

async function asPost(post: string, language: Language, work: (person: Person) => Promise<void>, department?: string) {
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

async function report(person: Person): Promise<Case> {
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
  await person.addPhoto('.report .form')
  await person.shot('report-filled')
  await page.locator('.report .form > button[type=submit]').click()
  await page.waitForSelector('.sent .number')
  await person.shot('report-sent')
  const no = (await page.textContent('.sent .number')) ?? ''
  const href = (await page.getAttribute('.sent .ways a', 'href')) ?? ''
  return { id: href.split('/').pop() ?? '', no: no.trim() }
}

async function departmentName(person: Person, code: string): Promise<string> {
  const answer = await person.page.request.get(`${base}/api/departments`)
  const all = (await answer.json()) as { code: string; name: { zh: string; en: string } }[]
  const name = all.find((one) => one.code === code)?.name
  if (!name) throw new Error(`The server has no department ${code}`)
  return person.language === 'en' ? name.en || name.zh : name.zh
}

/** Looks for the case among those behind a number, page after page. */
async function standsInList(person: Person, no: string): Promise<boolean> {
  const { page } = person
  for (let turn = 0; turn < 60; turn++) {
    if ((await page.locator('td a', { hasText: no }).count()) > 0) return true
    const more = page.locator('.foot button')
    if ((await more.count()) === 0) return false
    await more.click()
    await person.settle()
  }
  return false
}

describe.each(['zh-CN', 'en'] as const)('in %s a case', (language) => {
  const department = holderOf('HANDLER').department
  let walked: Case

  it('is reported by a click on the map', async () => {
    await asPost('SUPERVISOR', language, async (person) => {
      walked = await report(person)
      expect(walked.no).not.toBe('')
      await person.page.click('.sent .ways a')
      await person.page.waitForSelector('.timeline li[data-kind=reported]')
    })
  })

  it('is accepted at intake', async () => {
    await asPost('INTAKE_CLERK', language, async (person) => {
      await person.open(`/cases/${walked.id}`)
      await person.command('accept')
      await person.page.waitForSelector('.timeline li[data-kind=accepted]')
    })
  })

  it('is filed by the shift lead under a category and a condition', async () => {
    await asPost('SHIFT_LEAD', language, async (person) => {
      await person.open(`/cases/${walked.id}`)
      await person.command('file', async () => person.shot('case-file'))
      await person.page.waitForSelector('.timeline li[data-kind=filed]')
    })
  })

  it('is dispatched from the list, without leaving it', async () => {
    await asPost('DISPATCHER', language, async (person) => {
      const name = await departmentName(person, department)
      await person.open(`/cases?view=to_dispatch&case=${walked.id}`)
      await person.page.waitForSelector('.summary')
      await person.shot('desk-dispatch')
      await person.command('dispatch', async () => {
        await person.choose('department', name)
        await person.shot('desk-dispatch-form')
      })
      expect(person.page.url()).toContain('/desk/cases?')
    })
  })

  it('is taken up and reported handled with a photo by the department', async () => {
    const work = async (person: Person): Promise<void> => {
      await person.open(`/cases/${walked.id}`)
      await person.command('take-up')
      await person.page.waitForSelector('[data-command="report-handled"]')
      await person.command('report-handled', async () => {
        await person.page.fill('[data-field=note] textarea', 'Done.')
        await person.addPhoto('[data-field=after]')
        await person.shot('case-handled')
      })
      await person.page.waitForSelector('.timeline li[data-kind=handled]')
    }
    await asPost('HANDLER', language, work, department)
  })

  it('is sent to be checked', async () => {
    await asPost('INTAKE_CLERK', language, async (person) => {
      await person.open(`/cases/${walked.id}`)
      await person.command('request-check')
      await person.page.waitForSelector('.timeline li[data-kind=check-requested]')
    })
  })

  it('passes the check of somebody who neither found nor handled it', async () => {
    await asPost('CHECKER', language, async (person) => {
      await person.open(`/cases/${walked.id}`)
      await person.command('pass-check', async () => person.addPhoto('[data-field=photos]'))
      await person.page.waitForSelector('.timeline li[data-kind=check-passed]')
    })
  })

  it('is closed by the shift lead, and nobody has anything left to do', async () => {
    await asPost('SHIFT_LEAD', language, async (person) => {
      await person.open(`/cases/${walked.id}`)
      await person.command('close', async () => undefined)
      await person.page.waitForSelector('.timeline li[data-kind=closed]')
      await person.shot('case-closed')
      expect(await person.axeFaults()).toEqual([])
    })
  })

  it('stands behind a number of the assessment', async () => {
    await asPost('ASSESSOR', language, async (person) => {
      const name = await departmentName(person, department)
      await person.open('/assessment?by=department')
      const row = person.page.locator('.assessment tbody tr', { hasText: name }).first()
      await row.waitFor()
      await person.shot('assessment')
      await row.locator('td a').first().click()
      await person.page.waitForSelector('.plain-table tbody tr')
      expect(await standsInList(person, walked.no)).toBe(true)
      await person.page.locator('td a', { hasText: walked.no }).click()
      await person.page.waitForSelector('.timeline li[data-kind=closed]')
    })
  })
})
