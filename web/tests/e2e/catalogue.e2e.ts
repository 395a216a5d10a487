import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asPost, report } from './cases.ts'
import { base, launch, type Person } from './desk.ts'
import { inspectBoth } from './looks.ts'

/** The city's setting without code: categories with limits and questions, and the working calendar. */

interface Category {
  code: string
  conditions: { code: string; limit: { amount: number; unit: string } }[]
  questions: { code: string }[]
}

interface CaseFile {
  version: number
  category: string
  deadline: { limit: { amount: number; unit: string } } | null
  answers: { code: string; answer: { zh: string } }[]
}

let browser: Browser
let first: Category
let before = ''

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

/** Reported, accepted and filed under what is in force at that moment. */
async function filed(): Promise<string> {
  let id = ''
  await asPost(browser, 'SUPERVISOR', 'zh-CN', async (person) => {
    id = (await report(person)).id
  })
  await asPost(browser, 'INTAKE_CLERK', 'zh-CN', async (person) => {
    await person.open(`/cases/${id}`)
    await person.command('accept')
  })
  await asPost(browser, 'SHIFT_LEAD', 'zh-CN', async (person) => {
    await person.open(`/cases/${id}`)
    await person.command('file', async () => {})
  })
  return id
}

async function limitAfterDispatch(person: Person, id: string): Promise<string> {
  await person.open(`/cases/${id}`)
  await person.page.click('[data-command=dispatch]')
  await person.page.waitForSelector('[data-part=route] strong')
  await person.page.locator('.commands form button[type=submit]').click()
  await person.page.waitForSelector('.timeline li[data-kind=dispatched]')
  const { deadline } = await person.ask<CaseFile>(`/api/cases/${id}`)
  return `${deadline?.limit.amount} ${deadline?.limit.unit}`
}

async function choose(person: Person, code: string): Promise<void> {
  await person.page.fill('.categories input', code)
  await person.page.locator(`[data-category="${code}"]`).click()
  await person.page.waitForSelector('#category-code')
}

async function keep(person: Person): Promise<void> {
  await person.page.click('[data-act=keep]')
  await person.page.waitForSelector(`[data-change="${first.code}"]`)
  await person.settle()
}

async function putInForce(person: Person, reason: string): Promise<void> {
  await person.page.click('[data-act=apply]')
  await person.page.fill('.form-dialog:visible [data-reason]', reason)
  await person.confirm()
}

describe('a limit', () => {
  it('is changed in a draft, tried on a sample case, and put in force', async () => {
    before = await filed()
    await asPost(browser, 'SYSTEM_ADMINISTRATOR', 'zh-CN', async (person) => {
      const { page } = person
      first = (await person.ask<Category[]>('/api/categories'))[0]!
      await person.open('/catalogue')
      await page.waitForSelector('[data-category]', { state: 'attached' })
      await inspectBoth(person, 'catalogue')

      await choose(person, first.code)
      const condition = page.locator('[data-condition="1"]')
      await condition.locator('input[type=number]').fill('3')
      await condition.locator('[data-trial-at]').fill('2026-03-02T17:00')
      await condition.locator('[data-act=try]').click()
      await condition.locator('[data-trial]').waitFor()
      const said = await condition.locator('[data-trial]').innerText()
      // Urgent hours run on: 17:00 and three hours, four fifths of them to the warning.
      expect(said).toContain('2026-03-02 20:00')
      expect(said).toContain('2026-03-02 19:24')
      await inspectBoth(person, 'catalogue-editor')

      await keep(person)
      await expect.poll(() => page.locator(`[data-change="${first.code}"] .limits`).innerText()).toContain('3')
      const open = await page.locator(`[data-change="${first.code}"] [data-open]`).innerText()
      expect(Number(/\d+/.exec(open)?.[0]), 'the case filed above is open').toBeGreaterThan(0)
      const known = (await person.ask<Category[]>('/api/categories')).find(({ code }) => code === first.code)
      expect(known?.conditions[0]?.limit.amount, 'a draft changes nothing').toBe(first.conditions[0]!.limit.amount)
      await inspectBoth(person, 'catalogue-changed')

      await putInForce(person, '夏季雨多，井盖处置放宽一小时')
      await expect
        .poll(async () => (await person.ask<Category[]>('/api/categories')).find(({ code }) => code === first.code)?.conditions[0]?.limit.amount)
        .toBe(3)
      await page.waitForSelector('[data-standing=IN_FORCE]')
      await expect.poll(() => page.innerText('[data-standing=IN_FORCE]')).toContain('井盖处置放宽一小时')
    })
  })

  it('holds for cases filed from then on, while one filed before keeps its own', async () => {
    const after = await filed()
    await asPost(browser, 'DISPATCHER', 'zh-CN', async (person) => {
      const old = first.conditions[0]!.limit
      expect(await limitAfterDispatch(person, before)).toBe(`${old.amount} ${old.unit}`)
      expect(await limitAfterDispatch(person, after)).toBe(`3 ${old.unit}`)
    })
  })
})

