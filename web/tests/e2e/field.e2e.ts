import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holderOf, launch, type Language } from './desk.ts'
import { FieldPhone, type At } from './field-phone.ts'
import { inspect } from './looks.ts'
import { Town } from './street-cases.ts'

/** The field app in the street: what is done without a network arrives, and arrives once. */

let browser: Browser
let town: Town
const phones: FieldPhone[] = []

beforeAll(async () => {
  browser = await launch()
  town = new Town(browser)
})
afterAll(async () => {
  for (const phone of phones) await phone.turnOff()
  await town?.leave()
  await browser?.close()
})

type Ring = [number, number][]

/** The middle of one of the person's own grids, as the server gives them to the phone. */
async function ownGround(phone: FieldPhone): Promise<At> {
  const { grids } = await phone.person.ask<{ grids: { features: { geometry: { coordinates: Ring[][] } }[] } }>('/api/field/package')
  const ring = grids.features[0]!.geometry.coordinates[0]![0]!.slice(1)
  const mean = (axis: 0 | 1): number => ring.reduce((sum, corner) => sum + corner[axis], 0) / ring.length
  return { longitude: mean(0), latitude: mean(1), accuracy: 12 }
}

/** A phone of somebody who holds the post, standing on their own ground, with everything on it. */
async function phoneOf(post: string, language: Language): Promise<{ phone: FieldPhone; at: At }> {
  const phone = new FieldPhone(language, { longitude: 112.2, latitude: 31.03, accuracy: 12 })
  phones.push(phone)
  await phone.turnOn()
  await phone.signIn(holderOf(post))
  const at = await ownGround(phone)
  await phone.goTo(at)
  await phone.stockUp()
  return { phone, at }
}

const kindsOf = (timeline: { kind: string }[], kind: string): number => timeline.filter((entry) => entry.kind === kind).length

/** Whoever it is may have other tasks, so these are known by their words. */
async function waitForTasks(page: Page, wanted: string[]): Promise<void> {
  const deadline = Date.now() + 90_000
  for (;;) {
    const shown = await page.locator('[data-task]').allInnerTexts()
    if (wanted.every((words) => shown.some((text) => text.includes(words)))) return
    if (Date.now() > deadline) throw new Error(`the tasks (${wanted.join(', ')}) did not come; there are ${shown.join(' | ')}`)
    await page.click('[data-refresh]')
    await page.waitForTimeout(1_500)
  }
}

