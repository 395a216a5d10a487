import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asPost } from './cases.ts'
import { launch } from './desk.ts'

/** A department asks the same of several of its cases at once, and sees before what will become of each. */

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

interface Told {
  request?: { kind: string; reason: string } | null
  commands: { command: string }[]
}

describe('several cases at once', () => {
  for (const language of ['zh-CN', 'en'] as const) {
    it(`are asked more time for together, the others stay as they are, in ${language}`, async () => {
      await asPost(browser, 'HANDLER', language, async (person) => {
        const { page } = person
        const list = await person.ask<{ items: { id: number }[] }>('/api/cases?view=mine&limit=50')
        const waiting: number[] = []
        const others: number[] = []
        for (const { id } of list.items) {
          const { commands } = await person.ask<Told>(`/api/cases/${id}`)
          ;(commands.some(({ command }) => command === 'ask-extension') ? waiting : others).push(id)
          if (waiting.length >= 2 && others.length > 0) break
        }
        const [first, second] = waiting
        const other = others[0]
        expect(waiting.length, 'cases of the demo city that may be given more time').toBeGreaterThanOrEqual(2)

        await person.open(`/cases?view=mine&case=${first}`)
        await page.waitForSelector(`tr[data-case="${first}"][aria-selected=true]`)
        await page.keyboard.press('x')
        for (const id of [second, other].filter(Boolean)) await page.check(`tr[data-case="${id}"] input[type=checkbox]`)
        await page.click('[data-several=act]')
        await page.click('.several [data-command=ask-extension]')
        await expect.poll(() => page.locator('.several [data-open]').count()).toBe(2)
        await expect.poll(() => page.locator('.several [data-closed]').count()).toBe(other ? 1 : 0)
        await person.settle()
        await page.screenshot({ path: `target/screens/several-1440-${language}.png` })
        expect(await person.axeFaults()).toEqual([])
        await page.setViewportSize({ width: 390, height: 844 })
        await person.settle()
        await page.screenshot({ path: `target/screens/several-390-${language}.png` })
        expect(await person.overflow()).toBeLessThanOrEqual(0)

        await page.fill('.several [data-field=reason] textarea', '连续降雨，无法施工。')
        await page.click('.several button[type=submit]')
        await page.waitForFunction(() => document.querySelectorAll('.several .good').length === 2)
        for (const id of [first, second]) {
          const asked = await person.ask<Told>(`/api/cases/${id}`)
          expect(asked.request?.kind).toBe('extension')
        }
        if (other) expect((await person.ask<Told>(`/api/cases/${other}`)).request?.reason).not.toBe('连续降雨，无法施工。')
      })
    })
  }
})
