import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asPost } from './cases.ts'
import { launch } from './desk.ts'

/** A department acts on several of its cases at once, and sees before what will become of each. */

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

interface Told {
  state: string
  commands: { command: string }[]
}

describe('several cases at once', () => {
  for (const language of ['zh-CN', 'en'] as const) {
    it(`are taken up together, the others stay as they are, in ${language}`, async () => {
      await asPost(browser, 'HANDLER', language, async (person) => {
        const { page } = person
        const list = await person.ask<{ items: { id: number }[] }>('/api/cases?view=mine&limit=50')
        const waiting: number[] = []
        const others: number[] = []
        for (const { id } of list.items) {
          const { commands } = await person.ask<Told>(`/api/cases/${id}`)
          ;(commands.some(({ command }) => command === 'take-up') ? waiting : others).push(id)
          if (waiting.length >= 2 && others.length >= 1) break
        }
        const [first, second] = waiting
        const other = others[0]
        expect([first, second, other], 'the demo city has two to take up and one in hand').not.toContain(undefined)

        await person.open(`/cases?view=mine&case=${first}`)
        await page.waitForSelector(`tr[data-case="${first}"][aria-selected=true]`)
        await page.keyboard.press('x')
        for (const id of [second, other]) await page.check(`tr[data-case="${id}"] input[type=checkbox]`)
        await page.click('[data-several=act]')
        await page.click('.several [data-command=take-up]')
        expect(await page.locator('.several [data-open]').count()).toBe(2)
        expect(await page.locator(`.several [data-closed="${other}"]`).count()).toBe(1)
        await person.settle()
        await page.screenshot({ path: `target/screens/several-1440-${language}.png` })
        expect(await person.axeFaults()).toEqual([])
        await page.setViewportSize({ width: 390, height: 844 })
        await person.settle()
        await page.screenshot({ path: `target/screens/several-390-${language}.png` })
        expect(await person.overflow()).toBeLessThanOrEqual(0)

        await page.click('.several button[type=submit]')
        await page.waitForFunction(() => document.querySelectorAll('.several .good').length === 2)
        for (const id of [first, second]) expect((await person.ask<Told>(`/api/cases/${id}`)).state).toBe('HANDLING')
        expect((await person.ask<Told>(`/api/cases/${other}`)).commands.map(({ command }) => command)).not.toContain('take-up')
      })
    })
  }
})
