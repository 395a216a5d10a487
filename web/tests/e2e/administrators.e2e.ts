import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authenticator, base, holderOf, launch, Person, words } from './desk.ts'
import { daysFromToday, somebody } from './people.ts'

/** The three administrators, each at the work that is theirs, and nobody else's. */

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

const here = new Map<string, Person>()

/** Each of them stays signed in, as people do: a new code comes every thirty seconds only. */
async function at(post: string, work: (person: Person) => Promise<void>): Promise<void> {
  const person = here.get(post) ?? (await Person.signedIn(browser, holderOf(post), 'zh-CN'))
  here.set(post, person)
  try {
    await work(person)
    expect(person.errors, `console of ${post}`).toEqual([])
  } catch (thrown) {
    await person.picture(`failed-${post.toLowerCase()}`)
    person.errors.length = 0
    throw thrown
  }
}

describe('an administrator', () => {
  it.each([
    ['SYSTEM_ADMINISTRATOR', '/desk/people'],
    ['SECURITY_ADMINISTRATOR', '/desk/authority'],
    ['AUDIT_ADMINISTRATOR', '/desk/audit'],
  ])('%s sets up a second factor at the first sign-in and begins at %s', async (post, start) => {
    const who = holderOf(post)
    const person = await Person.signedIn(browser, who, 'zh-CN')
    expect(authenticator.knows(who.username)).toBe(true)
    expect(person.at(start)).toBe(true)
    await expect.poll(() => person.page.locator('.side a').count()).toBeGreaterThan(0)
    await expect.poll(() => person.page.locator('.search').count()).toBe(0)
    expect(person.errors).toEqual([])
    await person.leave()
  })

  it('does not come in with the password alone, nor twice with one code', async () => {
    const who = holderOf('SYSTEM_ADMINISTRATOR')
    const person = await Person.atDesk(browser, 'zh-CN')
    const code = await authenticator.code(who.username)
    const enter = async (given: string): Promise<void> => {
      await person.page.fill('#username', who.username)
      await person.page.fill('#password', person.passwordOf(who))
      await person.page.click('button[type=submit]')
      await person.page.waitForSelector('#code')
      await person.page.fill('#code', given)
      await person.page.click('button[type=submit]')
    }
    await enter(code)
    await person.page.waitForSelector('.shell')
    await person.signOut()
    await enter(code)
    await person.page.waitForSelector('.problem[role=alert]')
    await expect.poll(() => person.page.locator('.problem').innerText()).toContain(words('zh-CN').problem.signin['code-already-used'].says)
    await person.leave()
  })

  it('is told calmly which pages are not theirs', async () => {
    await at('AUDIT_ADMINISTRATOR', async (person) => {
      for (const address of ['/cases', '/people', '/authority', '/report', '/data-requests']) {
        await person.open(address)
        await person.page.waitForSelector('.refused')
      }
      await person.shot('refused')
      expect(await person.axeFaults()).toEqual([])
    })
  })
})

