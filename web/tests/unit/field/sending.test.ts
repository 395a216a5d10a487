import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Ready } from '@shared/offline/outbox'
import type { Send, SendKind } from '@shared/offline/shelf'
import { transport } from '@field/platform/sending'

const ready = (id: string, kind: SendKind, body: object, about?: object): Ready => ({
  send: { id, kind, state: 'sending', path: '/somewhere', body, about, madeAt: 0, attempts: 0, nextAt: 0 } satisfies Send,
  photos: { photos: [`before-${id}`], afterPhotos: [`after-${id}`] },
})

afterEach(() => vi.unstubAllGlobals())

describe('what waits together', () => {
  it('goes in one request by kind, and each gets its own answer', async () => {
    const asked: { path: string; body: Record<string, Record<string, unknown>[]> }[] = []
    vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
      asked.push({ path: String(path), body: JSON.parse(String(init.body)) as never })
      const refused = { status: 422, code: 'patrol.missing-photos', detail: 'No.', advice: 'Again.' }
      const sent = [
        { clientId: 'd', duty: { onDuty: true } },
        { clientId: 'p', positions: { kept: 2 } },
        { clientId: 'r', report: { number: 'JM-1' } },
        { clientId: 'x', refused },
      ]
      return new Response(JSON.stringify({ sent }), { status: 200, headers: { 'Content-Type': 'application/json' } })
    })
    const outcomes = await transport.sendAll([
      ready('r', 'report', { category: 'E0113' }),
      ready('d', 'duty', { what: 'on' }),
      ready('x', 'result', { outcome: 'passed' }, { task: 7, number: 'JM-2' }),
      ready('p', 'positions', { points: [] }),
    ])
    expect(asked).toHaveLength(1)
    const { path, body } = asked[0]!
    expect(path).toContain('/api/field/sends')
    expect(body.duty).toMatchObject([{ clientId: 'd', what: 'on' }])
    expect(body.duty![0], 'no photos where there are none to name').not.toHaveProperty('photos')
    expect(body.positions).toEqual([{ clientId: 'p', points: [] }])
    expect(body.reports).toMatchObject([{ clientId: 'r', category: 'E0113', photos: ['before-r'], afterPhotos: ['after-r'] }])
    expect(body.reports![0]).toHaveProperty('sentAt')
    expect(body.results).toMatchObject([{ task: 7, result: { clientId: 'x', outcome: 'passed', photos: ['before-x'] } }])
    expect([...outcomes]).toEqual([
      ['d', { answer: { onDuty: true } }],
      ['p', { answer: { kept: 2 } }],
      ['r', { answer: { number: 'JM-1' } }],
      ['x', { problem: { status: 422, code: 'patrol.missing-photos', detail: 'No.', advice: 'Again.' } }],
    ])
  })
})
