import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asPost, report, type Case } from './cases.ts'
import { launch, type Person } from './desk.ts'
import { inspectBoth } from './looks.ts'

/** One problem reported twice: merged by the keyboard, told how it ended, and split off again. */

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

interface Told {
  timeline: { kind: string; details: Record<string, string> }[]
}

describe('a problem that two people report', () => {
  let lead: Case
  let copy: Case

  const standsAt = (person: Person, kind: string): Promise<unknown> =>
    person.page.waitForSelector(`.timeline li[data-kind=${kind}]`)

  it('is seen to be one', async () => {
    await asPost(browser, 'SUPERVISOR', 'zh-CN', async (person) => {
      lead = await report(person)
      copy = await report(person)
    })
    await asPost(browser, 'INTAKE_CLERK', 'zh-CN', async (person) => {
      await person.open(`/cases?view=to-file&q=${copy.no}`)
      await person.page.waitForSelector(`[data-case="${copy.id}"] .tag.warn`)
      await person.open(`/cases/${copy.id}`)
      await person.page.waitForSelector(`[data-candidate="${lead.id}"]`)
      await inspectBoth(person, 'duplicates-likely')
    })
    await asPost(browser, 'INTAKE_CLERK', 'en', async (person) => {
      await person.open(`/cases/${copy.id}`)
      await person.page.waitForSelector(`[data-candidate="${lead.id}"]`)
      await inspectBoth(person, 'duplicates-likely')
    })
  })

  it('is merged by the keyboard and keeps one clock', async () => {
    await asPost(browser, 'INTAKE_CLERK', 'zh-CN', async (person) => {
      const { page } = person
      await person.open(`/cases/${copy.id}`)
      await page.waitForSelector(`[data-candidate="${lead.id}"]`)
      await page.keyboard.press('d')
      const wanted = `document.activeElement?.closest('[data-candidate="${lead.id}"]') && document.activeElement.tagName === 'BUTTON'`
      for (let step = 0; step < 40 && !(await page.evaluate(wanted)); step++) await page.keyboard.press('Tab')
      expect(await page.evaluate(wanted), 'Tab leads to the merge button').toBe(true)
      await page.keyboard.press('Enter')
      await standsAt(person, 'merged')
      await person.open(`/cases/${lead.id}`)
      await page.waitForSelector('.duplicates .copies li')
      await expect.poll(() => page.locator('.duplicates .copies').innerText()).toContain(copy.no)
      await inspectBoth(person, 'duplicates-lead')
    })
  })

  it('lets everybody know how the leading case ended', async () => {
    await asPost(browser, 'INTAKE_CLERK', 'zh-CN', async (person) => {
      await person.open(`/cases/${lead.id}`)
      await person.command('refuse-acceptance', async () => {
        await person.choose('ground', '不属于城市管理职责')
        await person.page.fill('[data-field=answer] textarea', '私人院内，不在管理范围')
      })
      await expect
        .poll(async () => (await person.ask<Told>(`/api/cases/${copy.id}`)).timeline.at(-1), { timeout: 40_000 })
        .toMatchObject({ kind: 'lead-ended', details: { outcome: 'refused-acceptance', reason: '私人院内，不在管理范围' } })
      await person.open(`/cases/${copy.id}`)
      await standsAt(person, 'lead-ended')
      await inspectBoth(person, 'duplicates-copy-told')
    })
  })

  it('is split off again and stands where it stood', async () => {
    await asPost(browser, 'INTAKE_CLERK', 'zh-CN', async (person) => {
      await person.open(`/cases/${copy.id}`)
      await person.command('split', async () => {
        await person.page.fill('[data-field=reason] textarea', '是路边的另一处')
      })
      await standsAt(person, 'split')
      await person.page.waitForSelector('[data-command="accept"]')
      await expect.poll(() => person.page.locator('.duplicates .line', { hasText: lead.no }).count()).toBe(0)
    })
  })
})
