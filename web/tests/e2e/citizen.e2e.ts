import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accept, asPost, caseOf, solve, type Case } from './cases.ts'
import { base, followCodes, holderOf, launch, Person } from './desk.ts'
import { NARROW } from './looks.ts'
import { pushService } from './push-service.ts'
import { addPhoto, follow, inspectStreet, inStreet, reportHere, somewhere, streetWords } from './street.ts'

/** The citizens' app of a running city: people in the street, and the centre that answers them. */

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

const LANGUAGES = ['zh-CN', 'en'] as const

describe('the demo city', () => {
  const STATES = { received: 'received', filed: 'accepted', handling: 'in-hand', checking: 'checking', closed: 'solved', refused: 'refused' }

  it.each(Object.entries(STATES))('has a report that is %s, which a visitor follows by its code', async (stage, state) => {
    const found = followCodes.find((one) => one.stage === stage)!
    await inStreet(browser, stage === 'closed' ? 'en' : 'zh-CN', undefined, async (person) => {
      await person.page.goto(`${base}/m/r/${found.code}`)
      await person.page.waitForSelector('.timeline li')
      const { steps, mayRate } = await follow(person, found.code)
      // Somebody at a desk may have gone on with it meanwhile.
      expect(steps.map((step) => step.code)).toContain(state)
      await expect.poll(() => person.page.locator('.ask').isVisible()).toBe(mayRate)
      if (stage === 'closed') expect(mayRate, 'asked whether it is solved').toBe(true)
      const photos = { received: 0, refused: 0, filed: 1, handling: 1 }[stage] ?? 2
      await expect.poll(() => person.page.locator('.pair img').count()).toBe(photos)
      await person.settle()
      await person.shot(`citizen-demo-${stage}`)
    })
  })
})

describe('who follows a report', () => {
  const code = followCodes.find(({ stage }) => stage === 'handling')!.code

  it('may say no when the browser asks, and is not asked again', async () => {
    await inStreet(browser, 'zh-CN', undefined, async (person) => {
      await person.page.addInitScript(pushService('denied'))
      await person.page.goto(`${base}/m/r/${code}`)
      await person.page.waitForSelector('[data-wake=off]')
      expect(await person.page.evaluate('window.asked')).toBe(0)
      await person.page.click('[data-wake=off] button')
      await person.page.waitForSelector('[data-wake=denied]')
      expect(await person.page.locator('[data-wake]').innerText()).toBe(streetWords('zh-CN').wake.denied)
      expect(await person.page.locator('[data-wake] button').count()).toBe(0)
    })
  })

  it('is told in calm words that a push service is shut out, and subscribes where it is not', async () => {
    await inStreet(browser, 'en', undefined, async (person) => {
      const { page } = person
      await page.addInitScript(pushService('granted', 1))
      await page.goto(`${base}/m/r/${code}`)
      await page.click('[data-wake=off] button')
      await page.waitForSelector('[data-wake=silent]')
      expect(await page.locator('[data-wake]').innerText()).toBe(streetWords('en').wake.silent)
      await page.addInitScript(pushService('granted'))
      await page.reload()
      const taken = page.waitForResponse((answer) => answer.url().includes(`/open/reports/${code}/push-subscriptions`))
      await page.click('[data-wake=off] button')
      await page.waitForSelector('[data-wake=on]')
      expect((await taken).status()).toBe(204)
      expect(await page.evaluate('window.wish'), 'the key of the server, uncompressed').toBe(65)
      await inspectStreet(person, 'citizen-woken')
    })
  })
})

