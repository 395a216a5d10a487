import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asPost } from './cases.ts'
import { launch } from './desk.ts'
import { inspectBoth } from './looks.ts'

/** Who leads sees who is in the street, and how somebody's day there went. */

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

describe.each(['zh-CN', 'en'] as const)('the page of the street in %s', (language) => {
  it('shows people with their way, and the day of one of them by grids, roads and doubts', async () => {
    await asPost(browser, 'SHIFT_LEAD', language, async (person) => {
      const { page } = person
      const yesterday = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(Date.now() - 86_400_000))
      await person.open(`/patrol?day=${yesterday}`)
      await page.locator('[data-person]').first().waitFor()
      await page.locator('.patrol-map canvas').first().waitFor()
      await inspectBoth(person, 'patrol')
      await page.locator('[data-person]').first().click()
      await page.waitForSelector('[data-track]')
      await expect.poll(() => page.locator('[data-turn]').count()).toBeGreaterThan(0)
      await expect.poll(() => page.locator('.bars li').count()).toBeGreaterThan(0)
      expect(new URL(page.url()).searchParams.get('person')).toBeTruthy()
      await person.settle()
      await inspectBoth(person, 'patrol-track')
      await page.locator('[data-person]').first().click()
      await page.waitForSelector('[data-track]', { state: 'detached' })
    })
  })
})
