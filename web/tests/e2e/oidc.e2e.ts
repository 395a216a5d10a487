import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { base, holderOf, launch, Person } from './desk.ts'
import { Keycloak } from './keycloak.ts'

/** Signing in through the city's own provider; the launcher says where Keycloak lies. */

const home = process.env.GEWU_KEYCLOAK ?? ''
const issuer = process.env.GEWU_OIDC_ISSUER ?? ''
const secret = process.env.GEWU_OIDC_CLIENT_SECRET ?? ''
const PASSWORD = 'kept by the provider 7'

let browser: Browser
let keycloak: Keycloak | null = null

beforeAll(async () => {
  browser = await launch()
})
afterAll(async () => {
  await keycloak?.stop()
  await browser?.close()
})

async function atProvider(person: Person, username: string): Promise<void> {
  await person.page.click('a.outside')
  await person.page.waitForURL((url) => url.href.startsWith(issuer))
  await person.page.fill('#username', username)
  await person.page.fill('#password', PASSWORD)
  await person.page.click('#kc-login')
}

describe.skipIf(!home || !issuer)('the provider of the city', () => {
  it('is said not to answer while it is down', async () => {
    const person = await Person.atDesk(browser, 'en')
    await person.page.click('a.outside')
    await person.page.waitForURL(/problem=signin\.provider-unavailable/)
    await person.page.waitForSelector('[role=alert]')
    expect(await person.axeFaults()).toEqual([])
    await person.shot('provider-down')
    await person.leave()
  })

  it('lets somebody in who is known here, and nobody else', { timeout: 600_000 }, async () => {
    const { username } = holderOf('DISPATCHER')
    const people = [username, 'stranger'].map((name) => ({ username: name, password: PASSWORD }))
    keycloak = await Keycloak.start(home, issuer, secret, people)

    const known = await Person.atDesk(browser, 'zh-CN')
    await atProvider(known, username)
    await known.page.waitForURL(`${base}/desk/cases**`)
    await known.page.waitForSelector('tr[data-case]')
    await known.shot('through-provider')
    await known.page.reload()
    await known.page.waitForSelector('tr[data-case]')
    await known.signOut()
    await known.page.goto(`${base}/desk/cases`)
    await known.page.waitForURL(/\/desk\/sign-in/)
    await known.leave()

    const stranger = await Person.atDesk(browser, 'zh-CN')
    await atProvider(stranger, 'stranger')
    await stranger.page.waitForURL(/problem=signin\.unknown-account/)
    await stranger.page.waitForSelector('[role=alert]')
    await stranger.leave()
  })
})