describe('inside WeChat', () => {
  const agent = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130 Mobile Safari/537.36 MicroMessenger/8.0.50'

  async function inWechat(work: (person: Person) => Promise<void>): Promise<void> {
    const context = await browser.newContext({ userAgent: agent, viewport: NARROW, locale: 'zh-CN', serviceWorkers: 'block' })
    const person = Person.onPage(await context.newPage(), 'zh-CN')
    await work(person)
    await person.leave()
  }

  it('a city without an account there has a page like any other', async () => {
    await inWechat(async (person) => {
      const refused = person.page.waitForResponse('**/open/wechat/signatures')
      await person.page.goto(`${base}/m/follow?lang=zh-CN`)
      await person.page.waitForSelector('#code')
      const status = (await refused).status()
      expect(status).toBeGreaterThanOrEqual(400)
      await person.settle()
      expect(await person.page.locator('[data-scan]').count()).toBe(0)
      person.forgive(String(status))
      expect(person.errors).toEqual([])
    })
  })

  it('with one, the page takes the script, finds its place by it, and a slip is scanned', async () => {
    const at = await somewhere()
    const code = followCodes[0]!.code
    await inWechat(async (person) => {
      const { page } = person
      // As the server answers where the account is set up; its own tests hold it to that.
      await page.route(/\/m\/(\w*)(\?|$)/, async (route) => {
        const answer = await route.fetch()
        const policy = answer.headers()['content-security-policy']!
        const headers = { ...answer.headers(), 'content-security-policy': policy.replace("script-src 'self'", "script-src 'self' https://res.wx.qq.com") }
        await route.fulfill({ response: answer, headers })
      })
      const script = 'https://res.wx.qq.com/open/js/jweixin-1.6.0.js'
      const signature = { appId: 'wx1', timestamp: 1_700_000_000, nonceStr: 'abc', signature: 'f'.repeat(40), script }
      await page.route('**/open/wechat/signatures', (route) => route.fulfill({ json: signature }))
      await page.route(script, (route) => route.fulfill({ contentType: 'text/javascript', body: wechatScript(at, `${base}/m/r/${code}`) }))
      await page.goto(`${base}/m/report?lang=zh-CN`)
      await page.locator('.place-ways button').first().click()
      await page.waitForSelector('.says.ok')
      expect(await page.evaluate('window.configured.signature')).toBe(signature.signature)
      await page.goto(`${base}/m/follow`)
      await page.click('[data-scan]')
      await page.waitForSelector('.timeline li')
      expect(new URL(page.url()).pathname).toBe(`/m/r/${code}`)
      await person.settle()
      expect(await page.evaluate('window.card.link'), 'never the page itself').toBe(`${base}/m/`)
      expect(person.errors).toEqual([])
    })
  })
})

/** Stands in for WeChat's own script, answering as its documents say. */
function wechatScript({ longitude, latitude }: { longitude: number; latitude: number }, scanned: string): string {
  return `
    let ready = () => undefined
    window.wx = {
      ready: (then) => (ready = then),
      error: () => undefined,
      config: (wish) => { window.configured = wish; setTimeout(() => ready()) },
      getLocation: ({ success }) => success({ latitude: ${latitude}, longitude: ${longitude}, accuracy: 25 }),
      scanQRCode: ({ success }) => success({ resultStr: ${JSON.stringify(scanned)} }),
      updateAppMessageShareData: (card) => (window.card = card),
      updateTimelineShareData: () => undefined,
    }
  `
}

interface Looked {
  photos: { before: string[]; after: string[] }
}

/** The first of some cases of which a photo was put out. */
async function withPhoto(person: Person, cases: { number: string }[]): Promise<{ number: string; shown: Looked }> {
  for (const { number } of cases) {
    const shown = await person.ask<Looked>(`/open/cases/${number}`)
    if (shown.photos.before.length > 0 && shown.photos.after.length > 0) return { number, shown }
  }
  throw new Error('no photo of these cases was put out')
}