describe('a question', () => {
  it('is added to a category, asked by the report page, and shown with the case', async () => {
    await asPost(browser, 'SYSTEM_ADMINISTRATOR', 'en', async (person) => {
      const { page } = person
      await person.open('/catalogue')
      await page.waitForSelector('[data-category]', { state: 'attached' })
      await choose(person, first.code)
      await page.click('[data-act=add-question]')
      const question = page.locator('[data-question="1"]')
      await question.locator('[data-zh]').fill('有人受伤吗？')
      await page.click('[data-act=keep]')
      await page.waitForSelector('[data-findings] [data-finding=EMPTY]')
      expect(await page.isDisabled('[data-act=apply]'), 'half a question cannot be put in force').toBe(true)
      await inspectBoth(person, 'catalogue-faulty')
      await question.locator('[data-en]').fill('Is anybody hurt?')
      await question.locator('[data-kind]').selectOption('YES_NO')
      await question.locator('[data-required]').check()
      await page.click('[data-act=keep]')
      await page.waitForSelector('[data-findings]', { state: 'detached' })
      await inspectBoth(person, 'catalogue-question')
      await putInForce(person, 'Injuries are to be known at once')
      await expect
        .poll(async () => (await person.ask<Category[]>('/api/categories')).find(({ code }) => code === first.code)?.questions.length)
        .toBe(1)
    })
    await asPost(browser, 'SUPERVISOR', 'zh-CN', async (person) => {
      const { page } = person
      await person.open('/report')
      await page.locator('.pick-map canvas').first().waitFor()
      await person.settle()
      await page.locator('.pick-map').click({ position: { x: 330, y: 320 } })
      await page.waitForSelector('.place')
      await page.locator('#report-category details').first().locator('summary').click()
      await page.locator('#report-category details').first().locator('label').first().click()
      await page.waitForSelector('[data-asks="1"]')
      await page.fill('#report-description', `asked ${Date.now()}`)
      await page.locator('.report .form > button[type=submit]').click()
      await page.waitForSelector('.faults a[href="#report-questions"]')
      await inspectBoth(person, 'report-asks')
      await page.locator('[data-asks="1"] input[value=no]').check()
      await page.locator('.report .form > button[type=submit]').click()
      await page.waitForSelector('.sent .ways a')
      const id = ((await page.getAttribute('.sent .ways a', 'href')) ?? '').split('/').pop()
      await person.open(`/cases/${id}`)
      await page.waitForSelector('[data-answer="1"]')
      await expect.poll(() => page.innerText('[data-answer="1"]')).toBe('否')
      expect((await person.ask<CaseFile>(`/api/cases/${id}`)).answers[0]?.answer.zh).toBe('no')
      await inspectBoth(person, 'case-answers')
    })
    await asPost(browser, 'SYSTEM_ADMINISTRATOR', 'zh-CN', async (person) => {
      await person.open('/catalogue')
      await person.page.waitForSelector('[data-category]', { state: 'attached' })
      await choose(person, first.code)
      await person.page.click('[data-act=drop-question]')
      await keep(person)
      await putInForce(person, '不再追问')
    })
  })
})

describe('a stage', () => {
  it('is followed by another of its category, and never by one that leads back', async () => {
    await asPost(browser, 'SYSTEM_ADMINISTRATOR', 'zh-CN', async (person) => {
      const { page } = person
      await person.open('/catalogue')
      await page.waitForSelector('[data-category]', { state: 'attached' })
      await choose(person, 'E0501')
      const last = page.locator('[data-condition="3"] [data-then]')
      await expect.poll(() => page.locator('[data-condition="1"] [data-then]').inputValue()).toBe('2')
      await expect.poll(() => last.inputValue(), { message: 'nothing follows the last' }).toBe('')
      await inspectBoth(person, 'catalogue-stages')
      await last.selectOption('1')
      await page.click('[data-act=keep]')
      await page.waitForSelector('[data-findings] [data-finding=NEXT_IN_A_CIRCLE]')
      expect(await page.isDisabled('[data-act=apply]'), 'a circle cannot be put in force').toBe(true)
      await last.selectOption('')
      await page.click('[data-act=keep]')
      await page.waitForSelector('[data-findings]', { state: 'detached' })
    })
    await asPost(browser, 'SHIFT_LEAD', 'zh-CN', async (person) => {
      const { page } = person
      const { items } = await person.ask<{ items: { id: number }[] }>(`/api/cases?view=all&q=${encodeURIComponent('接续案件')}`)
      await person.open(`/cases/${items[0]!.id}`)
      await page.waitForSelector('[data-part=stageBefore]')
      await inspectBoth(person, 'case-stages')
      await page.click('[data-part=stageBefore] a')
      await page.waitForSelector('[data-part=stageAfter]')
    })
  })
})

