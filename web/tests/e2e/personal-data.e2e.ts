import fs from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asPost } from './cases.ts'
import { launch } from './desk.ts'

/** A reporter's name and phone: given, masked, opened with a reason, handed out, erased. */

let browser: Browser
let caseId = ''

const NAME = '欧阳敏'
const PHONE = `139${String(Date.now()).slice(-8)}`

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

describe('the reporter of a case', () => {
  it('is taken down by the intake clerk', async () => {
    await asPost(browser, 'INTAKE_CLERK', 'zh-CN', async (person) => {
      const { page } = person
      await person.open('/report')
      await page.locator('.pick-map canvas').first().waitFor()
      await person.settle()
      await page.locator('.pick-map').click({ position: { x: 330, y: 320 } })
      await page.waitForSelector('.place')
      await page.locator('#report-category details').first().locator('summary').click()
      await page.locator('#report-category details').first().locator('label').first().click()
      await page.fill('#report-description', `caller ${Date.now()}`)
      await page.selectOption('#report-source', 'SUPERVISOR')
      await expect.poll(() => page.locator('#report-reporter-phone').count()).toBe(0)
      await page.selectOption('#report-source', 'HOTLINE')
      await page.fill('#report-reporter-name', NAME)
      await page.fill('#report-reporter-phone', PHONE)
      await person.shot('report-reporter')
      await page.locator('.report .form > button[type=submit]').click()
      await page.waitForSelector('.sent .number')
      caseId = (await page.getAttribute('.sent .ways a', 'href'))?.split('/').pop() ?? ''
    })
  })

  it('is masked on the page, and opened for a minute to who says why', async () => {
    await asPost(browser, 'INTAKE_CLERK', 'zh-CN', async (person) => {
      const { page } = person
      await person.open(`/cases/${caseId}`)
      await page.waitForSelector('[data-open-contact]')
      expect(await page.content()).not.toContain(PHONE)
      await page.click('[data-open-contact]')
      await page.waitForSelector('.dialog-form')
      await page.locator('.dialog-form button[type=submit]').click()
      await page.waitForSelector('.dialog-form .missing')
      await person.shot('contact-reason')
      expect(await person.axeFaults()).toEqual([])
      await page.fill('.dialog-form textarea', '回访核实地点')
      await person.confirm()
      await page.waitForSelector('.contact.clear')
      await expect.poll(() => page.locator('.contact .said').innerText()).toBe(`${NAME} · ${PHONE}`)
      await person.shot('contact-clear')
      await page.locator('.contact .plain-button').click()
      expect(await page.content()).not.toContain(PHONE)
    })
  })

  it('stays masked for a dispatcher', async () => {
    await asPost(browser, 'DISPATCHER', 'zh-CN', async (person) => {
      await person.open(`/cases/${caseId}`)
      await person.page.waitForSelector('.contact')
      await expect.poll(() => person.page.locator('[data-open-contact]').count()).toBe(0)
      expect(await person.page.content()).not.toContain(PHONE)
    })
  })

  it('was opened under the eyes of the audit administrator', async () => {
    await asPost(browser, 'AUDIT_ADMINISTRATOR', 'zh-CN', async (person) => {
      await person.open(`/audit?object=cases/${caseId}`)
      await person.page.waitForSelector('tr[data-action]')
      await person.page.locator('tr[data-action] .act button').first().waitFor()
      await expect.poll(() => person.page.locator('.log').innerText()).not.toContain(PHONE)
      await person.shot('audit-opening')
    })
  })

  it('gets a copy of what is kept, and is erased when asking for it', async () => {
    await asPost(browser, 'SHIFT_LEAD', 'zh-CN', async (person) => {
      const { page } = person
      await person.open('/data-requests')
      await page.fill('#request-phone', PHONE)
      await page.fill('#request-reason', '本人来电，已回拨核实')
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.send .el-button--primary').click()])
      expect(fs.readFileSync(await download.path(), 'utf8')).toContain(PHONE)
      await page.locator('.send .el-button--danger').click()
      await page.waitForSelector('.sure')
      await page.check('.sure input')
      await person.shot('erasure')
      await person.confirm()
      await page.waitForSelector('.answer')
      await person.open(`/cases/${caseId}`)
      await page.waitForSelector('.timeline li')
      await expect.poll(() => page.locator('.contact').count()).toBe(0)
    })
  })
})