describe('a problem in the street', () => {
  const department = holderOf('HANDLER').department
  const words = '\u8def\u53e3\u7684\u4e95\u76d6\u7834\u4e86'
  let code = ''
  let joined = ''
  let known: Case

  it('is reported with a photo, a sentence and three buttons where the phone knows its place, without an account', async () => {
    await inStreet(browser, 'zh-CN', await somewhere(), async (person) => {
      await person.page.evaluate(
        "window.taps = 0; addEventListener('click', (e) => { if (e.isTrusted && e.target.closest('button, a')) window.taps++ })",
      )
      code = await reportHere(person, `${words} ${Date.now()}`)
      expect(code).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/)
      expect(await person.page.evaluate('window.taps')).toBe(3)
      const { number } = await follow(person, code)
      expect(number).toBeTruthy()
      await inspectStreet(person, 'citizen-done')
      await person.page.click('.done .primary')
      await person.page.waitForSelector('.timeline li')
      await person.page.goto(`${base}/m/`)
      await expect.poll(() => person.page.locator('.row').first().innerText()).toContain(code)
    })
  })

  it('is accepted by the centre, which sees no name', async () => {
    await asPost(browser, 'INTAKE_CLERK', 'zh-CN', async (person) => {
      known = await caseOf(person, (await follow(person, code)).number!)
    })
    await accept(browser, known, 'zh-CN')
  })

  it('is known to a neighbour before it is reported twice, who joins in', async () => {
    await inStreet(browser, 'en', await somewhere(0.0001), async (person) => {
      const { page } = person
      await page.click('a[href="/m/report"]')
      await page.waitForSelector('.says.ok')
      await page.fill('#description', 'The manhole cover is broken')
      await page.click('.foot-bar button')
      await page.waitForSelector('.near')
      const near = page.locator('.near')
      await inspectStreet(person, 'citizen-check')
      const ours = (await person.ask<{ number: string }[]>(`/open/reports/nearby?lon=${(await somewhere()).longitude}&lat=${(await somewhere()).latitude}&radius=150`))
        .findIndex(({ number }) => number === known.no)
      expect(ours).toBeGreaterThanOrEqual(0)
      await near.nth(ours).locator('button').click()
      await page.waitForSelector('.timeline li')
      joined = decodeURIComponent(new URL(page.url()).pathname.split('/').pop() ?? '')
      expect(joined).not.toBe(code)
      expect((await follow(person, joined)).number).toBe(known.no)
      await inspectStreet(person, 'citizen-joined')
    })
  })

  it('is solved by the city', async () => {
    await solve(browser, known, 'zh-CN', department)
  })

  it('is followed by its code, and a "no" is looked at again', async () => {
    await inStreet(browser, 'zh-CN', undefined, async (person) => {
      const { page } = person
      await page.click('a[href="/m/follow"]')
      await page.fill('#code', code.toLowerCase().replace('-', ' '))
      await page.click('.input-row button')
      await page.waitForSelector('.ask')
      await inspectStreet(person, 'citizen-followed')
      await page.check('input[name=solved][value=false]')
      await page.click('.ask button[type=submit]')
      await page.waitForSelector('.ask .fault')
      await page.check('#star-1')
      await page.fill('#rating-words', '\u8fd8\u662f\u7834\u7684')
      await inspectStreet(person, 'citizen-rating')
      await page.click('.ask button[type=submit]')
      await page.waitForSelector('.note.ok')
      await inspectStreet(person, 'citizen-rated')
      const after = await follow(person, code)
      expect(after.mayRate).toBe(false)
      expect(after.state.code).not.toBe('solved')
      expect(after.steps.map((step) => step.code)).toContain('dissent')
    })
  })

  it('is told to be solved to who joined in', async () => {
    await inStreet(browser, 'en', undefined, async (person) => {
      await person.page.goto(`${base}/m/r/${joined}`)
      await person.page.waitForSelector('.ask')
      await person.page.check('input[name=solved][value=true]')
      await person.page.check('#star-5')
      await person.page.click('.ask button[type=submit]')
      await person.page.waitForSelector('.note.ok')
      expect((await follow(person, joined)).state.code).toBe('solved')
    })
  })
})

