import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asPost, check, departmentName, report, type Case } from './cases.ts'
import { holderOf, launch, type Person } from './desk.ts'

/** From a click on the map to a closed case that counts, each step by the person who may take it. */

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

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
    await asPost(browser, 'SUPERVISOR', language, async (person) => {
      walked = await report(person)
      expect(walked.no).not.toBe('')
      await person.page.click('.sent .ways a')
      await person.page.waitForSelector('.timeline li[data-kind=reported]')
    })
  })

  it('is accepted at intake', async () => {
    await asPost(browser, 'INTAKE_CLERK', language, async (person) => {
      await person.open(`/cases/${walked.id}`)
      await person.command('accept')
      await person.page.waitForSelector('.timeline li[data-kind=accepted]')
    })
  })

  it('is filed by the shift lead under a category and a condition', async () => {
    await asPost(browser, 'SHIFT_LEAD', language, async (person) => {
      await person.open(`/cases/${walked.id}`)
      await person.command('file', async () => person.shot('case-file'))
      await person.page.waitForSelector('.timeline li[data-kind=filed]')
    })
  })

  it('is dispatched from the list, without leaving it', async () => {
    await asPost(browser, 'DISPATCHER', language, async (person) => {
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
    await asPost(browser, 'HANDLER', language, work, department)
  })

  it('is sent to be checked', async () => {
    await asPost(browser, 'INTAKE_CLERK', language, async (person) => {
      await person.open(`/cases/${walked.id}`)
      await person.command('request-check')
      await person.page.waitForSelector('.timeline li[data-kind=check-requested]')
    })
  })

  it('passes the check of whoever was drawn, who neither found nor handled it', async () => {
    await check(browser, walked, language, async (person) => {
      await person.command('pass-check', async () => person.addPhoto('[data-field=photos]'))
      await person.page.waitForSelector('.timeline li[data-kind=check-passed]')
    })
  })

  it('is closed by the shift lead, and nobody has anything left to do', async () => {
    await asPost(browser, 'SHIFT_LEAD', language, async (person) => {
      await person.open(`/cases/${walked.id}`)
      await person.command('close', async () => undefined)
      await person.page.waitForSelector('.timeline li[data-kind=closed]')
      await person.shot('case-closed')
      expect(await person.axeFaults()).toEqual([])
    })
  })

  it('stands behind a number of the assessment', async () => {
    await asPost(browser, 'ASSESSOR', language, async (person) => {
      const name = await departmentName(person, department)
      await person.open('/assessment?by=department')
      const row = person.page.locator('.assessment tbody tr', { hasText: name }).first()
      await row.waitFor()
      await person.shot('assessment')
      await row.locator('td a').first().click()
      await person.page.waitForURL(/\/assessment\/cases/)
      await person.page.waitForSelector('.foot')
      expect(await standsInList(person, walked.no)).toBe(true)
      await person.page.locator('td a', { hasText: walked.no }).click()
      await person.page.waitForSelector('.timeline li[data-kind=closed]')
    })
  })
})
