import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holderOf, launch, Person, words, type Language } from './desk.ts'
import { inspectBoth } from './looks.ts'

/** Rankings, one subject down to its cases, and a scheme that is tried on the past year. */

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

const thisMonth = new Date().toISOString().slice(0, 7)

describe.each(['zh-CN', 'en'] as Language[])('the appraisal in %s', (language) => {
  let person: Person
  beforeAll(async () => {
    person = await Person.signedIn(browser, holderOf('ASSESSOR'), language)
  })
  afterAll(() => person?.leave())

  it.each(['department', 'team', 'street', 'supervisor'])('ranks by %s', async (kind) => {
    await person.open(`/rankings?kind=${kind}&period=${thisMonth}`)
    await person.page.waitForSelector('.ranking tbody tr')
    await inspectBoth(person, `ranking-${kind}`)
  })

  it('opens from the ranking to the indicator, to the cases, to the case', async () => {
    const { page } = person
    await person.open(`/rankings?kind=department&period=${thisMonth}`)
    await page.locator('.ranking tbody th a').first().click()
    await page.waitForSelector('.cards li')
    await inspectBoth(person, 'ranked-subject')
    await page.locator('.cards .figure a').nth(1).click()
    await page.waitForSelector('.plain-table tbody a')
    await inspectBoth(person, 'ranked-cases')
    await page.locator('.plain-table tbody a').first().click()
    await page.waitForSelector('.timeline li')
  })

  it('tries a heavier weight on the past year and keeps nothing', async () => {
    const { page } = person
    await person.open('/schemes?kind=department')
    const weights = page.locator('[data-weight]')
    await weights.first().waitFor()
    await inspectBoth(person, 'scheme')
    await weights.nth(0).fill('5')
    await page.click('.tools .el-button--primary')
    await page.waitForSelector('.faults')
    await weights.nth(2).fill('55')
    await page.click('.tools .el-button--primary')
    await page.waitForSelector('.trial tbody tr')
    await inspectBoth(person, 'scheme-trial')
    await person.open('/schemes?kind=department')
    await weights.first().waitFor()
    await expect.poll(() => weights.first().inputValue()).toBe('45')
  })

  it('shows the ranking as it stood on a day, and says that it is a replay', async () => {
    const { page } = person
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
    const month = yesterday.slice(0, 7)
    await person.open(`/rankings?kind=department&period=${month}`)
    await page.waitForSelector('.ranking tbody tr')
    await page.fill('input[type=date]', yesterday)
    await page.locator('.replay', { hasText: yesterday }).waitFor()
    expect(new URL(page.url()).searchParams.get('asOf')).toBe(yesterday)
    await page.waitForSelector('.ranking tbody tr')
    await inspectBoth(person, 'ranking-replay')
    await page.locator('.ranking tbody th a').first().click()
    await page.waitForSelector('.cards li')
    await page.locator('.replay', { hasText: yesterday }).waitFor()
    await expect.poll(() => page.locator('.year-bars').count()).toBe(0)
    await page.locator('.cards .figure a').first().click()
    await page.waitForURL(new RegExp(`/assessment/cases.*asOf=${yesterday}`))
  })

  it('shows the figures as they stood on a day', async () => {
    const { page } = person
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
    await person.open(`/assessment?by=department&period=${thisMonth}&asOf=${yesterday}`)
    await page.waitForSelector('.assessment tbody tr')
    await page.locator('[role=status]', { hasText: yesterday }).waitFor()
    expect(words(language).appraisal.asOf).not.toBe('')
    await inspectBoth(person, 'assessment-as-of')
  })
})