describe('what a kind of problem asks besides', () => {
  it('is asked of a citizen, said when it is missing, and read at the desk', async () => {
    let number = ''
    await inStreet(browser, 'en', await somewhere(0.0007), async (person) => {
      const { page } = person
      await page.click('a[href="/m/report"]')
      await page.waitForSelector('.says.ok')
      await page.fill('#description', `Nobody guards the storm drain ${Date.now()}`)
      await page.locator('details summary').last().click()
      const groups = await person.ask<{ code: string; categories: { code: string }[] }[]>('/open/categories')
      await page.selectOption('#category-group', groups.find(({ categories }) => categories.some(({ code: one }) => one === 'C0103'))!.code)
      await page.selectOption('#category-code', 'C0103')
      await page.waitForSelector('[data-asks=danger]')
      await page.click('.foot-bar button')
      await page.waitForSelector('.faults')
      await inspectStreet(person, 'citizen-asked')
      await page.locator('[data-asks=danger] input[value=yes]').check()
      await page.click('.foot-bar button')
      await page.waitForSelector('#phone')
      await page.click('.foot-bar button')
      await page.waitForSelector('.done h1')
      number = (await follow(person, (await page.locator('.code strong').innerText()).trim())).number!
    })
    await asPost(browser, 'INTAKE_CLERK', 'en', async (person) => {
      const one = await caseOf(person, number)
      const { answers } = await person.ask<{ answers: { code: string }[] }>(`/api/cases/${one.id}`)
      expect(answers.map(({ code: asked }) => asked)).toEqual(['danger'])
    })
  })
})

