import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { base, holderOf, launch, Person } from './desk.ts'
import { inspect, inspectBoth } from './looks.ts'
import { somebody } from './people.ts'

/** Every page at the two widths and in both languages: whole, reachable, readable, silent. */

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

const LANGUAGES = ['zh-CN', 'en'] as const

const CJK = /[\u3400-\u9fff]/

describe.each(LANGUAGES)('the desk in %s', (language) => {
  const here = new Map<string, Person>()
  const signedInOnce = async (post: string): Promise<Person> => {
    const person = here.get(post) ?? (await Person.signedIn(browser, holderOf(post), language))
    here.set(post, person)
    return person
  }
  afterAll(() => Promise.all([...here.values()].map((person) => person.leave())))

  it('says clearly that a password is wrong', async () => {
    const person = await Person.atDesk(browser, language)
    await inspectBoth(person, 'sign-in')
    await person.page.fill('#username', `nobody-${language}`)
    await person.page.fill('#password', 'not the password')
    await person.page.click('button[type=submit]')
    await person.page.waitForSelector('[role=alert]')
    person.forgive('401')
    await inspectBoth(person, 'sign-in-refused')
    await person.leave()
  })

  it('shows its pages whole', async () => {
    const person = await signedInOnce('DISPATCHER')
    const { page } = person
    await person.open('/cases')
    await page.waitForSelector('tr[data-case]')
    const id = await page.getAttribute('tr[data-case]', 'data-case')
    await inspectBoth(person, 'cases', async () => {
      await page.locator('.panes button').nth(1).click()
      await page.waitForSelector('.city-map canvas')
      await inspect(person, 'cases-map')
    })
    await person.open(`/cases/${id}`)
    await page.waitForSelector('.timeline li')
    await inspectBoth(person, 'case')
    await person.open('/cases?view=finished&q=nothing-is-called-this')
    await page.waitForSelector('.empty')
    await inspectBoth(person, 'cases-empty')
    await person.open('/assessment')
    await page.waitForSelector('.notes li')
    await inspectBoth(person, 'assessment-table')
    await expect.poll(() => page.locator('.assessment thead th').count()).toBeLessThanOrEqual(9)
    await page.click('[data-choice=Handling]')
    await page.waitForURL(/group=Handling/)
    await inspectBoth(person, 'assessment-handling')
    await person.open('/nowhere')
    await inspectBoth(person, 'nowhere')
  })

  it.each([
    ['SHIFT_LEAD', '/account', '.rows-list li', 'account'],
    ['SHIFT_LEAD', '/second-factor', '.setup .qr', 'second-factor-own'],
    ['SHIFT_LEAD', '/people', '[data-person]', 'people'],
    ['SHIFT_LEAD', '/people/import', '[data-export]', 'export'],
    ['SHIFT_LEAD', '/data-requests', '#request-phone', 'data-requests'],
    ['SHIFT_LEAD', '/held-reports/words', '[data-word]', 'blocked-words'],
    ['SHIFT_LEAD', '/cases?view=all&mark=returned&standing=late&from=2020-01-01', '[data-filter=mark]', 'cases-narrowed'],
    ['ASSESSOR', '/ledgers', '[data-unit], .empty', 'ledgers'],
    ['ASSESSOR', '/ledgers/cases?period=2020-01&subject=nobody&fact=returned', '.empty', 'ledger-cases-empty'],
    ['HANDLER', '/department', '[data-part], .empty', 'department'],
    ['SYSTEM_ADMINISTRATOR', '/people?q=nobody-is-called-this', '.empty', 'people-empty'],
    ['SYSTEM_ADMINISTRATOR', '/people/import', '#import-file', 'import'],
    ['SYSTEM_ADMINISTRATOR', '/authority', '[data-account]', 'accounts-system'],
    ['SYSTEM_ADMINISTRATOR', '/grids', '.step-form', 'grids-page'],
    ['SYSTEM_ADMINISTRATOR', '/catalogue', '.categories summary', 'catalogue-page'],
    ['SYSTEM_ADMINISTRATOR', '/calendar', '[data-day]', 'calendar-page'],
    ['SYSTEM_ADMINISTRATOR', '/facilities', '[data-facility]', 'facilities'],
    ['SYSTEM_ADMINISTRATOR', '/facilities?q=nothing-is-called-this', '.empty', 'facilities-empty'],
    ['SYSTEM_ADMINISTRATOR', '/facilities/new', '#facility-name', 'facility-new'],
    ['SYSTEM_ADMINISTRATOR', '/facilities/import', '#facility-file', 'facility-import'],
    ['SECURITY_ADMINISTRATOR', '/authority', '[data-account]', 'accounts'],
    ['SECURITY_ADMINISTRATOR', '/authority?pane=separations', '[data-separation]', 'separations'],
    ['SECURITY_ADMINISTRATOR', '/authority?pane=keys', '.plain-table, .line', 'keys'],
    ['AUDIT_ADMINISTRATOR', '/audit', 'tr[data-action]', 'audit'],
    ['AUDIT_ADMINISTRATOR', '/audit?pane=seals', '.empty, .plain-table', 'audit-seals'],
    ['DISPATCHER', '/audit', '.refused', 'refused'],
  ])('shows to a %s the page %s whole', async (post, address, sign, name) => {
    const person = await signedInOnce(post)
    await person.open(address)
    await person.page.waitForSelector(sign)
    await inspectBoth(person, name)
  })

  it('shows a person with postings and certificates whole', async () => {
    const person = await signedInOnce('SECURITY_ADMINISTRATOR')
    const { id } = await somebody(person, 'SUPERVISOR')
    await person.open(`/people/${id}`)
    await person.page.waitForSelector('[data-posting]')
    await inspectBoth(person, 'person-page')
    await person.page.locator('.tools .el-button--primary').click()
    await person.page.waitForSelector('#posting-post')
    await inspectBoth(person, 'posting-form')
  })

  it('explains a problem code to anybody', async () => {
    const person = await Person.atDesk(browser, language)
    await person.page.goto(`${base}/problems/casework.stale`)
    await person.page.waitForSelector('.problem-code .says')
    person.forgive('401')
    await inspectBoth(person, 'problem-code')
    await person.leave()
  })

  it('takes a report by keyboard alone', async () => {
    const person = await signedInOnce('SUPERVISOR')
    await person.open('/report')
    await inspectBoth(person, 'report')
    await person.page.locator('.pick-map').focus()
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp', 'Enter']) await person.page.keyboard.press(key)
    await person.page.waitForSelector('.place')
    await expect.poll(() => person.page.inputValue('#report-coordinates')).toMatch(/^-?\d+\.\d{5}, -?\d+\.\d{5}$/)
    await person.page.locator('.report .form > button[type=submit]').click()
    await person.page.waitForSelector('.faults')
    await inspectBoth(person, 'report-faults')
  })
})

