import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asPost } from './cases.ts'
import { base, holderOf, launch, Person, words, type Language } from './desk.ts'
import { inspect, inspectBoth, NARROW, WIDE } from './looks.ts'

/** Lists that people keep, by keyboard; the ledgers of the units; the desk of a department. */

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

const LANGUAGES: readonly Language[] = ['zh-CN', 'en']

async function leaveByKeyboard(person: Person): Promise<void> {
  const { page } = person
  await page.focus('.who-is-here summary')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForSelector('#username')
}

async function enterByKeyboard(person: Person, username: string, password: string): Promise<void> {
  const { page } = person
  await page.focus('#username')
  await page.keyboard.type(username)
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.waitForSelector('.shell:not(.bare)')
  person.forgive('401')
}

describe.each(LANGUAGES)('lists that people keep, in %s', (language) => {
  it('are saved, and opened again after signing out, by keyboard alone', async () => {
    const who = holderOf('DISPATCHER')
    const person = await Person.signedIn(browser, who, language)
    const { page } = person
    const name = `late ${language}`
    await person.open('/cases')
    await page.waitForSelector('tr[data-case]')

    await page.keyboard.press(']')
    await page.waitForURL(/view=to_file/)
    await page.keyboard.press('[')
    await page.keyboard.press('f')
    expect(await page.evaluate('document.activeElement?.closest(".filters") !== null')).toBe(true)
    await page.goto(`${base}/desk/cases?view=handling&standing=late&sort=oldest`)
    await person.settle()
    await page.keyboard.press('s')
    await page.waitForSelector('#view-name:focus')
    await inspectBoth(person, 'save-list')
    await page.fill('#view-name', '')
    await page.focus('#view-name')
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
    await page.waitForSelector('[data-saved][aria-pressed=true]')
    await inspectBoth(person, 'saved-list')
    const kept = page.url()

    await leaveByKeyboard(person)
    await enterByKeyboard(person, who.username, person.passwordOf(who))
    await page.waitForSelector('[data-saved]')
    await page.waitForSelector('tr[data-case]')
    const place = (await page.locator('[data-saved]').allInnerTexts()).findIndex((text) => text.includes(name))
    await page.keyboard.press(String(place + 1))
    await page.waitForSelector('[data-saved][aria-pressed=true]')
    expect(new URL(page.url()).searchParams.get('standing')).toBe('late')
    expect(new URL(page.url()).searchParams.get('saved')).toBe(new URL(kept).searchParams.get('saved'))
    await expect.poll(() => page.locator('#cases-title').innerText()).toContain(name)

    await page.goto(`${base}/desk/cases?saved=${new URL(kept).searchParams.get('saved')}`)
    await page.waitForURL(/sort=oldest/)
    await person.settle()
    await page.focus('[data-tool=forget]')
    await page.keyboard.press('Enter')
    await page.waitForFunction((gone) => ![...document.querySelectorAll('[data-saved]')].some((one) => one.textContent?.includes(gone)), name)
    expect(person.errors).toEqual([])
    await person.leave()
  })

  it('have the columns that were chosen, in the list, in its file and on paper', async () => {
    const person = await Person.signedIn(browser, holderOf('SHIFT_LEAD'), language)
    const { page } = person
    await person.open('/cases?view=open')
    await page.waitForSelector('tr[data-case]')
    await page.keyboard.press('c')
    await page.waitForSelector('.columns input:focus')
    await page.focus('[data-column=reported] input')
    await page.keyboard.press('Space')
    await page.focus('[data-column=reported] button')
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('Enter')
    await inspectBoth(person, 'columns')
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => document.querySelector('.cases thead th.reported') !== null)
    const heads = await page.locator('.cases thead tr:last-child th:not(.mark)').evaluateAll((all) => all.map((one) => one.className.split(' ')[0]))
    expect(heads).toEqual(['reported', 'time', 'number', 'category', 'address', 'department', 'source'])
    await page.reload()
    await page.waitForSelector('.cases thead th.reported')
    const file = (await page.getAttribute('[data-export=csv]', 'href')) ?? ''
    const csv = await (await page.request.get(`${base}${file}`)).text()
    expect(csv.split('\n')[0]?.split(',')).toHaveLength(1 + 2 + 1 + 3 + 1 + 2 + 1)

    await page.emulateMedia({ media: 'print' })
    await page.evaluate('window.print = () => { window.printed = true }')
    await expect.poll(() => page.locator('table:visible').count()).toBe(1)
    await expect.poll(() => page.locator('.cases .print-only').isVisible()).toBe(true)
    await expect.poll(() => page.locator('.cases .print-only').innerText()).toContain(words(language).view.open)
    expect(await page.evaluate('getComputedStyle(document.querySelector(".cases thead")).display')).toBe('table-header-group')
    await person.shot('cases-print')
    await page.pdf({ path: `target/screens/cases-${language}.pdf`, format: 'A4', landscape: true })
    await page.emulateMedia({ media: null })
    await page.keyboard.press('p')
    await page.waitForFunction(() => (window as unknown as { printed?: boolean }).printed === true)
    expect(person.errors).toEqual([])
    await person.leave()
  })

  it('tell every key on one sheet, and a letter after G leads to a page', async () => {
    const person = await Person.signedIn(browser, holderOf('SHIFT_LEAD'), language)
    const { page } = person
    await person.open('/cases')
    await page.waitForSelector('tr[data-case]')
    await page.keyboard.press('?')
    await page.waitForSelector('.key-sheet')
    await inspectBoth(person, 'keys-sheet')
    await page.keyboard.press('Escape')
    await page.waitForSelector('.key-sheet', { state: 'hidden' })
    await page.keyboard.press('g')
    await page.keyboard.press('l')
    await page.waitForURL(/\/ledgers/)
    await page.keyboard.press('g')
    await page.keyboard.press('m')
    await page.waitForURL(/view=mine/)
    expect(person.errors).toEqual([])
    await person.leave()
  })
})