describe.each(LANGUAGES)('the citizens\u2019 app in %s', (language) => {
  it('opens on what one can do', async () => {
    await inStreet(browser, language, undefined, async (person) => {
      await inspectStreet(person, 'citizen-home')
      await expect.poll(() => person.page.locator('html').getAttribute('lang')).toBe(language)
    })
  })

  it('needs no position: the place is pointed out on the map, and what is missing is said', async () => {
    await inStreet(browser, language, undefined, async (person) => {
      const { page } = person
      const text = streetWords(language)
      await page.click('a[href="/m/report"]')
      await page.waitForSelector('#description')
      await inspectStreet(person, 'citizen-report')
      await page.click('.foot-bar button')
      await page.waitForSelector('.faults')
      expect(await page.evaluate("document.activeElement.classList.contains('faults')")).toBe(true)
      await inspectStreet(person, 'citizen-report-faults')
      await page.getByRole('button', { name: text.place.map, exact: true }).click()
      await page.locator('.map canvas').first().waitFor()
      await person.settle()
      await page.locator('.map').click({ position: { x: 170, y: 180 } })
      await page.waitForSelector('.says.ok')
      await expect.poll(() => page.locator('.says').innerText()).toContain(text.place.picked)
      await inspectStreet(person, 'citizen-report-map')
      await page.fill('#description', language === 'en' ? 'A lamp is out' : '\u8def\u706f\u4e0d\u4eae\u4e86')
      // Proposals come with the words, or not at all.
      await page.waitForResponse('**/open/suggestions')
      await person.settle()
      await page.locator('.choices input').last().check()
      await page.locator('details summary').click()
      await person.settle()
      await inspectStreet(person, 'citizen-report-kinds')
    })
  })

  it('is used with the keyboard alone', async () => {
    await inStreet(browser, language, undefined, async (person) => {
      const { page } = person
      const text = streetWords(language)
      await tabTo(person, '.skip')
      await tabTo(person, 'a[href="/m/report"]')
      await page.keyboard.press('Enter')
      await page.waitForSelector('#description')
      await tabToText(person, text.place.search)
      await page.keyboard.press('Enter')
      await tabTo(person, '#place-search')
      await page.keyboard.type('\u8c61\u5c71')
      await page.waitForSelector('.boxed button')
      await tabTo(person, '.boxed button')
      await page.keyboard.press('Enter')
      await page.waitForSelector('.says.ok')
      await tabTo(person, '#description')
      await page.keyboard.type(language === 'en' ? 'Rubbish lies here' : '\u8fd9\u91cc\u6709\u5783\u573e\u6ca1\u4eba\u6536')
      await tabTo(person, '.foot-bar button')
      await page.keyboard.press('Enter')
      await page.waitForSelector('#phone')
      expect(await page.evaluate("document.activeElement.id")).toBe('main')
      await tabTo(person, '#phone')
      await page.keyboard.type('12')
      await page.keyboard.press('Enter')
      await page.waitForSelector('#phone-fault')
      await page.keyboard.press('Control+A')
      await page.keyboard.type('13800000000')
      await page.keyboard.press('Enter')
      await page.waitForSelector('.done .code')
    })
  })

  it('shows what is reported nearby, as a list and on a map', async () => {
    await inStreet(browser, language, await somewhere(), async (person) => {
      const { page } = person
      await page.click('a[href="/m/nearby"]')
      await page.waitForSelector('#radius')
      await page.selectOption('#radius', '2000')
      await page.waitForSelector('.near')
      await inspectStreet(person, 'citizen-nearby')
      await page.locator('.tools .small').click()
      await page.locator('.map canvas').first().waitFor()
      await inspectStreet(person, 'citizen-nearby-map')
    })
  })

  it('finds what is open near a place, the nearest first, by its kind', async () => {
    await inStreet(browser, language, await somewhere(), async (person) => {
      const { page } = person
      await page.click('a[href="/m/facilities"]')
      await page.waitForSelector('.facility')
      await inspectStreet(person, 'citizen-facilities')
      await page.getByText(streetWords(language).facilityKind.TOILET, { exact: true }).click()
      await page.check('.open-only input')
      await person.settle()
      expect(await page.locator('.facility .door').allInnerTexts()).not.toContain(streetWords(language).door.closed)
      const at = await somewhere()
      const asked = `/open/facilities?lon=${at.longitude}&lat=${at.latitude}&kind=TOILET&open=true`
      const found = await person.ask<{ name: { zh: string; en: string }; metres: number }[]>(asked)
      expect(found.map(({ metres }) => metres)).toEqual(found.map(({ metres }) => metres).sort((a, b) => a - b))
      await expect.poll(() => page.locator('.facility').count()).toBe(Math.min(20, found.length))
      await page.locator('.tools .small').click()
      await page.locator('.map canvas').first().waitFor()
      await inspectStreet(person, 'citizen-facilities-map')
    })
  })

  it('shows the published assessment, one indicator at a time', async () => {
    await inStreet(browser, language, undefined, async (person) => {
      const { page } = person
      await page.click('a[href="/m/assessment"]')
      await page.waitForSelector('table tbody tr')
      await inspectStreet(person, 'citizen-assessment')
      await page.selectOption('#by', 'street')
      await person.settle()
      await expect.poll(() => page.locator('thead th').first().innerText()).toBe(streetWords(language).subjectKind.street)
    })
  })

  it('opens from the ranking to a figure, to its cases, to the clock of one, and names nobody', async () => {
    await inStreet(browser, language, undefined, async (person) => {
      const { page } = person
      await page.click('a[href="/m/assessment"]')
      await page.waitForSelector('table tbody tr')
      await page.locator('p a[href*="/m/ranking"]').click()
      // Both pages ask of whom; only the ranking leads back.
      await page.waitForSelector('p a[href*="/m/assessment"]')
      await page.selectOption('#by', 'contractor')
      await person.settle()
      await inspectStreet(person, 'citizen-ranking')
      await page.selectOption('#by', 'department')
      await page.locator('tbody th a[href*="by=department"]').first().click()
      await page.waitForSelector('tbody td a[href*="/m/figure"]')
      await inspectStreet(person, 'citizen-subject')
      await page.locator('tbody td a[href*="indicator=on_time_rate"]').first().click()
      await page.waitForSelector('.cases li a')
      await inspectStreet(person, 'citizen-figure')
      const asked = new URL(page.url()).search
      const behind = await person.ask<{ rows: number; withheld: number; items: { number: string }[] }>(`/open/assessment/cases${asked}`)
      await expect.poll(() => page.locator('.cases li').count()).toBe(behind.items.length)
      expect(behind.rows).toBeGreaterThanOrEqual(behind.withheld + behind.items.length)
      const { number, shown } = await withPhoto(person, behind.items)
      expect(Object.keys(shown).filter((key) => ['address', 'description', 'reporter'].includes(key))).toEqual([])
      await page.click(`.cases li a[href$="${number}"]`)
      await page.waitForSelector('dl dd')
      await page.locator('figure img').first().waitFor()
      await inspectStreet(person, 'citizen-case')
      await expect.poll(() => page.locator('dl dd').first().innerText()).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/)
      await page.goBack()
      await page.waitForSelector('.cases li a')
    })
  })

  it('leads on without a script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: language })
    const page = await context.newPage()
    await page.goto(`${base}/m/`)
    await page.click(`noscript a[lang="${language}"]`)
    await expect.poll(() => page.locator('form input[name=code]').count()).toBe(1)
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(language)
    await context.close()
  })

  it('says in plain words that a code is wrong', async () => {
    await inStreet(browser, language, undefined, async (person) => {
      const { page } = person
      await page.click('a[href="/m/follow"]')
      await page.fill('#code', '10')
      await page.click('.input-row button')
      await page.waitForSelector('#code-fault')
      await inspectStreet(person, 'citizen-follow')
      await page.fill('#code', '7KQ2M-XW9DA')
      await page.click('.input-row button')
      await page.waitForSelector('.note.bad')
      person.forgive('404')
      await expect.poll(() => page.locator('.note.bad').innerText()).not.toContain('engagement')
      await inspectStreet(person, 'citizen-not-found')
    })
  })
})

