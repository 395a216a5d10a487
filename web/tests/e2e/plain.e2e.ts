import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asPost } from './cases.ts'
import { base, launch, Person } from './desk.ts'

/** A browser that runs no script reports all the same; a person looks at the report first. */

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

describe.each(['zh', 'en'] as const)('without a script, in %s,', (lang) => {
  it('a place is searched for, a problem reported with a photo, and its code followed', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    await page.goto(`${base}/open/pages/report?lang=${lang}`)
    await page.locator('main a').first().click()
    await page.fill('input[name=q]', '\u5e02\u573a')
    await page.click('button[type=submit]')
    await page.locator('main td a').first().click()
    const words = `plain ${lang} ${Date.now()}`
    // The page before has a button too.
    await page.waitForSelector('textarea[name=description]')
    await page.click('button[type=submit]')
    await page.fill('textarea[name=description]', words)
    await page.locator('input[type=file]').first().setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: await page.screenshot() })
    await page.screenshot({ path: new URL(`../../target/screens/plain-report-390-${lang}.png`, import.meta.url).pathname, fullPage: true })
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth').catch(() => 0)).toBeLessThanOrEqual(0)
    await page.click('button[type=submit]')
    await page.locator('main a[href*="/open/pages/reports/"]').click()
    await page.locator('main ol li').first().waitFor()
    await context.close()

    await asPost(browser, 'SHIFT_LEAD', 'zh-CN', async (person: Person) => {
      const held = await person.ask<{ description: string; grounds: unknown; photos: number }[]>('/api/held-reports')
      const ours = held.find(({ description }) => description === words)
      expect(JSON.stringify(ours?.grounds)).toContain('no-script')
      expect(ours?.photos).toBe(1)
    })
  })
})
