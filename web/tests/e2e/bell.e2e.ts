import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accept, asPost, departmentName, report, type Case } from './cases.ts'
import { base, holderOf, launch, Person, words } from './desk.ts'
import { inspectBoth, NARROW } from './looks.ts'
import { pushService } from './push-service.ts'

/** The bell of the desk: a handler is told of a case that was dispatched, and goes there from it. */

const TOLD_WITHIN_MS = 90_000

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

describe('a browser', () => {
  it('is asked for leave to be woken only when the button is pressed, and left in peace again', async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
    await context.addInitScript(pushService('granted'))
    const who = Person.onPage(await context.newPage(), 'zh-CN')
    await who.page.goto(`${base}/desk/sign-in?lang=zh-CN`)
    await who.page.waitForSelector('#username')
    await who.signIn(holderOf('HANDLER'))
    await who.page.click('.bell')
    await who.page.waitForSelector('[data-wake=off]')
    expect(await who.page.evaluate('window.asked')).toBe(0)
    await who.page.click('[data-act=wake]')
    await who.page.waitForSelector('[data-wake=on]')
    expect(await who.page.evaluate('window.asked')).toBe(1)
    expect(await who.page.evaluate('window.wish'), 'the key of the server, uncompressed').toBe(65)
    await who.page.click('[data-act=sleep]')
    await who.page.waitForSelector('[data-wake=off]')
    expect(who.errors).toEqual([])
    await who.leave()
  })
})

describe.each(['zh-CN', 'en'] as const)('the bell in %s', (language) => {
  it('rings for the handlers of a case that was dispatched to them, and is worked by keyboard', async () => {
    const handler = holderOf('HANDLER')
    const { who, page, filed } = await dispatched(handler.department)
    await told(who, filed)
    await page.locator('.bell').focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('#notices:focus')
    const one = page.locator('#notices li.unread', { hasText: filed.no })
    await one.waitFor()
    await page.waitForSelector('.bell b')
    await expect.poll(() => page.locator('.notice-bell [aria-live=polite]').innerText()).toMatch(/[1-9]/)
    await inspectBoth(who, 'bell', async () => {
      const box = await page.locator('#notices').boundingBox()
      expect(box!.x).toBeGreaterThanOrEqual(0)
      expect(box!.x + box!.width).toBeLessThanOrEqual(NARROW.width)
    })
    await page.keyboard.press('Escape')
    await page.waitForSelector('.bell:focus')
    await expect.poll(() => page.locator('#notices').isVisible()).toBe(false)

    await page.keyboard.press('Enter')
    await page.waitForSelector('#notices:focus')
    await page.click('[data-act=read]')
    await page.waitForSelector('.bell b', { state: 'detached' })
    expect((await who.ask<{ unread: number }>('/api/notices')).unread).toBe(0)
    await asPost(browser, 'SHIFT_LEAD', language, async (lead) => {
      await lead.open('/notice-fates')
      const fate = lead.page.locator('[data-fate=sent]', { hasText: filed.no }).first()
      await fate.waitFor()
      expect(await fate.innerText()).toContain(words(language).noticeChannel['in-app'])
      await inspectBoth(lead, 'notice-fates')
    })
    await page.locator('#notices li', { hasText: filed.no }).locator('a').click()
    await page.waitForURL(({ pathname }) => pathname === `/desk/cases/${filed.id}`)
    await expect.poll(() => page.locator('#notices').isVisible()).toBe(false)
    await who.settle()
    expect(who.errors).toEqual([])
    await who.leave()
  })

  /** Waits until the server has told of the case. */
  async function told(who: Person, { no }: Case): Promise<void> {
    const until = Date.now() + TOLD_WITHIN_MS
    for (;;) {
      const { items } = await who.ask<{ items: { values: Record<string, string> }[] }>('/api/notices')
      if (items.some(({ values }) => values.number === no)) return
      if (Date.now() > until) throw new Error(`nobody was told of ${no}`)
      await who.page.waitForTimeout(1_000)
    }
  }

  /** A handler at the desk, to whose department a new case was dispatched. */
  async function dispatched(department: string): Promise<{ who: Person; page: Person['page']; filed: Case }> {
    let filed: Case = { id: '', no: '' }
    await asPost(browser, 'SUPERVISOR', language, async (person) => {
      filed = await report(person)
    })
    await accept(browser, filed, language)
    await asPost(browser, 'SHIFT_LEAD', language, async (person) => {
      await person.open(`/cases/${filed.id}`)
      await person.command('file', async () => undefined)
    })
    await asPost(browser, 'DISPATCHER', language, async (person) => {
      await person.open(`/cases/${filed.id}`)
      const name = await departmentName(person, department)
      await person.command('dispatch', async () => person.choose('department', name))
    })
    const who = await Person.signedIn(browser, holderOf('HANDLER', department), language)
    return { who, page: who.page, filed }
  }
})