describe('people', () => {
  const staffNo = `E2E${Date.now() % 1_000_000}`
  const imported = `${staffNo}F`

  it('are taken down by the system administrator', async () => {
    await at('SYSTEM_ADMINISTRATOR', async (person) => {
      const { page } = person
      const t = words('zh-CN')
      await person.open('/people?department=SZCG')
      await page.locator('.tools .el-button--primary').click()
      await page.locator('.dialog-form button[type=submit]').click()
      await page.waitForSelector('.dialog-form .missing')
      await page.fill('#person-staff-no', staffNo)
      await page.fill('#person-name', '白晓溪')
      await page.fill('#person-joined', daysFromToday(-400))
      await person.shot('person-form')
      await person.confirm()
      await person.open(`/people?q=${staffNo}`)
      await page.locator(`[data-person="${staffNo}"] a`).first().click()
      await page.locator('.tools button', { hasText: t.certificate.add }).click()
      await page.fill('#certificate-number', staffNo)
      await page.fill('#certificate-issued', daysFromToday(-300))
      await page.fill('#certificate-expires', daysFromToday(30))
      await person.confirm()
      await page.waitForSelector('.light.soon')
    })
  })

  it('are given a post by the security administrator, who names a deputy and ends it', async () => {
    await at('SECURITY_ADMINISTRATOR', async (person) => {
      const { page } = person
      const t = words('zh-CN')
      await person.open(`/people?q=${staffNo}`)
      await page.locator(`[data-person="${staffNo}"] a`).first().click()
      await page.waitForSelector('.sheet-card')
      await page.locator('.tools .el-button--primary').click()
      await page.selectOption('#posting-post', 'ASSESSOR')
      await person.shot('posting-form')
      await person.confirm()
      await page.waitForSelector('tr.now[data-posting=ASSESSOR]')
      await page.locator('tr[data-posting=ASSESSOR] button', { hasText: t.posting.nameDeputy }).click()
      const deputy = await somebody(person, 'DISPATCHER')
      await person.select(t.posting.deputy, deputy.name)
      await page.fill('#deputy-last', daysFromToday(10))
      await person.confirm()
      await person.shot('person')
      await page.locator('tr[data-posting=ASSESSOR] button', { hasText: t.posting.end }).click()
      await page.fill('#end-reason', '借调结束')
      await page.fill('#end-last', daysFromToday(30))
      await person.confirm()
      await expect.poll(() => page.locator('tr[data-posting=ASSESSOR] .span').innerText()).toContain(daysFromToday(30))
    })
  })

  it('are counted by figures that open on those they counted', async () => {
    await at('SYSTEM_ADMINISTRATOR', async (person) => {
      const { page } = person
      await person.open('/people')
      for (const id of ['community_officers', 'force_in_grids']) {
        await page.locator(`[data-figure=${id}]`).click()
        await page.waitForSelector(`[data-figure=${id}][aria-current]`)
        await person.settle()
        const figures = await person.ask<{ id: string; numerator: number }[]>('/api/people/figures')
        const counted = figures.find((one) => one.id === id)?.numerator ?? 0
        const shown = (): Promise<number> => page.locator('[data-person]').count()
        for (let before = -1, now = await shown(); now < counted && now > before; now = await shown()) {
          before = now
          await page.locator('.foot .el-button').click()
          await page.waitForFunction((count) => document.querySelectorAll('[data-person]').length > count, before)
        }
        await page.locator('.foot .el-button').waitFor({ state: 'detached' })
        expect(await shown(), id).toBe(counted)
        await person.shot(`figure-${id.replace('_', '-')}`)
      }
    })
  })

  it('get an account, whose one-time password opens the desk once', async () => {
    let password = ''
    let username = ''
    await at('SYSTEM_ADMINISTRATOR', async (person) => {
      const { page } = person
      await person.open('/authority')
      await page.locator('.line .el-button--primary').click()
      await person.select(words('zh-CN').accounts.person, staffNo)
      await person.confirm()
      await page.waitForSelector('.once')
      ;[username, password] = (await page.locator('.once code').allInnerTexts()) as [string, string]
      await page.locator('.once code').evaluateAll((codes) => codes.forEach((code) => (code.textContent = '······')))
      await person.shot('account-made')
    })
    const newcomer = await Person.atDesk(browser, 'zh-CN')
    await newcomer.signIn({ username, password, posts: [], department: 'SZCG' })
    expect(newcomer.at('/desk/sign-in')).toBe(false)
    await newcomer.leave()
  })

  it('are brought in from a file, after every change was shown', async () => {
    await at('SYSTEM_ADMINISTRATOR', async (person) => {
      const { page } = person
      await person.open('/people/import')
      const columns = await exportedColumns(person)
      await page.selectOption('#import-kind', 'people')
      const row = (no: string, department: string): string =>
        columns.map((column) => ({ staff_no: no, name: '白晓溪', department })[column] ?? '').join(',')
      const take = async (lines: string[]): Promise<void> => {
        await page.setInputFiles('#import-file', {
          name: 'people.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from([columns.join(','), ...lines].join('\n'), 'utf8'),
        })
        await page.click('.choose button[type=submit]')
        await page.waitForSelector('.summary')
      }
      await take([row(imported, 'NOWHERE')])
      await page.waitForSelector('tr.reject')
      await person.shot('import-rejects')
      await expect.poll(() => page.locator('[data-change]').count()).toBe(0)
      await take([row(imported, 'SZCG')])
      await page.waitForSelector('[data-change=added]')
      await person.shot('import-rehearsed')
      expect((await person.ask<{ items: unknown[] }>(`/api/people?q=${imported}`)).items).toEqual([])
      await page.click('[data-apply]')
      await page.waitForSelector('.summary.applied')
      await person.open(`/people?q=${imported}`)
      await page.waitForSelector(`[data-person="${imported}"]`)
    })
  })

  async function exportedColumns(person: Person): Promise<string[]> {
    const file = await person.page.request.get(`${base}/api/people/exports/people.csv?lang=en`)
    return (await file.text()).replace(/^\uFEFF/, '').split(/\r?\n/)[0]!.split(',')
  }
})

