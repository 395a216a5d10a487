import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holderOf, launch, Person } from './desk.ts'

/** A call from its ring to the accepted case, by a clerk who never touches the mouse. */

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

const LOOKS = [
  { language: 'zh-CN', width: 1440, height: 900 },
  { language: 'en', width: 1440, height: 900 },
  { language: 'zh-CN', width: 390, height: 844 },
  { language: 'en', width: 390, height: 844 },
] as const

interface Filed {
  state: string
  source: string
  category: string
  position: [number, number]
  reporterContact: { name: string; phone: string }
  timeline: { kind: string }[]
  end?: { mergedInto?: number | null } | null
}

interface Found {
  kind: string
  name: string
  position: [number, number]
}

/** Goes on with Tab until the field has the focus, as a person does. */
async function tabTo(page: Page, id: string): Promise<void> {
  for (let step = 0; step < 12; step++) {
    if (await page.evaluate((wanted) => document.activeElement?.id === wanted, id)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to #${id}`)
}

/** Counts whatever only a mouse or a finger does. */
async function watchMouse(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: string[] = []
    for (const kind of ['mousedown', 'pointerdown', 'touchstart', 'wheel']) {
      window.addEventListener(kind, () => seen.push(kind), { capture: true })
    }
    Object.assign(window, { mouseSeen: seen })
  })
}

function mouseSeen(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { mouseSeen: string[] }).mouseSeen)
}

/** Whoever files goes on where the clerk stopped, without a mouse as well. */
async function fileByKeyboard(id: string): Promise<void> {
  const lead = await Person.signedIn(browser, holderOf('SHIFT_LEAD'), 'zh-CN')
  const { page } = lead
  await lead.open(`/cases/${id}`)
  await watchMouse(page)
  const button = '[data-command=file]'
  await page.waitForSelector(button)
  const there = `document.activeElement?.matches('${button}')`
  for (let step = 0; step < 60 && !(await page.evaluate(there)); step++) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.commands .form input:focus, .commands .form textarea:focus')
  const confirm = `document.activeElement?.matches('.commands .form [type=submit]')`
  for (let step = 0; step < 20 && !(await page.evaluate(confirm)); step++) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.timeline li[data-kind=filed]')
  expect(await mouseSeen(page), 'the mouse').toEqual([])
  expect(lead.errors, 'console').toEqual([])
  await lead.leave()
}

describe.each(LOOKS)('a hotline call in $language at $width', ({ language, width, height }) => {
  it('becomes an accepted case, then a filed one, by the keyboard alone', async () => {
    const person = await Person.signedIn(browser, holderOf('INTAKE_CLERK'), language, width, height)
    const { page } = person
    const phone = `139${String(Date.now()).slice(-8)}`
    await person.open('/hotline')
    await watchMouse(page)
    await page.waitForSelector('.pick-map canvas')
    const places = await person.ask<Found[]>(`/api/places?q=${encodeURIComponent('象山大道路口')}`)
    const crossing = places.find(({ kind }) => kind === 'crossing')!
    const [first, second] = crossing.name.replace('路口', '').split('与') as [string, string]

    expect(await page.evaluate(() => document.activeElement?.id), 'the phone waits for the call').toBe('hotline-phone')
    await page.keyboard.type(phone)
    await tabTo(page, 'hotline-name')
    await page.keyboard.type('测试来电人')
    await tabTo(page, 'hotline-description')
    await page.keyboard.type('人行道上有流动摊点占道摆摊卖菜，行人过不去')
    await page.waitForSelector('.proposals button')
    await page.keyboard.press('Alt+1')
    await page.waitForSelector('.chosen')

    await tabTo(page, 'hotline-address')
    await page.keyboard.type(`${second}和${first}交叉口`)
    await page.waitForSelector('[role=option]')
    await person.shot('hotline-places')
    await expect.poll(() => page.locator('[role=option][aria-selected=true]').innerText()).toContain(crossing.name)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.place')
    await person.settle()
    await person.shot('hotline-filled')
    expect(await person.axeFaults()).toEqual([])
    expect(await person.overflow()).toBeLessThanOrEqual(0)

    await page.keyboard.press('Control+Enter')
    await page.waitForSelector('.last a')
    const id = (await page.getAttribute('.last a', 'href'))!.split('/').pop()!
    const filed = await person.ask<Filed>(`/api/cases/${id}`)
    expect(filed.source).toBe('HOTLINE')
    expect(filed.category).toBe('E0406')
    expect(filed.position[0]).toBeCloseTo(crossing.position[0], 5)
    expect(filed.reporterContact.phone).toBe(`139****${phone.slice(-4)}`)
    expect(filed.timeline.map(({ kind }) => kind)).toEqual(['reported', 'accepted'])

    // The next ring: the form is empty, and the same caller is known.
    await expect.poll(() => page.inputValue('#hotline-description')).toBe('')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('hotline-phone')
    await page.keyboard.type(phone)
    await page.waitForSelector(`.notes a[href$="/cases/${id}"]`)
    await person.settle()
    await person.shot('hotline-next')
    expect(await person.axeFaults()).toEqual([])

    // Nothing told yet: what is missing is said, and nothing is filed.
    await page.keyboard.press('Control+Enter')
    await page.waitForSelector('.faults')

    // The caller speaks of the same stall: the case of before is proposed while it is written, and the call becomes its copy.
    await tabTo(page, 'hotline-description')
    await page.keyboard.type('人行道上有流动摊点占道摆摊卖菜，行人还是过不去')
    await page.waitForSelector('.proposals button')
    await page.keyboard.press('Alt+1')
    await tabTo(page, 'hotline-address')
    await page.keyboard.type(`${second}和${first}交叉口`)
    await page.waitForSelector('[role=option]')
    await page.keyboard.press('Enter')
    await page.waitForSelector('[data-likely]')
    await page.keyboard.press('Alt+4')
    await page.waitForSelector('[data-likely] [aria-pressed=true]')
    await person.settle()
    await person.shot('hotline-same')
    expect(await person.axeFaults()).toEqual([])
    const into = (await page.getAttribute('[data-likely].same', 'data-likely'))!
    await page.keyboard.press('Control+Enter')
    await page.waitForFunction((before) => document.querySelector('.last a')?.getAttribute('href')?.endsWith(`/${before}`) === false, id)
    const copy = (await page.getAttribute('.last a', 'href'))!.split('/').pop()!
    const merged = await person.ask<Filed>(`/api/cases/${copy}`)
    expect(merged.timeline.map(({ kind }) => kind)).toEqual(['reported', 'merged'])
    expect(merged.end?.mergedInto).toBe(Number(into))
    expect(await mouseSeen(page), 'the mouse').toEqual([])
    expect(person.errors, 'console').toEqual([])
    await person.leave()
    if (language === 'zh-CN' && width > 390) await fileByKeyboard(id)
  })
})
