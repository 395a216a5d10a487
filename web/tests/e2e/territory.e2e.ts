import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asPost } from './cases.ts'
import { launch } from './desk.ts'
import { inspectBoth } from './looks.ts'
import { daysFromToday } from './people.ts'

/** The grid drawn anew by the system administrator: by keyboard alone, checked before it counts. */


interface Case {
  no: string
  position: [number, number]
  place: { level: string; code: string; name: { zh: string; en: string } }[]
}

interface Draft {
  id: string
  units: { code: string; coordinates: [number, number][][][] }[]
}

let browser: Browser
let id = ''
let before: Case

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

const unitGrid = (one: Case): string => one.place.find(({ level }) => level === 'unit_grid')?.code ?? ''

describe('a unit grid', () => {
  it('has an open case in it', async () => {
    await asPost(browser, 'DISPATCHER', 'zh-CN', async (person) => {
      const list = await person.ask<{ items: { id: string }[] }>('/api/cases?view=open&limit=50')
      for (const { id: one } of list.items) {
        before = await person.ask<Case>(`/api/cases/${one}`)
        id = one
        if (unitGrid(before) !== '' && before.position) break
      }
      expect(unitGrid(before)).not.toBe('')
    })
  })

  it('is split by two corners from a list, undone, and split again from today on', async () => {
    await asPost(browser, 'SYSTEM_ADMINISTRATOR', 'zh-CN', async (person) => {
      const { page } = person
      const code = unitGrid(before)
      await person.open('/grids')
      await page.waitForSelector('.step-form')
      const answer = page.waitForResponse((one) => one.url().endsWith('/api/territory/drafts'))
      await page.reload()
      const draft = (await (await answer).json()) as Draft
      const ring = draft.units.find((unit) => unit.code === code)?.coordinates[0]?.[0] ?? []
      const corners = ring.length - 1
      expect(corners).toBeGreaterThan(3)
      await page.waitForSelector('.step-form')
      await inspectBoth(person, 'grids')
      const split = async (): Promise<void> => {
        await page.locator('#grid-units').fill(code)
        await page.locator('.el-select-dropdown__item:visible', { hasText: code }).first().click()
        await page.keyboard.press('Escape')
        await page.waitForSelector('#grid-from')
        await page.selectOption('#grid-from', '0')
        await page.selectOption('#grid-to', String(Math.floor(corners / 2)))
        await page.click('[data-take]')
        await page.waitForSelector('[data-step=SPLIT]')
      }
      await split()
      await inspectBoth(person, 'grids-split')
      await page.click('[data-undo]')
      await page.waitForSelector('[data-step]', { state: 'detached' })
      await split()
      await person.settle()
      await page.waitForSelector('[data-result]')
      expect(await page.locator('.findings .bad').allInnerTexts()).toEqual([])
      await page.fill('#grid-day', daysFromToday(0))
      await page.click('[data-apply]')
      await page.waitForSelector('.announcement p')
      await person.shot('grids-applied')
    })
  })

  it('is gone from the map, while its case keeps the code it was filed under', async () => {
    await asPost(browser, 'DISPATCHER', 'en', async (person) => {
      const [lon, lat] = before.position
      const place = await person.ask<Record<string, unknown>>(`/api/territory/place?lon=${lon}&lat=${lat}`)
      expect(JSON.stringify(place)).not.toContain(`"${unitGrid(before)}"`)
      const after = await person.ask<Case>(`/api/cases/${id}`)
      expect(unitGrid(after)).toBe(unitGrid(before))
      expect(after.place).toEqual(before.place)
      await person.open(`/cases/${id}`)
      await person.page.waitForSelector('.timeline li')
    })
  })
})

interface Formed {
  id: string
  units: { code: string; parent: string; name: { zh: string; en: string } }[]
}

interface Part {
  unit: { code: string }
  holder: string
}

describe('a responsible grid', () => {
  it.each(['zh-CN', 'en'] as const)('gets a unit grid from its neighbour, in %s', async (language) => {
    await asPost(browser, 'SYSTEM_ADMINISTRATOR', language, async (person) => {
      const { page } = person
      await person.open('/grids')
      await page.waitForSelector('.step-form')
      const answer = page.waitForResponse((one) => one.url().endsWith('/api/territory/drafts'))
      await page.selectOption('#grid-level', 'duty_grid')
      const draft = (await (await answer).json()) as Formed
      const street = draft.units[0]!.parent
      const [first, second] = draft.units.filter(({ parent }) => parent === street)
      const [target, other] = [first!.code, second!.code]
      await page.selectOption('#grid-tool', 'ASSIGN')
      const parts = await person.ask<Part[]>(`/api/territory/drafts/${draft.id}/parts`)
      const own = parts.filter(({ holder }) => holder === other).map(({ unit }) => unit.code)
      expect(own.length, 'a neighbour of several unit grids').toBeGreaterThan(1)
      const choose = async (field: string, text: string): Promise<void> => {
        await page.locator(field).fill(text)
        await page.locator('.el-select-dropdown__item:visible', { hasText: text }).first().click()
        await page.keyboard.press('Tab')
        await page.locator('.el-select-dropdown:visible').waitFor({ state: 'hidden' })
      }
      await choose('#grid-units', language === 'en' ? first!.name.en : first!.name.zh)
      await choose('#grid-parts', own[0]!)
      await inspectBoth(person, 'grids-assign')
      await page.click('[data-take]')
      await page.waitForSelector('[data-step=ASSIGN]')
      await person.settle()
      await page.waitForSelector('[data-result]')
      expect(await page.locator('.findings .bad').allInnerTexts()).toEqual([])
      const now = await person.ask<Part[]>(`/api/territory/drafts/${draft.id}/parts`)
      expect(now.find(({ unit }) => unit.code === own[0])?.holder).toBe(target)
      await inspectBoth(person, 'grids-assigned')
      await page.click('[data-undo]')
      await page.waitForSelector('[data-step]', { state: 'detached' })
    })
  })
})