describe('without a network', () => {
  const stamp = Date.now()
  const words = {
    report: `street report ${stamp}`,
    fixed: `put right on the spot ${stamp}`,
    draft: `not finished ${stamp}`,
    verify: `call to verify ${stamp}`,
    check: `work to check ${stamp}`,
  }
  let phone: FieldPhone
  let at: At
  let verifyCase: number
  let checkCase: number

  it('stands ready after one sign-in, on duty inside the fence, and is seen to record', async () => {
    ;({ phone, at } = await phoneOf('SUPERVISOR', 'zh-CN'))
    const { page } = phone
    await phone.tab('me')
    // In the afternoon the demo city has people on their rounds.
    if ((await phone.person.ask<{ onDuty: boolean }>('/api/field/duty')).onDuty) {
      await page.click('[data-duty]')
      await phone.allSent()
      await phone.tab('me')
    }
    await page.click('[data-duty]')
    await page.waitForSelector('[data-fence]')
    await page.waitForSelector('[data-recording]')
    await phone.allSent()
    await phone.tab('me')
    const duty = await phone.person.ask<{ onDuty: boolean; turns: { inside: boolean }[] }>('/api/field/duty')
    expect(duty.onDuty).toBe(true)
    expect(duty.turns[duty.turns.length - 1]!.inside).toBe(true)
    await inspect(phone.person, 'field-me')
  })

  it('has the tasks that were drawn for it, with their photos', async () => {
    verifyCase = await town.toVerify(words.verify, at)
    checkCase = await town.toCheck(words.check, at)
    await phone.tab('tasks')
    await waitForTasks(phone.page, [words.verify, words.check])
    await inspect(phone.person, 'field-tasks')
    await phone.page.locator('[data-task]', { hasText: words.check }).click()
    await phone.page.locator('.old img').nth(1).waitFor()
    await phone.person.settle()
  })

  it('takes a report, a pair from the spot, a draft and both answers', async () => {
    const { page } = phone
    await phone.cutNetwork()
    await phone.tab('report')
    await phone.takePhoto('before')
    await phone.pickCategory()
    await page.fill('#report-description', words.report)
    phone.person.forgiveNetwork()
    await inspect(phone.person, 'field-report')
    await phone.submit()

    await page.click('[data-fix]')
    await phone.takePhoto('before')
    await phone.takeOver('after')
    await phone.pickCategory()
    await page.fill('#report-description', words.fixed)
    await page.evaluate(() => scrollTo(0, 0))
    phone.person.forgiveNetwork()
    await inspect(phone.person, 'field-fixed')
    await phone.submit()

    for (const [word, outcome] of [[words.check, 'passed'], [words.verify, 'confirmed']] as const) {
      await phone.tab('tasks')
      await page.locator('[data-task]', { hasText: word }).click()
      await page.click(`[data-outcome="${outcome}"]`)
      await phone.tab('map')
      await phone.tab('tasks')
      await page.locator('[data-task]', { hasText: word }).click()
      await page.waitForSelector(`[data-outcome="${outcome}"] :checked`)
      await phone.takeOver('result')
      await page.evaluate(() => scrollTo(0, 0))
      phone.person.forgiveNetwork()
      await inspect(phone.person, `field-task-${outcome}`)
      await page.click('[data-tell]')
      await page.waitForURL(/\/field\/tasks$/)
    }

    await phone.tab('report')
    await phone.takePhoto('before')
    await page.fill('#report-description', words.draft)
    await phone.tab('map')
    await page.locator('.street-map canvas').first().waitFor()
    phone.person.forgiveNetwork()
    await inspect(phone.person, 'field-map')
    await page.click('[data-status]')
    await expect.poll(() => page.locator('[data-section="waiting"] [data-send]').count()).toBe(4)
    phone.person.forgiveNetwork()
    await inspect(phone.person, 'field-outbox')
    await expect.poll(() => page.locator('main').innerText()).not.toMatch(/TypeError|Failed to fetch|undefined/)
  })

  it('loses nothing when the browser is killed, and opens without the network', async () => {
    await phone.kill()
    await phone.turnOn(true)
    const { page } = phone
    await page.waitForSelector('[data-photos="before"] img')
    await expect.poll(() => page.inputValue('#report-description'), { message: 'the draft opens where it was' }).toBe(words.draft)
    await page.click('[data-status]')
    await expect.poll(() => page.locator('[data-section="waiting"] [data-send]').count()).toBe(4)
    phone.person.forgiveNetwork()
  })

  it('brings each of them to the server once, through a server that is busy and an answer that is lost', async () => {
    // What is asked last stands in front: first the answer to all is lost, then the server is busy.
    const busy = await phone.breakOnce('**/api/field/sends', 'unavailable')
    const lost = await phone.breakOnce('**/api/field/sends', 'answer-lost')
    await phone.bringNetwork()
    await phone.allSent()
    expect([busy(), lost()]).toEqual([1, 1])
    phone.person.forgiveNetwork()
    await inspect(phone.person, 'field-sent')

    const [report, ...moreReports] = await town.count(words.report)
    const [fixed, ...moreFixed] = await town.count(words.fixed)
    expect(moreReports).toEqual([])
    expect(moreFixed).toEqual([])
    expect((await town.file(report!.id)).photos.before).toHaveLength(1)
    const pair = (await town.file(fixed!.id)).photos
    expect([pair.before.length, pair.after.length]).toEqual([1, 1])
    expect(await town.count(words.draft)).toEqual([])
    expect(kindsOf((await town.file(checkCase)).timeline, 'check-passed')).toBe(1)
    expect(kindsOf((await town.file(verifyCase)).timeline, 'verification-reported')).toBe(1)
  })

  it('keeps what was refused with the reason, and sends it once it is put right', async () => {
    const { page } = phone
    let spoilt = 0
    const spoil = (report: object): object => ({ ...report, category: 'no-such-category' })
    // By itself, or together with positions that were due.
    await page.route(/\/api\/field\/(reports|sends)$/, async (route) => {
      const body = JSON.parse(route.request().postData() ?? '{}') as { reports?: object[] }
      if (route.request().url().endsWith('/sends') && !body.reports?.length) return route.fallback()
      spoilt += 1
      if (spoilt > 1) return route.fallback()
      return route.continue({ postData: JSON.stringify(body.reports ? { ...body, reports: body.reports.map(spoil) } : spoil(body)) })
    })
    await phone.tab('report')
    await phone.pickCategory()
    await phone.submit()
    await page.waitForSelector('[data-standing="refused"]')
    await page.click('[data-status]')
    const refused = page.locator('[data-section="refused"] [data-send]')
    await refused.locator('.reason').waitFor()
    phone.person.forgive('422')
    phone.person.forgive('404')
    await inspect(phone.person, 'field-refused')
    await refused.locator('[data-edit]').click()
    await page.waitForSelector('[data-photos="before"] img')
    await phone.submit()
    await phone.allSent()
    expect(await town.count(words.draft)).toHaveLength(1)
  })
})