describe('a file', () => {
  it('with a bad row is told by line and column, and changes nothing', async () => {
    await asPost(browser, 'SYSTEM_ADMINISTRATOR', 'zh-CN', async (person) => {
      const { page } = person
      await person.open('/catalogue')
      await page.waitForSelector('[data-file]')
      const csv = await person.page.request.get(`${base}/api/catalogue/draft/scheme.csv`).then((answer) => answer.text())
      const lines = csv.split('\n')
      lines[3] = lines[3]!.replace(/,\d+,WORK_DAY,$/, ',two,WORK_DAY,')
      await page.setInputFiles('[data-file]', { name: 'scheme.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) })
      await page.waitForSelector('[data-fault="4"]')
      await expect.poll(() => page.innerText('[data-fault="4"]')).toContain('limit_amount')
      await expect.poll(() => page.locator('[data-change]').count()).toBe(0)
      await page.locator('[data-fault="4"]').scrollIntoViewIfNeeded()
      await inspectBoth(person, 'catalogue-rejected')
    })
  })
})

describe('the calendar', () => {
  it('gets a holiday by keyboard, for later and withdrawn, then from now on', async () => {
    await asPost(browser, 'SYSTEM_ADMINISTRATOR', 'zh-CN', async (person) => {
      const { page } = person
      await person.open('/calendar')
      await page.waitForSelector('[data-day]')
      await inspectBoth(person, 'calendar')
      const days = await page.locator('[data-kind=WORK]').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.day ?? ''))
      const today = new Date().toISOString().slice(0, 10)
      const from = days.find((day) => day > today) ?? days.at(-1)!
      await page.locator(`[data-day="${from}"]`).focus()
      await page.keyboard.press('Enter')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowLeft')
      expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.day)).toBe(from)
      await page.locator('[data-make=WEEK]').focus()
      await page.keyboard.press('ArrowDown')
      await page.waitForSelector(`[data-day="${from}"][data-kind=HOLIDAY]`)
      await page.waitForSelector(`[data-change="${from}"]`)
      await inspectBoth(person, 'calendar-changed')

      await page.click('[data-act=apply]')
      await page.check('.form-dialog:visible [data-when=later]')
      await page.fill('.form-dialog:visible [data-since]', new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10))
      await page.fill('.form-dialog:visible [data-reason]', '放假通知')
      await inspectBoth(person, 'calendar-later')
      await person.confirm()
      await page.waitForSelector('[data-standing=COMING]')
      await page.waitForSelector(`[data-day="${from}"][data-kind=WORK]`)
      await inspectBoth(person, 'calendar-coming')
      await page.locator('[data-standing=COMING] [data-act=withdraw]').click()
      await page.locator('.form-dialog:visible textarea').fill('日期写错')
      await person.confirm()
      await page.waitForSelector('[data-standing=WITHDRAWN]')

      await page.click(`[data-day="${from}"]`)
      await page.check('[data-make=HOLIDAY]')
      await page.waitForSelector(`[data-change="${from}"]`)
      await putInForce(person, '放假通知')
      await page.waitForSelector(`[data-day="${from}"][data-kind=HOLIDAY]`)
      const { calendar } = await person.ask<{ calendar: { holidays: string[] } }>('/api/calendars')
      expect(calendar.holidays).toContain(from)
      await page.click(`[data-day="${from}"]`)
      await page.check('[data-make=WEEK]')
      await page.waitForSelector(`[data-change="${from}"]`)
      await putInForce(person, '恢复')
    })
    await asPost(browser, 'SYSTEM_ADMINISTRATOR', 'en', async (person) => {
      await person.open('/calendar')
      await person.page.waitForSelector('[data-day]')
      await inspectBoth(person, 'calendar')
    })
  })

  it('and the categories are not for those who do not set the city up', async () => {
    await asPost(browser, 'SHIFT_LEAD', 'zh-CN', async (person) => {
      for (const path of ['/api/calendars', '/api/catalogue/draft', '/api/catalogue/schemes']) {
        expect((await person.page.request.get(`${base}${path}`)).status(), path).toBe(403)
      }
    })
  })
})
