import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asPost, report } from './cases.ts'
import { launch } from './desk.ts'
import { inspectBoth } from './looks.ts'

/** A duty list changed, tried on a month of cases, put in force, and explained at the next dispatch. */

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

interface Duties {
  number: number
  list: { rules: { category: string; duty: string }[] }
}

describe('the duty list', () => {
  it('is tried on a month of cases before it is put in force', async () => {
    await asPost(browser, 'SHIFT_LEAD', 'zh-CN', async (person) => {
      const { page } = person
      const before = await person.ask<Duties>('/api/routing')
      await person.open('/routing')
      const rule = page.locator('[data-rule="E0110"]')
      await inspectBoth(person, 'routing')

      // The cases of the demo city are of the last days: this month, or the one before on its first.
      for (const step of ['this', 'before']) {
        if (step === 'this') await page.getByRole('button', { name: '下个月' }).click()
        else await page.getByRole('button', { name: '上个月' }).click()
        // What was tried on the month before this one goes with the choice of another.
        await page.waitForSelector('[data-figure=cases]', { state: 'detached' })
        await page.click('[data-act=simulate]')
        await page.waitForSelector('[data-figure=cases]')
        if (Number(await page.innerText('[data-figure=cases]')) > 0) break
      }
      await expect.poll(() => page.innerText('[data-figure=moved]')).toBe('0')

      await rule.locator('[data-act=edit]').click()
      await person.select('处置责任', '街道办事处')
      await page.click('[data-act=done]')
      await page.waitForSelector('[data-rule="E0110"].changed')
      await page.click('[data-act=simulate]')
      await page.waitForSelector('[data-move]')
      const moved = Number(await page.innerText('[data-figure=moved]'))
      const moves = await page.locator('[data-move] .num').allInnerTexts()
      expect(moved).toBeGreaterThan(0)
      expect(moves.reduce((sum, one) => sum + Number(one), 0)).toBe(moved)
      expect((await person.ask<Duties>('/api/routing')).number, 'a trial changes nothing').toBe(before.number)
      await inspectBoth(person, 'routing-tried')

      await page.click('[data-act=apply]')
      await page.fill('#routing-reason', '环卫下沉，生活垃圾由街道负责')
      await page.click('.el-dialog .el-button--primary')
      await expect.poll(async () => (await person.ask<Duties>('/api/routing')).number).toBe(before.number + 1)
      const after = await person.ask<Duties>('/api/routing')
      expect(after.list.rules.find(({ category }) => category === 'E0110')?.duty).toBe('street')
    })
    await asPost(browser, 'SHIFT_LEAD', 'en', async (person) => {
      await person.open('/routing')
      await person.page.click('[data-act=simulate]')
      await person.page.waitForSelector('[data-figure=cases]')
      await inspectBoth(person, 'routing')
    })
  })

  it.each(['zh-CN', 'en'] as const)('comes as a file and begins by itself on a later day, in %s', async (language) => {
    await asPost(browser, 'SHIFT_LEAD', language, async (person) => {
      const { page } = person
      const before = await person.ask<Duties>('/api/routing')
      await person.open('/routing')
      const href = (await page.getAttribute('[data-duties-out]', 'href')) ?? ''
      const origin = new URL(page.url()).origin
      const csv = await (await page.request.get(origin + href)).text()
      expect(csv.replace('\uFEFF', '').split('\r\n')[0]).toBe('part,category,duty,unit,department')
      const duty = language === 'en' ? 'sanitation' : 'enforcement'
      const changed = csv.replace(/^rule,E0110,.*$/m, `rule,E0110,${duty},,`)
      await page.setInputFiles('[data-duties-in]', { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(changed) })
      await page.waitForSelector('[data-rule="E0110"].changed')
      await page.click('[data-act=simulate]')
      await page.click('[data-act=apply]')
      await page.fill('#routing-reason', language === 'en' ? 'From next year on' : '明年起执行')
      const year = new Date().getUTCFullYear() + 1
      await page.fill('#routing-day', `${year}-01-02`)
      await inspectBoth(person, 'routing-later')
      await page.click('.el-dialog .el-button--primary')
      await page.waitForSelector('[data-planned]')
      const after = await person.ask<Duties>('/api/routing')
      expect(after.number, 'the list in force stays').toBe(before.number)
      expect(after.list).toEqual(before.list)
      await inspectBoth(person, 'routing-planned')
    })
  })

  it('proposes who is to handle a case, and says by which rule', async () => {
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
    await asPost(browser, 'DISPATCHER', 'zh-CN', async (person) => {
      const { page } = person
      await person.open(`/cases/${id}`)
      await page.click('[data-command=dispatch]')
      const proposed = await page.locator('[data-part=route] strong').innerText()
      await inspectBoth(person, 'dispatch-explained')
      await page.locator('.commands form button[type=submit]').click()
      await page.waitForSelector('.timeline li[data-kind=dispatched]')
      const said = await page.locator('.timeline li[data-kind=dispatched]').innerText()
      expect(said).toContain(proposed)
    })
  })

  it('is not shown to those who do not keep it', async () => {
    await asPost(browser, 'DISPATCHER', 'zh-CN', async (person) => {
      const answer = await person.page.request.get(`${new URL(person.page.url()).origin}/api/routing`)
      expect(answer.status()).toBe(403)
    })
  })
})