describe.each(LANGUAGES)('the ledgers of the units, in %s', (language) => {
  it('open each number onto as many cases', async () => {
    await asPost(browser, 'SHIFT_LEAD', language, async (person) => {
      const { page } = person
      const month = await page.evaluate(() => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7))
      for (const by of ['department', 'district']) {
        await person.open(`/ledgers?by=${by}&period=${month}`)
        await page.waitForSelector('[data-unit], .empty')
        await inspectBoth(person, `ledgers-${by}`)
        const figure = page.locator('[data-fact] a').first()
        const cases = Number(/\d+/.exec((await figure.innerText()).replace(/^[^\d]*/, ''))?.[0])
        await figure.click()
        await page.waitForSelector('tr[data-case]')
        await person.settle()
        if (by === 'department') await inspectBoth(person, 'ledger-cases')
        while (await page.locator('.more').isVisible()) {
          await page.click('.more')
          await person.settle()
        }
        await expect.poll(() => page.locator('tr[data-case]').count()).toBe(cases)
      }
    })
  })

  it('show a department its own line and those of the units under it', async () => {
    const who = holderOf('HANDLER')
    await asPost(browser, 'HANDLER', language, async (person) => {
      await person.open('/ledgers')
      await person.page.waitForSelector('[data-unit], .empty')
      const units = await person.page.locator('[data-unit]').evaluateAll((all) => all.map((one) => one.getAttribute('data-unit')))
      const all = await person.ask<{ code: string; parent?: string | null }[]>('/api/departments')
      const under = (code: string): boolean => code === who.department || all.some((one) => one.code === code && one.parent && under(one.parent))
      expect(units.filter((unit) => !under(unit ?? ''))).toEqual([])
    })
  })
})

describe.each(LANGUAGES)('the desk of a department, in %s', (language) => {
  it('is where a handler begins, on a phone too, with figures that open onto their cases', async () => {
    const person = await Person.signedIn(browser, holderOf('HANDLER'), language)
    const { page } = person
    await page.goto(`${base}/desk/`)
    await page.waitForURL(/\/desk\/department/)
    await page.waitForSelector('[data-part] [data-case], .empty')
    await page.waitForSelector('[data-part=figures] [data-indicator], [data-part=figures] p.quiet')
    await inspectBoth(person, 'department-desk')
    await page.setViewportSize(NARROW)
    const figure = page.locator('[data-indicator] a').first()
    if (await figure.isVisible()) {
      await figure.click()
      await page.waitForURL(/\/assessment\/cases/)
      await person.settle()
      await expect.poll(() => page.locator('.problem').count()).toBe(0)
      await inspect(person, 'department-figure')
      await page.goBack()
      await page.waitForSelector('[data-part] [data-case], .empty')
    }
    await page.setViewportSize(WIDE)
    expect(person.errors).toEqual([])
    await person.leave()
  })
})

describe.each(LANGUAGES)('beside a proposed dispatch, in %s', (language) => {
  it('stands how much the department has on its hands', async () => {
    await asPost(browser, 'DISPATCHER', language, async (person) => {
      const { page } = person
      const { items } = await person.ask<{ items: { id: number }[] }>('/api/cases?view=to_dispatch&limit=50')
      for (const { id } of items) {
        const { burden } = await person.ask<{ burden?: unknown }>(`/api/cases/${id}/route`)
        const { commands } = await person.ask<{ commands: { command: string }[] }>(`/api/cases/${id}`)
        if (!burden || !commands.some(({ command }) => command === 'dispatch')) continue
        await person.open(`/cases/${id}`)
        await page.click('[data-command=dispatch]')
        await page.waitForSelector('[data-part=burden]')
        await inspectBoth(person, 'dispatch-burden')
        return
      }
      expect(items, 'cases of the demo city to be dispatched by the list').toEqual(['one'])
    })
  })
})
