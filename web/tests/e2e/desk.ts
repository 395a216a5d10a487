import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page, type Request } from 'playwright-core'
import { Authenticator } from './one-time-codes.ts'
import { en, zh } from '../../shared/i18n/messages.ts'

/** Drives the desk of a running server as people do; nothing of ours is replaced by a stand-in. */

export interface SignIn {
  username: string
  password: string
  posts: string[]
  department: string
}

export type Language = 'zh-CN' | 'en'

export interface Geolocation {
  longitude: number
  latitude: number
  accuracy: number
}

/** The words of the pages, to find fields by what they are called. */
export const words = (language: Language): typeof zh => (language === 'en' ? en : zh)

const require = createRequire(import.meta.url)
const axeSource = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const screens = path.resolve(import.meta.dirname, '../../target/screens')

// The shell has no window to draw, which is half of the work.
const CHROMIUM = [process.env.CHROMIUM, '/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const QUIET_MS = 100
const IDLE_AT_MOST_MS = 2_000
const SETTLE_AT_MOST_MS = 60_000
const PAINTED_MS = 250
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

export const base = needed('GEWU_URL').replace(/\/$/, '')
export const authenticator = new Authenticator(`${needed('GEWU_SIGNINS')}.second-factors.json`)
const signIns = JSON.parse(fs.readFileSync(needed('GEWU_SIGNINS'), 'utf8')) as SignIn[]

/** Reports of citizens that the demo city was made with: what each is followed by and how far it has come. */
export const followCodes = JSON.parse(
  fs.readFileSync(path.join(path.dirname(needed('GEWU_SIGNINS')), 'follow-codes.json'), 'utf8'),
) as { code: string; stage: string }[]

const changedFile = `${needed('GEWU_SIGNINS')}.changed.json`
const changed = new Set(fs.existsSync(changedFile) ? (JSON.parse(fs.readFileSync(changedFile, 'utf8')) as string[]) : [])

function needed(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: GEWU_URL is the running server, GEWU_SIGNINS its sign-ins as JSON.`)
  return value
}

function chromiumHere(): { executablePath: string; args: string[] } {
  const executablePath = CHROMIUM.find((file) => file && fs.existsSync(file))
  if (!executablePath) throw new Error('Chromium was not found; install it or set CHROMIUM.')
  fs.mkdirSync(screens, { recursive: true })
  return { executablePath, args: FLAGS }
}

export async function launch(): Promise<Browser> {
  return chromium.launch(chromiumHere())
}

/** A browser that keeps what is in it in a folder, as a phone does; its camera shows a moving test picture. */
export async function launchPhone(folder: string, options: BrowserContextOptions): Promise<BrowserContext> {
  const { executablePath, args } = chromiumHere()
  const camera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']
  return chromium.launchPersistentContext(folder, { ...options, executablePath, args: [...args, ...camera] })
}

/** The person behind a user name, if they have an account. */
export function findSignIn(username: string): SignIn | undefined {
  return signIns.find((one) => one.username === username)
}

/** Somebody was given an account. */
export function keepSignIn(who: SignIn): SignIn {
  signIns.push(who)
  return who
}

/** Somebody who holds the post; for a handler, of the department if one is named. */
export function holderOf(post: string, department?: string): SignIn {
  const found = signIns.find((one) => one.posts.includes(post) && (!department || one.department === department))
  if (!found) throw new Error(`No sign-in holds the post ${post} ${department ?? ''}`)
  return found
}

/** One person at a desk: a browser of their own, whose console must stay silent. */
export class Person {
  readonly page: Page
  readonly errors: string[] = []
  readonly language: Language
  /** While their network is cut, what the browser says of that is no fault. */
  cutOff = false
  private readonly awaited = new Set<Request>()
  private asked = 0

  private constructor(page: Page, language: Language) {
    this.page = page
    this.language = language
    page.on('request', (request) => {
      if (request.resourceType() === 'eventsource') return
      this.asked++
      this.awaited.add(request)
    })
    page.on('requestfinished', (request) => this.awaited.delete(request))
    page.on('requestfailed', (request) => this.awaited.delete(request))
    page.on('pageerror', (error) => this.errors.push(String(error)))
    page.on('console', (message) => {
      if (message.type() !== 'error' || (this.cutOff && message.text().includes('net::ERR_'))) return
      this.errors.push(`${message.text()} ${message.location().url}`)
    })
  }

  /** Somebody on a page that is open already, of whatever app. */
  static onPage(page: Page, language: Language): Person {
    return new Person(page, language)
  }

  static async atDesk(browser: Browser, language: Language, width = 1440, height = 900): Promise<Person> {
    const context = await browser.newContext({ viewport: { width, height }, locale: language })
    const person = new Person(await context.newPage(), language)
    await person.page.goto(`${base}/desk/sign-in?lang=${language}`)
    await person.page.waitForSelector('#username')
    return person
  }

  static async signedIn(browser: Browser, who: SignIn, language: Language, width = 1440, height = 900): Promise<Person> {
    const person = await Person.atDesk(browser, language, width, height)
    await person.signIn(who)
    return person
  }

  /** Somebody in the street without an account, whose phone says that it is `at` this place. */
  static async inStreet(browser: Browser, language: Language, at?: Geolocation, width = 390, height = 844): Promise<Person> {
    const context = await browser.newContext({
      viewport: { width, height },
      locale: language,
      geolocation: at,
      permissions: at ? ['geolocation'] : [],
    })
    const person = new Person(await context.newPage(), language)
    await person.page.goto(`${base}/m/?lang=${language}`)
    await person.page.waitForSelector('h1')
    return person
  }

  /** Signs in; what a first sign-in demands is done on the way. */
  async signIn(who: SignIn): Promise<void> {
    await this.enter(who.username, passwordNow(who))
    if (this.at('/desk/password')) await this.changePassword(who)
    if (this.at('/desk/second-factor')) await this.setUpSecondFactor(who)
    await this.page.waitForSelector('.shell:not(.bare)')
    this.forgive('401')
  }

  /** Takes out of the console what this answer of the server had to leave there. */
  forgive(status: string): void {
    this.errors.splice(0, this.errors.length, ...this.errors.filter((error) => !error.includes(`status of ${status}`)))
  }

  /** Takes out of the console what a network that was cut had to leave there. */
  forgiveNetwork(): void {
    this.errors.splice(0, this.errors.length, ...this.errors.filter((error) => !/net::ERR_|status of 503/.test(error)))
  }

  /** Password, and the code of the phone where the account has a second factor. */
  async enter(username: string, password: string): Promise<void> {
    await this.page.fill('#username', username)
    await this.page.fill('#password', password)
    await this.page.click('button[type=submit]')
    await this.page.waitForSelector('.shell, .problem[role=alert], #code')
    if (await this.page.locator('#code').isVisible()) {
      await this.page.fill('#code', await authenticator.code(username))
      await this.page.click('button[type=submit]')
      await this.page.waitForSelector('.shell, .problem[role=alert]')
    }
  }

  async changePassword(who: SignIn): Promise<void> {
    await this.page.fill('#current', passwordNow(who))
    await this.page.fill('#next', ownPassword(who))
    await this.page.fill('#again', ownPassword(who))
    await this.shot('password')
    await this.page.click('button[type=submit]')
    await this.page.waitForURL(({ pathname }) => pathname !== '/desk/password')
    passwordWasChanged(who)
  }

  /** Scans the code with the authenticator and answers the recovery codes that were shown. */
  async setUpSecondFactor(who: SignIn): Promise<string[]> {
    const secret = await this.page.locator('.setup code').first().innerText()
    authenticator.keep(who.username, secret)
    await this.shot('second-factor')
    await this.page.fill('#second-factor-code', await authenticator.code(who.username))
    await this.page.click('.setup button[type=submit]')
    await this.page.waitForSelector('.recovery li')
    await this.shot('recovery-codes')
    const codes = await this.page.locator('.recovery li').allInnerTexts()
    await this.page.click('.recovery .el-button')
    await this.page.waitForURL(({ pathname }) => pathname !== '/desk/second-factor')
    return codes.map((code) => code.trim())
  }

  /** The password that the account has by now. */
  passwordOf(who: SignIn): string {
    return ownPassword(who)
  }

  async signOut(): Promise<void> {
    await this.page.click('.who-is-here summary')
    await this.page.click('.who-is-here .plain-button')
    await this.page.waitForSelector('#username')
  }

  at(path: string): boolean {
    return new URL(this.page.url()).pathname === path
  }

  async open(address: string): Promise<void> {
    await this.page.goto(`${base}/desk${address}`)
    await this.settle()
  }

  /**
   * Waits until the page has asked for nothing and had nothing to do for a moment, however slow the machine;
   * a stream of changes, which never ends, does not count.
   */
  async settle(): Promise<void> {
    await this.page.waitForLoadState('load')
    const until = Date.now() + SETTLE_AT_MOST_MS
    for (let quietSince = Date.now(); Date.now() - quietSince < QUIET_MS; ) {
      const asked = this.asked
      const stayed = await this.idle()
      if (!stayed || this.awaited.size > 0 || asked !== this.asked) quietSince = Date.now()
      if (Date.now() > until) throw new Error(`still asking: ${[...this.awaited].map((one) => one.url()).join(' ')}`)
    }
  }

  /** Lets the page do what it has to do; whether it is still the same page then. */
  private async idle(): Promise<boolean> {
    const idle = `new Promise((done) => requestIdleCallback(() => setTimeout(done, 30), { timeout: ${IDLE_AT_MOST_MS} }))`
    try {
      await this.page.evaluate(idle)
      return true
    } catch (thrown) {
      if (this.page.isClosed()) throw thrown
      await this.page.waitForLoadState('load')
      return false
    }
  }

  /** Waits until what moves into its place has arrived; what turns for ever may turn. */
  async stand(): Promise<void> {
    await this.page.evaluate(`Promise.race([
      new Promise((done) => setTimeout(done, ${IDLE_AT_MOST_MS})),
      Promise.allSettled(document.getAnimations()
        .filter((one) => Number.isFinite(Number(one.effect?.getComputedTiming().endTime)))
        .map((one) => one.finished)),
    ])`)
  }

  /** Gives a command on the page that is open, filling its form in on the way. */
  async command(command: string, fill?: () => Promise<void>): Promise<void> {
    await this.page.click(`[data-command="${command}"]`)
    if (fill) {
      await this.page.waitForSelector('.commands .form')
      await fill()
      await this.page.click('.commands .form button[type=submit]')
    }
    await this.page.waitForSelector('.announcement p')
    await this.settle()
  }

  /** Chooses an option of a field of a command by the text it shows. */
  async choose(field: string, text: string): Promise<void> {
    const input = this.page.locator(`[data-field="${field}"] input[role=combobox]`)
    await input.click()
    await input.fill(text)
    await this.page.locator('.el-select-dropdown__item:visible', { hasText: text }).first().click()
  }

  /** Chooses an option of any select by its label, typing a part of the text it shows. */
  async select(label: string, text: string): Promise<void> {
    const input = this.page.locator(`input[role=combobox][aria-label="${label}"]:visible`).last()
    await input.click()
    await input.fill(text)
    await this.page.locator('.el-select-dropdown__item:visible', { hasText: text }).first().click()
  }

  /** Sends the form on the sheet above the page and waits until it is gone. */
  async confirm(): Promise<void> {
    const dialogs = this.page.locator('.form-dialog:visible')
    const before = await dialogs.count()
    await this.page.locator('.dialog-form:visible button[type=submit]').last().click()
    await this.page.waitForFunction(
      (open) => [...document.querySelectorAll('.form-dialog')].filter((one) => one.checkVisibility()).length < open,
      before,
    )
    await this.settle()
  }

  /** The answer of the server to a reading request of this person. */
  async ask<T>(path: string): Promise<T> {
    const answer = await this.page.request.get(`${base}${path}`)
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`)
    return (await answer.json()) as T
  }

  /** Adds a photo, of the page itself unless another is given. */
  async addPhoto(scope: string, camera: (jpeg: Buffer) => Buffer = (jpeg) => jpeg): Promise<void> {
    const picture = camera(await this.page.screenshot({ type: 'jpeg', quality: 80 }))
    await this.page.setInputFiles(`${scope} input[type=file]`, {
      name: 'photo.jpg',
      mimeType: 'image/jpeg',
      buffer: picture,
    })
    await this.page.waitForSelector(`${scope} .picker li img`)
  }

  /** A picture to look at, taken where pictures are asked for: whoever only checks waits for none. */
  async shot(name: string): Promise<void> {
    if (process.env.GEWU_PICTURES) await this.picture(name)
  }

  async picture(name: string): Promise<void> {
    const width = this.page.viewportSize()?.width ?? 0
    await this.page.waitForTimeout(PAINTED_MS)
    await this.page.screenshot({ path: path.join(screens, `${name}-${width}-${this.language}.png`) })
  }

  /** Faults against WCAG 2.2 A and AA on the page as it stands, with where they are. */
  async axeFaults(): Promise<string[]> {
    if (!(await this.page.evaluate('Boolean(window.axe)'))) await this.page.evaluate(axeSource)
    const wanted = JSON.stringify({ runOnly: RULES, resultTypes: ['violations'] })
    const result = await this.page.evaluate(`axe.run(document, ${wanted})`)
    const { violations } = result as { violations: { id: string; nodes: { html: string }[] }[] }
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  }

  /** How many pixels the page is wider than the screen; none is right. */
  async overflow(): Promise<number> {
    return this.page.evaluate('document.documentElement.scrollWidth - innerWidth') as Promise<number>
  }

  async leave(): Promise<void> {
    await this.page.context().close()
  }
}

/** The password that somebody chooses in place of the one-time password. */
export function ownPassword(who: SignIn): string {
  return `${[...who.password].reverse().join('')} walks`
}

/** The password that opens the account: a wrong one first would make the server slower with every file of tests. */
export function passwordNow(who: SignIn): string {
  return changed.has(who.username) ? ownPassword(who) : who.password
}

/** Kept beside the sign-ins, for every file of tests and for the next run. */
export function passwordWasChanged(who: SignIn): void {
  changed.add(who.username)
  fs.writeFileSync(changedFile, JSON.stringify([...changed]))
}
