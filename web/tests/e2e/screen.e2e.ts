import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asPost, report } from './cases.ts'
import { base, launch } from './desk.ts'
import { inspectBoth } from './looks.ts'

/** The command screen on a wall, and lists that follow what others do. */

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

describe('the command screen', () => {
  for (const language of ['zh-CN', 'en'] as const) {
    it(`shows the city at this moment, in ${language}`, async () => {
      await asPost(browser, 'SHIFT_LEAD', language, async (person) => {
        await person.open('/screen')
        await person.page.waitForSelector('[data-figure=open]')
        await person.page.locator('.wall-map canvas').first().waitFor()
        const counts = await person.ask<{ views: { open: number } }>('/api/cases/counts')
        await expect.poll(() => person.page.innerText('[data-figure=open]')).toMatch(new RegExp(`^${counts.views.open}\\b`))
        await inspectBoth(person, 'screen')
        // One page is pulled from wall to wall: what was true at opening must be true after it.
        for (const [width, height, enlarged] of [
          [1920, 1080, '1.00'],
          [3840, 2160, '2.00'],
          [1920, 1080, '1.00'],
        ] as const) {
          await person.page.setViewportSize({ width, height })
          await person.page.waitForSelector(`.wall-map[data-enlarged="${enlarged}"]`)
          await person.page.locator('.wall-map canvas').first().waitFor()
          await person.settle()
          const shown = await person.page.locator('.wall-map').boundingBox()
          const box = await person.page.locator('section.map .box').boundingBox()
          expect(Math.abs(shown!.width - box!.width), 'the map fills its part of the wall').toBeLessThan(2)
          expect(Math.abs(shown!.height - box!.height)).toBeLessThan(2)
          const dots = await person.page.locator('.wall-map canvas').first().evaluate((canvas: HTMLCanvasElement) => canvas.width)
          expect(Math.abs(dots - box!.width), 'one dot of the map is one of the wall').toBeLessThan(3)
          await person.page.screenshot({ path: `target/screens/screen-${width}-${language}.png` })
          expect(await person.overflow()).toBeLessThanOrEqual(0)
        }
      })
    })
  }
})

describe('a wall that stands for days', () => {
  const rounds = Number(process.env.GEWU_SOAK_ROUNDS ?? 300)

  it('holds no more after hundreds of refreshes than after some', { timeout: 3_600_000 }, async () => {
    await asPost(browser, 'SHIFT_LEAD', 'zh-CN', async (person) => {
      const { page } = person
      // Only the waits between refreshes are shortened: ten seconds for the figures, a minute for the cases on the map.
      await page.addInitScript(() => {
        const [later, again] = [window.setTimeout, window.setInterval]
        const waits: Record<number, number> = { 10_000: 0, 60_000: 60 }
        const shorter = (wait?: number): number | undefined => waits[wait ?? -1] ?? wait
        window.setTimeout = ((work: () => void, wait?: number) => later(work, shorter(wait))) as typeof window.setTimeout
        window.setInterval = ((work: () => void, wait?: number) => again(work, shorter(wait))) as typeof window.setInterval
      })
      let refreshes = 0
      let tiles = 0
      page.on('requestfinished', (request) => {
        const { pathname } = new URL(request.url())
        if (pathname === '/api/screen') refreshes += 1
        if (pathname.startsWith('/tiles/cases/')) tiles += 1
      })
      await page.goto(`${base}/desk/screen`)
      await page.locator('.wall-map canvas').first().waitFor()
      const tools = await page.context().newCDPSession(page)
      await tools.send('HeapProfiler.enable')
      const held = async (): Promise<{ heap: number; nodes: number; listeners: number }> => {
        await tools.send('HeapProfiler.collectGarbage')
        const { usedSize } = await tools.send('Runtime.getHeapUsage')
        const { nodes, jsEventListeners } = await tools.send('Memory.getDOMCounters')
        return { heap: usedSize, nodes, listeners: jsEventListeners }
      }
      const until = async (count: number): Promise<void> => {
        while (refreshes < count) await page.waitForTimeout(50)
      }
      await until(rounds / 5)
      const early = await held()
      await until(rounds)
      const late = await held()
      console.log(`soak: ${refreshes} refreshes, ${tiles} case tiles, early ${JSON.stringify(early)}, late ${JSON.stringify(late)}`)
      expect(tiles, 'the map was refreshed too').toBeGreaterThan(0)
      expect(late.heap - early.heap, 'heap').toBeLessThan(4 * 1024 * 1024)
      expect(late.nodes - early.nodes, 'nodes').toBeLessThan(200)
      expect(late.listeners - early.listeners, 'listeners').toBeLessThan(50)
    })
  })
})