describe('the security administrator', () => {
  it('ends the session of somebody who is signed in elsewhere', async () => {
    const who = holderOf('ASSESSOR')
    const signedIn = await Person.signedIn(browser, who, 'en')
    await at('SECURITY_ADMINISTRATOR', async (person) => {
      const { page } = person
      await person.open(`/authority?q=${who.username}`)
      await page.locator(`[data-account="${who.username}"] .act button`).click()
      await page.waitForSelector('.account-acts')
      await person.shot('account-acts')
      expect(await person.axeFaults()).toEqual([])
      await page.click('[data-act=endSessions]')
      await page.waitForSelector('.dialog-form')
      await person.confirm()
    })
    await signedIn.open('/assessment')
    await signedIn.page.waitForSelector('#username')
    await signedIn.leave()
  })

  it('sets a rule that the city may set, and says why', async () => {
    await at('SECURITY_ADMINISTRATOR', async (person) => {
      const { page } = person
      await person.open('/authority?pane=separations')
      const rule = page.locator('[data-separation]', { has: page.locator('.el-button') }).first()
      await rule.waitFor()
      const before = await rule.locator('.state .tag').innerText()
      for (let turn = 0; turn < 2; turn++) {
        await rule.locator('.el-button').click()
        await page.fill('.dialog-form textarea', '机构改革，合署办公')
        await person.confirm()
      }
      await expect.poll(() => rule.locator('.state .tag').innerText()).toBe(before)
    })
  })

  it('changes the key of the personal data and sees it through', async () => {
    await at('SECURITY_ADMINISTRATOR', async (person) => {
      const { page } = person
      await person.open('/authority?pane=keys')
      await page.locator('.line .el-button--primary').click()
      await person.confirm()
      await page.waitForSelector('.rotation')
      await page.waitForSelector('.rotation progress', { state: 'detached' })
      await person.shot('keys-changed')
    })
  })
})

describe('the audit administrator', () => {
  it('sees what the others did, and why somebody was refused', async () => {
    await at('AUDIT_ADMINISTRATOR', async (person) => {
      const { page } = person
      await person.open('/audit')
      await page.waitForSelector('tr[data-action]')
      for (const action of ['postings.create', 'people.imports.create', 'accounts.sessions.delete', 'separations.change']) {
        await person.open(`/audit?action=${action}`)
        await page.waitForSelector(`tr[data-action="${action}"]`)
      }
      await person.open('/audit?outcome=refused')
      await page.waitForSelector('tr[data-action]')
      await page.locator('tr[data-action] .act button').first().click()
      await page.waitForSelector('tr.details dt')
      await person.shot('audit-refused')
      const file = await page.request.get(`${base}/api/audit/export.csv?action=postings.create`)
      expect(file.headers()['content-type']).toContain('text/csv')
      expect(await file.text()).toContain('postings.create')
      await person.open('/audit?pane=seals')
      await page.waitForSelector('.empty, .plain-table')
    })
  })
})
