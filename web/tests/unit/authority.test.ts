import { mount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { endOneSession, listAccounts, removeSecondFactor } from '@shared/api/signin'
import { applyImport, rehearseImport } from '@shared/api/people'
import { whenSignedOut } from '@shared/api/http'
import { daysLater, startOfDay } from '@shared/i18n/format'
import { i18n, useLanguage } from '@shared/i18n'
import { ACTIONS, actionKey } from '@desk/modules/audit/audit-actions'
import { detailLines, readAuditQuery, withMoments, writeAuditQuery } from '@desk/modules/audit/audit-query'
import ReporterContact from '@desk/modules/casework/ReporterContact.vue'
import { comesFromThePublic, reporterOf } from '@desk/modules/report/report-form'
import { browserName } from '@desk/modules/signin/browser-name'
import { inGroups } from '@desk/modules/signin/code-groups'
import { forgetSession, loadSession, may, refreshSession, startPage, unready } from '@desk/platform/session'

const answers = vi.fn<(path: string, request: RequestInit) => Response>()

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t'
  vi.stubGlobal('fetch', async (path: string, request: RequestInit) => answers(path, request))
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
  answers.mockReset()
  forgetSession()
})

const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status })

function session(rights: string[], more: Record<string, unknown> = {}): void {
  answers.mockReturnValue(
    json({ account: { id: '1', username: 'u', displayName: 'U', posts: [] }, rights, mustChangePassword: false, ...more }),
  )
}

describe('the rights of a session', () => {
  it('open what they say, and lead each person to the page of their work', async () => {
    session(['BASICS', 'READ_CASES', 'REPORT_PROBLEMS'])
    await refreshSession()
    expect(may('REPORT_PROBLEMS')).toBe(true)
    expect(may('READ_AUDIT')).toBe(false)
    expect(startPage()).toEqual({ name: 'cases' })
  })

  it.each([
    [['BASICS', 'READ_PEOPLE', 'MANAGE_PEOPLE'], 'people'],
    [['BASICS', 'READ_PEOPLE', 'MANAGE_AUTHORITY', 'MANAGE_KEYS'], 'authority'],
    [['BASICS', 'READ_AUDIT'], 'audit'],
    [['BASICS'], 'account'],
  ])('send %j to the page %s', async (rights, name) => {
    session(rights)
    await refreshSession()
    expect(startPage()).toEqual({ name })
  })

  it('wait until the password is one’s own and the second factor is set up', async () => {
    session(['BASICS'], { mustChangePassword: true, mustSetUpSecondFactor: true })
    await refreshSession()
    expect(startPage()).toEqual({ name: 'password' })
    session(['BASICS'], { mustSetUpSecondFactor: true })
    await refreshSession()
    expect(unready.value).toBe(true)
    expect(startPage()).toEqual({ name: 'second-factor' })
  })

  it('are none when nobody is signed in', async () => {
    forgetSession()
    expect(await loadSession()).toBeNull()
    expect(may('BASICS')).toBe(false)
  })
})

describe('requests about oneself', () => {
  it('do not take a wrong code for the end of the session', async () => {
    const signedOut = vi.fn()
    whenSignedOut(signedOut)
    answers.mockReturnValue(json({ code: 'signin.wrong-credentials' }, 401))
    await expect(removeSecondFactor('p', '000000')).rejects.toMatchObject({ code: 'signin.wrong-credentials' })
    expect(signedOut).not.toHaveBeenCalled()
    answers.mockReturnValue(json({ code: 'signin.not-signed-in' }, 401))
    await expect(endOneSession('7')).rejects.toMatchObject({ status: 401 })
    expect(signedOut).toHaveBeenCalledOnce()
    whenSignedOut(() => undefined)
  })

  it('carry password and code in the body, not in the address', async () => {
    answers.mockReturnValue(new Response(null, { status: 204 }))
    await removeSecondFactor('secret', '123456')
    const [path, request] = answers.mock.calls[0]!
    expect(path).toBe('/api/second-factor')
    expect(request).toMatchObject({ method: 'DELETE', body: '{"password":"secret","code":"123456"}' })
  })

  it('ask for accounts page by page', async () => {
    answers.mockReturnValue(json({ items: [] }))
    await listAccounts({ q: 'wang' }, 'c9', new AbortController().signal)
    expect(answers.mock.calls[0]![0]).toBe('/api/accounts?q=wang&cursor=c9&limit=50')
  })

  it('carry out an import only under the digest of its rehearsal', async () => {
    answers.mockImplementation(() => json({ changes: [], rejects: [] }))
    const file = new File(['a'], 'a.csv')
    await rehearseImport('people', file)
    await applyImport('people', file, 'd1', false)
    expect(answers.mock.calls.map(([path]) => path)).toEqual([
      '/api/people/imports?kind=people&apply=false',
      '/api/people/imports?kind=people&apply=true&digest=d1&skipRejects=false',
    ])
  })
})