describe('the app', () => {
  it('asks before it reports a place that is not sure, and refuses one that is useless', async () => {
    const { phone, at } = await phoneOf('CHECKER', 'en')
    const { page } = phone
    await phone.goTo({ ...at, accuracy: 90 })
    await page.waitForSelector('[data-sure="unsure"]')
    await phone.takePhoto('before')
    await phone.pickCategory()
    await page.click('[data-submit]')
    await page.waitForSelector('[data-sure-of-place]')
    await inspect(phone.person, 'field-unsure')
    await page.click('[data-wait]')
    await page.click('[data-discard]')
    await phone.goTo({ ...at, accuracy: 5_000 })
    await page.waitForSelector('[data-sure="useless"]')
    await phone.takePhoto('before')
    await phone.pickCategory()
    await page.click('[data-submit]')
    await page.waitForSelector('[data-faults]')
    await inspect(phone.person, 'field-useless')
    await page.click('[data-discard]')
    await phone.goTo(at)
    await page.waitForSelector('[data-sure="good"]')
  })

  it('reads well in large type', async () => {
    const phone = phones[phones.length - 1]!
    const { page } = phone
    await phone.tab('me')
    await inspect(phone.person, 'field-me')
    await page.click('[data-large]')
    for (const tab of ['me', 'report', 'tasks', 'map'] as const) {
      await phone.tab(tab)
      await inspect(phone.person, `field-${tab}-large`)
    }
    await phone.tab('report')
    await page.click('[data-pick-category]')
    await inspect(phone.person, 'field-category-large')
    await page.click('[data-close]')
  })

  it('waits with a new version until the person agrees, and takes nobody out of a form', async () => {
    const phone = phones[phones.length - 1]!
    const { page } = phone
    await phone.tab('report')
    await page.fill('#report-description', 'half written')
    // Another address of the worker is to the browser what another build of it is: a new one that waits.
    await page.evaluate(() => navigator.serviceWorker.register('/field/sw.js?next', { scope: '/field/' }))
    await page.waitForSelector('[data-update]')
    await inspect(phone.person, 'field-update')
    await expect.poll(() => page.inputValue('#report-description')).toBe('half written')
    expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).not.toContain('next')
    await Promise.all([page.waitForEvent('load'), page.click('[data-update]')])
    await page.waitForSelector('#report-description')
    expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toContain('next')
    await expect.poll(() => page.inputValue('#report-description'), { message: 'the draft is where it was' }).toBe('half written')
    await page.click('[data-discard]')
    // The next start of the app takes its own worker again.
    await page.evaluate(() => navigator.serviceWorker.register('/field/sw.js', { scope: '/field/' }))
  })

  it('signs out only after saying what would be lost, and ends its token', async () => {
    const phone = phones[phones.length - 1]!
    const { page } = phone
    await phone.tab('me')
    await page.click('[data-leave]')
    await page.waitForSelector('[data-leave-sure]')
    await inspect(phone.person, 'field-leave')
    await page.click('[data-leave-sure]')
    await page.waitForSelector('#username')
    await inspect(phone.person, 'field-door')
  })
})
