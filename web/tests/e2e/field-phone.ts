import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { BrowserContext, Page, Route } from 'playwright-core'
import { base, launchPhone, ownPassword, passwordNow, passwordWasChanged, Person, type Language, type SignIn } from './desk.ts'

/** A phone in the street: an app of its own, a store that outlives the browser, a position, a camera. */

export interface At {
  longitude: number
  latitude: number
  accuracy: number
}

export const SCREEN = { width: 390, height: 844 }
const SENT_WITHIN_MS = 60_000

export class FieldPhone {
  private readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gewu-phone-'))
  private readonly language: Language
  private at: At
  private context: BrowserContext | null = null
  private holder: Person | null = null

  constructor(language: Language, at: At) {
    this.language = language
    this.at = at
  }

  get person(): Person {
    if (!this.holder) throw new Error('The phone is off.')
    return this.holder
  }

  get page(): Page {
    return this.person.page
  }

  async turnOn(offline = false): Promise<void> {
    this.context = await launchPhone(this.folder, {
      viewport: SCREEN,
      deviceScaleFactor: 2,
      hasTouch: true,
      isMobile: true,
      locale: this.language,
      timezoneId: 'Asia/Shanghai',
      geolocation: this.at,
      permissions: ['geolocation', 'camera'],
    })
    if (offline) await this.context.setOffline(true)
    const page = this.context.pages()[0] ?? (await this.context.newPage())
    this.holder = Person.onPage(page, this.language)
    this.holder.cutOff = offline
    await page.goto(`${base}/field/?lang=${this.language}`)
    await page.waitForSelector('.phone')
  }

  async signIn(who: SignIn): Promise<void> {
    const { page } = this
    await page.waitForSelector('#username')
    await page.fill('#username', who.username)
    await page.fill('#password', passwordNow(who))
    await page.click('.door button[type=submit]')
    await page.waitForSelector('.map-box, #next')
    if (await page.locator('#next').isVisible()) {
      await page.fill('#next', ownPassword(who))
      await page.fill('#again', ownPassword(who))
      await page.click('.door button[type=submit]')
      await page.waitForSelector('.map-box')
      passwordWasChanged(who)
    }
    await page.waitForSelector('.map-box')
    this.person.forgive('401')
  }

  /** Until catalogue, grids and map are on the phone and the worker answers for the server. */
  async stockUp(): Promise<void> {
    const { page } = this
    await this.tab('me')
    await page.waitForFunction(() => Boolean(navigator.serviceWorker.controller))
    await page.waitForFunction(
      () => {
        const { mapKept = '0', mapOf = '0' } = document.querySelector<HTMLElement>('[data-stock]')?.dataset ?? {}
        return Number(mapOf) > 0 && mapKept === mapOf
      },
      undefined,
      { timeout: 120_000 },
    )
    await this.tab('report')
  }

  async tab(name: 'report' | 'tasks' | 'map' | 'me'): Promise<void> {
    await this.page.click(`[data-tab="${name}"]`)
    await this.page.waitForSelector(`[data-tab="${name}"][aria-current="page"]`)
  }

  async cutNetwork(): Promise<void> {
    this.person.cutOff = true
    await this.context!.setOffline(true)
    await this.page.waitForSelector('[data-standing="offline"]')
  }

  async bringNetwork(): Promise<void> {
    await this.context!.setOffline(false)
    this.person.cutOff = false
    this.person.forgiveNetwork()
  }

  async goTo(at: At): Promise<void> {
    this.at = at
    await this.context!.setGeolocation(at)
  }

  /** Ends the browser as a phone ends an app: at once, without a word. */
  async kill(): Promise<void> {
    const closed = this.context!.waitForEvent('close')
    process.kill(this.process(), 'SIGKILL')
    await closed
    fs.rmSync(path.join(this.folder, 'SingletonLock'), { force: true })
    this.context = null
    this.holder = null
  }