describe('the audit log', () => {
  it('is asked for whole days of the city', () => {
    const asked = readAuditQuery({ from: '2026-11-20', to: '2026-11-23', outcome: 'refused' })
    expect(withMoments(asked, 'Asia/Shanghai')).toMatchObject({
      from: '2026-11-19T16:00:00.000Z',
      to: '2026-11-23T16:00:00.000Z',
      outcome: 'refused',
    })
    expect(writeAuditQuery(asked)).toEqual({ from: '2026-11-20', to: '2026-11-23', outcome: 'refused' })
  })

  it('has words for every action of the filter', () => {
    for (const action of ACTIONS) expect(i18n.global.te(actionKey(action)), action).toBe(true)
  })

  it('tells details as lines and leaves out what says nothing', () => {
    expect(detailLines({ status: 200, reason: '', posts: ['CHECKER'] })).toEqual([
      { name: 'status', value: '200' },
      { name: 'posts', value: '["CHECKER"]' },
    ])
  })
})

describe('days', () => {
  it('begin where the city says, also on the day clocks change', () => {
    expect(startOfDay('2026-11-23', 'Asia/Shanghai')).toBe('2026-11-22T16:00:00.000Z')
    expect(startOfDay('2026-03-08', 'America/New_York')).toBe('2026-03-08T05:00:00.000Z')
    expect(startOfDay('2026-03-09', 'America/New_York')).toBe('2026-03-09T04:00:00.000Z')
  })

  it('are counted over the end of a month', () => {
    expect(daysLater('2026-11-30', 1)).toBe('2026-12-01')
    expect(daysLater('2026-03-01', -1)).toBe('2026-02-28')
  })
})

describe('the reporter', () => {
  it('is asked for where the public tells of a problem, and sent only when something was said', () => {
    expect(comesFromThePublic('HOTLINE')).toBe(true)
    expect(comesFromThePublic('SUPERVISOR')).toBe(false)
    expect(reporterOf('HOTLINE', ' Wang ', '')).toEqual({ name: 'Wang', phone: '' })
    expect(reporterOf('HOTLINE', ' ', ' ')).toBeUndefined()
    expect(reporterOf('SUPERVISOR', 'Wang', '1')).toBeUndefined()
  })

  it('stays masked, without a way to open it, for those who lack the right', () => {
    const contact = mount(ReporterContact, {
      props: { caseId: 41, contact: { name: 'W**', phone: '138****5678' } },
      global: { plugins: [i18n], stubs: { ReasonDialog: true } },
    })
    expect(contact.text()).toContain('138****5678')
    expect(contact.find('[data-open-contact]').exists()).toBe(false)
  })

  it('is shown in clear for a minute and then hidden again', async () => {
    session(['OPEN_PERSONAL_DATA'])
    await refreshSession()
    vi.useFakeTimers()
    const contact = mount(ReporterContact, {
      props: { caseId: 41, contact: { name: 'W**', phone: '138****5678' } },
      global: { plugins: [i18n], stubs: { ReasonDialog: { name: 'ReasonDialog', props: ['work'], template: '<i />' } } },
    })
    answers.mockReturnValue(json({ name: 'Wang', phone: '13812345678' }))
    const work = contact.findComponent({ name: 'ReasonDialog' }).props('work') as (reason: string) => Promise<void>
    await work('called back')
    await flushPromises()
    expect(answers.mock.lastCall?.[1].body).toBe('{"reason":"called back"}')
    expect(contact.text()).toContain('13812345678')
    await vi.advanceTimersByTimeAsync(59_000)
    expect(contact.text()).toContain('13812345678')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(contact.text()).not.toContain('13812345678')
  })
})

describe('a browser', () => {
  it('is named shortly enough to be known again', () => {
    useLanguage('en')
    expect(browserName('Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/156.0 Safari/537.36')).toBe('Chrome, Windows')
    expect(browserName('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe('Firefox, Linux')
    expect(browserName('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Version/18.0 Mobile Safari/604.1')).toBe('Safari, iOS')
    expect(browserName('Mozilla/5.0 (Windows NT 10.0) Chrome/156.0 Safari/537.36 Edg/156.0')).toBe('Edge, Windows')
    expect(browserName('curl/8.1')).toBe('curl')
  })
})

describe('a secret', () => {
  it('is read out in groups of four', () => {
    expect(inGroups('ABCDEFGHIJ')).toBe('ABCD EFGH IJ')
    expect(inGroups('ABCDEFGH')).toBe('ABCD EFGH')
  })
})