describe('without a network', () => {
  it('a report stays on the phone through a reload and is sent once when there is one', async () => {
    await inStreet(browser, 'zh-CN', await somewhere(0.003), async (person) => {
      const { page } = person
      const text = streetWords('zh-CN')
      await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)')
      await person.settle()
      await page.click('a[href="/m/report"]')
      await page.waitForSelector('.says.ok')
      await addPhoto(person)
      await page.fill('#description', `\u8fd9\u91cc\u6709\u79ef\u6c34 ${Date.now()}`)
      await page.click('.foot-bar button')
      await page.waitForSelector('#phone')
      await person.settle()
      await page.context().setOffline(true)
      await page.click('.foot-bar button')
      await page.waitForSelector('.done h1')
      await expect.poll(() => page.locator('.done h1').innerText()).toBe(text.done.waitingTitle)
      await page.goto(`${base}/m/`)
      await page.waitForSelector('.waits')
      await person.shot('citizen-waiting')
      await page.context().setOffline(false)
      await page.evaluate("dispatchEvent(new Event('online'))")
      await page.waitForSelector('.waits', { state: 'detached' })
      await page.waitForSelector('#mine-title')
      await expect.poll(() => page.locator('.rows .row').count()).toBe(1)
      // The browser says in its console that it was offline.
      person.forgive('ERR_INTERNET_DISCONNECTED')
      person.errors.splice(0, person.errors.length, ...person.errors.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED')))
    })
  })
})

/** Presses Tab until the focus stands on what the selector names. */
async function tabTo(person: Person, selector: string): Promise<void> {
  await tabUntil(person, `document.activeElement?.matches(${JSON.stringify(selector)})`, selector)
}

async function tabToText(person: Person, text: string): Promise<void> {
  await tabUntil(person, `document.activeElement?.textContent?.trim() === ${JSON.stringify(text)}`, text)
}

async function tabUntil(person: Person, reached: string, what: string): Promise<void> {
  for (let turn = 0; turn < 60; turn++) {
    if (await person.page.evaluate(reached)) return
    await person.page.keyboard.press('Tab')
  }
  throw new Error(`The Tab key does not reach ${what}`)
}