  /** A browser with windows leaves its number in a lock; one without is known by its folder. */
  private process(): number {
    try {
      const lock = fs.readlinkSync(path.join(this.folder, 'SingletonLock'))
      return Number(lock.slice(lock.lastIndexOf('-') + 1))
    } catch {
      const words = (pid: string): string => {
        try {
          return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        } catch {
          return ''
        }
      }
      const own = (line: string): boolean => line.includes(`--user-data-dir=${this.folder}\0`) && !line.includes('--type=')
      // A script may have started it with the same words; the browser came after the script.
      const found = fs.readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && own(words(pid)))
      if (found.length === 0) throw new Error(`No browser runs on ${this.folder}`)
      return Math.max(...found.map(Number))
    }
  }

  async turnOff(): Promise<void> {
    await this.context?.close()
    fs.rmSync(this.folder, { recursive: true, force: true })
  }

  /** Takes a photo: a picture with noise in it, so that no two are alike. */
  async takePhoto(part: string): Promise<void> {
    const { page } = this
    const scope = `[data-photos="${part}"]`
    const before = await page.locator(`${scope} img`).count()
    const data = await page.evaluate(() => {
      const canvas = document.createElement('canvas')
      canvas.width = 1800
      canvas.height = 1350
      const pen = canvas.getContext('2d')!
      pen.fillStyle = `hsl(${Math.random() * 360} 30% 60%)`
      pen.fillRect(0, 0, canvas.width, canvas.height)
      for (let spot = 0; spot < 400; spot++) {
        pen.fillStyle = `hsl(${Math.random() * 360} 40% ${30 + Math.random() * 50}%)`
        pen.fillRect(Math.random() * 1800, Math.random() * 1350, 20 + Math.random() * 160, 20 + Math.random() * 160)
      }
      return canvas.toDataURL('image/jpeg', 0.9).split(',')[1]!
    })
    await page.setInputFiles(`${scope} input[type=file]`, { name: 'street.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(data, 'base64') })
    await page.locator(`${scope} img`).nth(before).waitFor()
  }

  /** Takes a photo through the old one. */
  async takeOver(part: string): Promise<void> {
    const { page } = this
    const scope = `[data-photos="${part}"]`
    const before = await page.locator(`${scope} img`).count()
    await page.click(`[data-overlay="${part}"]`)
    await page.waitForSelector('[data-shoot]:not([disabled])')
    await this.person.shot('field-overlay')
    await page.click('[data-shoot]')
    await page.locator(`${scope} img`).nth(before).waitFor()
  }

  async pickCategory(word?: string): Promise<void> {
    const { page } = this
    await page.click('[data-pick-category]')
    if (word) {
      await page.fill('#category-search', word)
    } else {
      await page.locator('.catalogue details').first().locator('summary').click()
    }
    await page.locator('[data-category]:visible').first().click()
    const conditions = page.locator('.conditions input')
    if ((await conditions.count()) > 0) await conditions.first().check()
  }

  /** Sends the form; what the phone asks about the place is answered. */
  async submit(): Promise<void> {
    const { page } = this
    await page.click('[data-submit]')
    await page.waitForSelector('.said, [data-sure-of-place], [data-faults]')
    if (await page.locator('[data-sure-of-place]').isVisible()) await page.click('[data-sure-of-place]')
    await page.waitForSelector('.said')
  }

  /** Breaks the way to an address once for each of these: an answer of the server, or none at all. */
  async breakOnce(address: string, how: 'unavailable' | 'answer-lost'): Promise<() => number> {
    let broken = 0
    const handler = async (route: Route): Promise<void> => {
      if (route.request().method() !== 'POST' || broken > 0) return route.fallback()
      broken += 1
      if (how === 'unavailable') return route.fulfill({ status: 503, body: '' })
      await route.fetch()
      return route.abort('connectionreset')
    }
    await this.page.route(address, handler)
    return () => broken
  }

  /** Until nothing waits on the phone. */
  async allSent(): Promise<void> {
    const { page } = this
    await page.click('[data-status]')
    const deadline = Date.now() + SENT_WITHIN_MS
    while ((await page.locator('[data-send]:is([data-state="queued"], [data-state="sending"])').count()) > 0) {
      if (Date.now() > deadline) throw new Error('Something still waits on the phone.')
      const now = page.locator('[data-send-now]')
      if (await now.isVisible()) await now.click().catch(() => undefined)
      await page.waitForTimeout(500)
    }
  }
}
