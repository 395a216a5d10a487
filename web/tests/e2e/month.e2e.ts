import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { base, holderOf, launch, Person } from './desk.ts'
import { inspectBoth } from './looks.ts'

/** The assessment of a month, and points: frozen, appealed against, final, computed again to the same bytes. */

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

const monthBefore = (back: number): string => {
  const now = new Date(Date.now() + 8 * 3_600_000)
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7)
}

describe.each(['zh-CN', 'en'] as const)('the assessment of a month in %s', (language) => {
  it('is computed again to the same bytes, here in the browser', async () => {
    const person = await Person.signedIn(browser, holderOf('ASSESSOR'), language)
    const { page } = person
    await person.open(`/months?period=${monthBefore(1)}`)
    await page.waitForSelector('[data-step="publish"][data-made="yes"]')
    await expect.poll(() => page.locator('[data-appeal]').count()).toBe(1)
    await page.waitForSelector('[data-marks] tr.moved')
    await page.click('[data-act="verify"]')
    await page.waitForSelector('[data-here]')
    await expect.poll(() => page.getAttribute('[data-verdict]', 'data-whole')).toBe('yes')
    await expect.poll(() => page.getAttribute('[data-here]', 'data-same')).toBe('yes')
    await inspectBoth(person, `month-${language}`)
    await person.leave()
  })

  it('is open to everybody, signed, and names nobody', async () => {
    const answer = await fetch(`${base}/open/months/${monthBefore(1)}`)
    const month = (await answer.json()) as { signed: boolean; tables: { kind: string; sha256: string }[] }
    expect(month.signed).toBe(true)
    expect(month.tables.map(({ kind }) => kind)).not.toContain('supervisor')
    const table = month.tables.find(({ kind }) => kind === 'department')!
    const bytes = await (await fetch(`${base}/open/months/${monthBefore(1)}/marks/department`)).arrayBuffer()
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')
    expect(digest).toBe(table.sha256)
    const page = await (await fetch(`${base}/open/pages/months?lang=${language === 'en' ? 'en' : 'zh'}`)).text()
    expect(page).toContain('SHA-256')
    const notice = await fetch(`${base}/open/months/${monthBefore(1)}/notice`)
    expect(notice.headers.get('content-type')).toContain('wordprocessingml')
  })

  it('shows the points of the people one leads, and each entry with its case', async () => {
    const person = await Person.signedIn(browser, holderOf('SHIFT_LEAD'), language)
    const { page } = person
    await person.open('/points')
    await page.waitForSelector('[data-people] tbody tr')
    await inspectBoth(person, `points-${language}`)
    await page.locator('[data-people] tbody a').first().click()
    await page.waitForSelector('[data-entries] tbody tr')
    await expect.poll(() => page.locator('[data-entries] a').count()).toBeGreaterThan(0)
    await inspectBoth(person, `points-person-${language}`)
    await person.leave()
  })
})

describe('a month that nobody has frozen yet', () => {
  it('is frozen and put up by the assessor, and cannot be finished while appeals may come', async () => {
    const person = await Person.signedIn(browser, holderOf('ASSESSOR'), 'zh-CN')
    const { page } = person
    await person.open(`/months?period=${monthBefore(3)}`)
    await page.click('[data-act="freeze"]')
    await page.waitForSelector('[data-step="freeze"][data-made="yes"]')
    await page.click('[data-act="notice"]')
    await page.waitForSelector('[data-step="notice"][data-made="yes"]')
    await person.settle()
    await expect.poll(() => page.locator('[data-act="finish"]').count()).toBe(0)
    expect(person.errors).toEqual([])
    await person.leave()
  })
})

describe('a correction of points', () => {
  it('is proposed by one and decided by another', async () => {
    const first = await Person.signedIn(browser, holderOf('SHIFT_LEAD'), 'zh-CN')
    await first.open('/points')
    await first.page.locator('[data-people] tbody a').last().click()
    await first.page.waitForSelector('[data-total]')
    const total = Number(await first.page.locator('[data-total]').innerText())
    const address = new URL(first.page.url()).pathname.replace('/desk', '')
    await first.page.click('[data-act="propose"]')
    await first.page.fill('#adjust-amount', '3')
    await first.page.fill('#adjust-reason', '救助落水儿童')
    await first.confirm()
    await first.page.waitForSelector('[data-adjustment]')
    await expect.poll(() => first.page.locator('[data-act="grant"]').count()).toBe(0)
    await inspectBoth(first, 'points-adjustments')

    const second = await Person.signedIn(browser, holderOf('ASSESSOR'), 'zh-CN')
    await second.open('/points/adjustments')
    await second.page.locator('[data-act="grant"]').first().click()
    await second.confirm()
    await second.open(address)
    await second.page.waitForSelector('[data-total]')
    expect(Number(await second.page.locator('[data-total]').innerText())).toBe(total + 3)
    await first.leave()
    await second.leave()
  })
})