describe('the list', () => {
  it('is walked with J and K, acted on with Enter, searched with a slash', async () => {
    const person = await Person.signedIn(browser, holderOf('DISPATCHER'), 'en')
    const { page } = person
    await person.open('/cases')
    await page.waitForSelector('tr[aria-selected=true]')
    const picked = (): Promise<string | null> => page.getAttribute('tr[aria-selected=true]', 'data-case')
    const first = await picked()
    await page.keyboard.press('j')
    await page.waitForFunction((id) => document.querySelector('tr[aria-selected=true]')?.getAttribute('data-case') !== id, first)
    await page.keyboard.press('k')
    await page.waitForFunction((id) => document.querySelector('tr[aria-selected=true]')?.getAttribute('data-case') === id, first)
    expect(page.url()).toContain(`case=${first}`)
    await page.keyboard.press('/')
    expect(await page.evaluate('document.activeElement?.getAttribute("type")')).toBe('search')
    await page.keyboard.type('nothing-is-called-this')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.empty')
    expect(page.url()).toContain('q=nothing-is-called-this')
    await person.leave()
  })

  it('has no Chinese word of ours in English', async () => {
    const person = await Person.signedIn(browser, holderOf('DISPATCHER'), 'en')
    await person.open('/cases')
    await person.page.waitForSelector('tr[data-case]')
    for (const place of ['.side', '.tabs', '.cases thead', '.foot', '.head h1']) {
      await expect.poll(() => person.page.locator(place).innerText(), { message: place }).not.toMatch(CJK)
    }
    await person.leave()
  })
})