describe('an open list', () => {
  it('shows what a colleague reports without being asked', async () => {
    await asPost(browser, 'INTAKE_CLERK', 'zh-CN', async (clerk) => {
      await clerk.open('/cases?view=to_file')
      await clerk.page.waitForSelector('tr[data-case]')
      let id = ''
      await asPost(browser, 'SUPERVISOR', 'zh-CN', async (supervisor) => {
        id = (await report(supervisor)).id
      })
      const told = await clerk.ask<{ items: { id: number }[] }>('/api/cases?view=to_file&limit=50')
      if (told.items.some((one) => String(one.id) === id)) await clerk.page.waitForSelector(`tr[data-case="${id}"]`, { timeout: 15_000 })
      else expect(told.items.length, 'beyond the first page').toBe(50)
    })
  })

  it('keeps the line that is being read where it is', async () => {
    await asPost(browser, 'INTAKE_CLERK', 'zh-CN', async (reader) => {
      const { page } = reader
      await reader.open('/cases?view=to_file')
      await page.waitForSelector('tr[data-case]')
      const { items } = await reader.ask<{ items: { id: number; state: string }[] }>('/api/cases?view=to_file&limit=50')
      const index = items.findIndex(({ state }) => state.toLowerCase() === 'reported')
      const above = items[index]
      const below = items[index + 1]
      if (!above || !below) throw new Error(`No report with a case below it: ${items.map(({ state }) => state).join(' ')}`)
      const read = page.locator(`tr[data-case="${below.id}"]`)
      await read.evaluate((row) => row.scrollIntoView({ block: 'start' }))
      const before = (await read.boundingBox())?.y ?? 0
      await asPost(browser, 'INTAKE_CLERK', 'en', async (colleague) => {
        await colleague.open(`/cases/${above.id}`)
        await colleague.command('refuse-acceptance', async () => {
          await colleague.choose('ground', 'Not found')
          await colleague.page.fill('[data-field=answer] textarea', 'Nothing was found there.')
          await inspectBoth(colleague, 'refusal')
        })
      })
      await page.waitForSelector(`tr[data-case="${above.id}"]`, { state: 'detached', timeout: 15_000 })
      await expect.poll(async () => Math.abs(((await read.boundingBox())?.y ?? 0) - before)).toBeLessThan(3)
    })
  })

  it('comes as a file with every case of the list, however long', async () => {
    await asPost(browser, 'SHIFT_LEAD', 'zh-CN', async (person) => {
      await person.open('/cases?view=finished')
      const origin = new URL(person.page.url()).origin
      // Every column: those that somebody chose have a walk of their own.
      const link = new URL((await person.page.getAttribute('[data-export=csv]', 'href')) ?? '', origin)
      link.searchParams.delete('columns')
      const href = link.pathname + link.search
      const text = await (await person.page.request.get(origin + href)).text()
      const numbers = [...text.matchAll(/^JM\d+/gm)].map(([no]) => no)
      expect(new Set(numbers).size, 'no case twice').toBe(numbers.length)
      expect(numbers.length).toBeGreaterThan(1000)
      expect(text.split('\n')[0]).toContain('案件编号,状态,类别代码')
      const first = await person.ask<{ items: { caseNo: string }[] }>('/api/cases?view=finished&limit=200')
      expect(numbers.slice(0, 200)).toEqual(first.items.map(({ caseNo }) => caseNo))
      const book = await person.page.request.get(origin + href.replace('export.csv', 'export.xlsx'))
      expect((await book.body()).subarray(0, 2).toString()).toBe('PK')
    })
  })
})
