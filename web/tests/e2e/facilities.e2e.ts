import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holderOf, launch, Person, words } from './desk.ts'
import { inspectBoth } from './looks.ts'

/** The register of facilities and the words that hold a report, as those who keep them use them. */

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

interface Facility {
  code: string
  kind: string
  hours: string
  state: string
  position: { lon: number; lat: number }
}

const CODE = `walk-${Date.now()}`

async function facility(person: Person, code: string): Promise<Facility | undefined> {
  return (await person.ask<Facility[]>('/api/facilities')).find((one) => one.code === code)
}

describe.each(['zh-CN', 'en'] as const)('what the city keeps, in %s', (language) => {
  const code = `${CODE}-${language}`
  const say = words(language)

  it('takes a new facility, with hours by the week and a date that differs, and changes it', async () => {
    const person = await Person.signedIn(browser, holderOf('SYSTEM_ADMINISTRATOR'), language)
    const { page } = person
    await person.open('/facilities/new')
    await page.waitForSelector('#facility-name')
    await page.click('.form button[type=submit]')
    await page.waitForSelector('.faults:focus')
    await inspectBoth(person, 'facility-faults')
    await page.fill('#facility-name', code)
    await page.fill('#facility-code', code)
    await page.check('[data-how=week]')
    await page.fill('[data-day=Mo]', '08:00-12:00,14:00-18:00')
    await page.fill('[data-day=Sa]', '18:00-02:00')
    await page.click('[data-act=exception]')
    await page.fill('.exception input[type=date] >> nth=0', '2026-10-01')
    await page.fill('.exception input[type=date] >> nth=1', '2026-10-07')
    await page.locator('.pick-map').focus()
    for (const key of ['ArrowRight', 'ArrowUp', 'Enter']) await page.keyboard.press(key)
    await inspectBoth(person, 'facility-form')
    await page.click('.form button[type=submit]')
    await page.waitForSelector('.facility-table')
    expect(await facility(person, code)).toMatchObject({
      hours: 'Mo 08:00-12:00,14:00-18:00; Tu-Fr off; Sa 18:00-02:00; Su off; 2026-10-01..2026-10-07 off',
      kind: 'TOILET',
      state: 'IN_USE',
    })

    await page.fill('.words', code)
    await page.keyboard.press('Enter')
    await page.click(`[data-facility="${code}"] a`)
    await page.waitForSelector('#facility-name')
    await expect.poll(() => page.inputValue('[data-day=Sa]')).toBe('18:00-02:00')
    await page.selectOption('#facility-state', 'OUT_OF_SERVICE')
    await page.fill('[data-day=Mo]', 'early')
    await page.click('.form button[type=submit]')
    await page.waitForSelector('.form .problem')
    person.forgive('422')
    await page.fill('[data-day=Mo]', '')
    await page.click('.form button[type=submit]')
    await page.waitForSelector('.facility-table')
    expect(await facility(person, code)).toMatchObject({ state: 'OUT_OF_SERVICE' })

    await person.open('/facilities/new')
    await page.fill('#facility-name', 'x')
    await page.fill('#facility-code', code)
    await page.click('.form button[type=submit]')
    await page.waitForSelector('.faults:focus')
    await expect.poll(() => page.innerText('.faults')).toContain(say.facilityFault.taken)
    await person.leave()
  })

  it('takes in a file, and tells of each row that it did not take: row, column and reason', async () => {
    const person = await Person.signedIn(browser, holderOf('SYSTEM_ADMINISTRATOR'), language)
    const { page } = person
    const { position } = (await person.ask<Facility[]>('/api/facilities'))[0]!
    const at = `${position.lon},${position.lat}`
    const rows = [
      'code,kind,name,hours,longitude,latitude',
      `${code}-a,market,A,Mo-Su 06:00-19:00,${at}`,
      `${code}-b,market,B,early,${at}`,
      `${code}-c,palace,C,,${at}`,
      `${code}-d,toilet,D,,0,0`,
    ]
    await person.open('/facilities/import')
    await page.setInputFiles('#facility-file', { name: 'rows.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) })
    await page.click('.choose button[type=submit]')
    await page.waitForSelector('[data-reject]')
    const told = await page.locator('[data-reject]').allInnerTexts()
    expect(told.map((row) => row.split('\t').map((cell) => cell.trim()))).toEqual([
      ['2', `${code}-b`, 'hours', 'early', say.facilityReject['bad-hours']],
      ['3', `${code}-c`, 'kind', 'palace', say.facilityReject['unknown-kind']],
      ['4', `${code}-d`, 'longitude', '0', say.facilityReject['bad-position']],
    ])
    expect(await facility(person, `${code}-a`)).toMatchObject({ kind: 'MARKET', hours: 'Mo-Su 06:00-19:00' })
    await inspectBoth(person, 'facility-imported')
    await person.leave()
  })

  it('stands beside the words that hold a report, which are added and taken out', async () => {
    const person = await Person.signedIn(browser, holderOf('SHIFT_LEAD'), language)
    const { page } = person
    const word = `${CODE}-${language}`.toLowerCase()
    await person.open('/held-reports')
    await page.click('.tools .button-link')
    await page.waitForSelector('[data-word]')
    await page.selectOption('#blocked-kind', 'fraud')
    await page.fill('#blocked-words', ` ${word.toUpperCase()} \n\n${word}-2`)
    await page.click('.add button[type=submit]')
    await page.waitForSelector(`[data-word="${word}-2"]`)
    const { words: kept } = await person.ask<{ words: { word: string; kind: string }[] }>('/api/blocked-words')
    expect(kept).toContainEqual({ word, kind: 'fraud' })
    for (const one of [word, `${word}-2`]) {
      await page.click(`[data-word="${one}"] button`)
      await page.waitForSelector(`[data-word="${one}"]`, { state: 'detached' })
    }
    expect(person.errors).toEqual([])
    await person.leave()
  })
})
