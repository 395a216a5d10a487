import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asPost, check, departmentName, report, type Case } from './cases.ts'
import { holderOf, launch, type Person } from './desk.ts'

/** A case nobody wants: returned twice, arbitrated, handled badly, handled again, closed. */

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

describe('a case', () => {
  const department = holderOf('HANDLER').department
  let walked: Case

  const at = (post: string, work: (person: Person) => Promise<void>): Promise<void> =>
    asPost(
      browser,
      post,
      'zh-CN',
      async (person) => {
        await person.open(`/cases/${walked.id}`)
        await work(person)
      },
      post === 'HANDLER' ? department : undefined,
    )
  const happened = (person: Person, kind: string, times = 1): Promise<unknown> =>
    person.page.waitForFunction(
      ([wanted, count]) => document.querySelectorAll(`.timeline li[data-kind=${wanted}]`).length === count,
      [kind, times] as const,
    )
  const dispatch = async (person: Person, command: 'dispatch' | 'arbitrate'): Promise<void> => {
    const name = await departmentName(person, department)
    await person.command(command, async () => {
      await person.choose('department', name)
      if (command === 'arbitrate') {
        await expect.poll(() => person.page.locator('.returns li', { hasText: '不属于本部门职责' }).count()).toBe(2)
        await person.page.fill('[data-field=record] textarea', '经协调，由该部门处置。')
      }
      await person.shot(command)
    })
  }

  it('is filed', async () => {
    await asPost(browser, 'SUPERVISOR', 'zh-CN', async (person) => {
      walked = await report(person)
    })
    await at('INTAKE_CLERK', (person) => person.command('accept'))
    await at('SHIFT_LEAD', (person) => person.command('file', async () => undefined))
  })

  it('is returned to the dispatcher twice', async () => {
    for (const time of [1, 2]) {
      await at('DISPATCHER', (person) => dispatch(person, 'dispatch'))
      await at('HANDLER', async (person) => {
        await person.command('return-to-dispatcher', async () => {
          await person.page.fill('[data-field=reason] textarea', '不属于本部门职责')
        })
        await person.page.waitForURL(({ pathname }) => pathname === '/desk/cases')
        person.forgive('404')
      })
      await at('DISPATCHER', async (person) => {
        await happened(person, 'returned', time)
      })
    }
  })

  it('can no longer be dispatched, only arbitrated, and is then binding', async () => {
    await at('DISPATCHER', async (person) => {
      await expect.poll(() => person.page.locator('[data-command=dispatch]').count()).toBe(0)
      await dispatch(person, 'arbitrate')
      await happened(person, 'arbitrated')
    })
    await at('HANDLER', async (person) => {
      await expect.poll(() => person.page.locator('[data-command=return-to-dispatcher]').count()).toBe(0)
    })
  })

  it('is reworked when the check fails, passes the second, and is closed', async () => {
    const handle = async (person: Person): Promise<void> => {
      await person.command('report-handled', async () => {
        await person.page.fill('[data-field=note] textarea', '已处置。')
        await person.addPhoto('[data-field=after]')
      })
    }
    await at('HANDLER', async (person) => {
      await person.command('assign-inside', async () => {
        await person.page.locator('[data-field=handler] .el-select').click()
        await person.page.locator('.el-select-dropdown__item:visible').first().click()
        await person.shot('case-assign-inside')
      })
      await person.page.waitForSelector('[data-command="report-handled"]')
      await happened(person, 'assigned-inside')
      await handle(person)
    })
    await at('INTAKE_CLERK', (person) => person.command('request-check'))
    await check(browser, walked, 'zh-CN', async (person) => {
      await person.command('fail-check', async () => {
        await person.page.fill('[data-field=reason] textarea', '现场仍有遗留')
        await person.addPhoto('[data-field=photos]')
      })
      await happened(person, 'check-failed')
    })
    await at('HANDLER', handle)
    await at('INTAKE_CLERK', (person) => person.command('request-check'))
    await check(browser, walked, 'zh-CN', (person) => person.command('pass-check', async () => person.addPhoto('[data-field=photos]')))
    await at('SHIFT_LEAD', async (person) => {
      await person.command('close', async () => undefined)
      await happened(person, 'closed')
      await happened(person, 'returned', 2)
      await person.shot('case-returned-closed')
      expect(await person.axeFaults()).toEqual([])
    })
  })
})
