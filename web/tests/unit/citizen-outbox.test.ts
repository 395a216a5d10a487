import { beforeEach, expect, test } from 'vitest'
import { flush, retryRefused, send } from '@citizen/platform/outbox'
import { waiting, type Draft } from '@citizen/platform/waiting'
import { mine } from '@citizen/platform/mine'

/** A server that answers as the test says; what it was asked is kept. */
const asked: { path: string; body: unknown }[] = []
let reports = new Map<string, string>()
let answer: (path: string) => Response | null

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })
}

function stood(path: string, body: string): Response {
  if (path === '/open/challenges') return json({ id: 'c', salt: 's', bits: 4, expiresAt: '' }, 201)
  if (path === '/open/uploads') return json({ id: 'photo-1' }, 201)
  const { clientId } = JSON.parse(body) as { clientId: string }
  if (!reports.has(clientId)) reports.set(clientId, `CODE${reports.size}`)
  return json({ code: reports.get(clientId), status: { code: 'received', words: { zh: '', en: '' }, over: false } }, 201)
}

globalThis.fetch = (async (path: string, request: RequestInit) => {
  const body = request.body instanceof FormData ? [...request.body.keys()] : JSON.parse(String(request.body))
  asked.push({ path, body })
  const said = answer(path)
  if (said) return said
  return stood(path, typeof request.body === 'string' ? request.body : '{}')
}) as typeof fetch

function draft(clientId: string): Draft {
  return {
    clientId,
    writtenAt: '2026-11-28T01:00:00Z',
    position: { lon: 112.2, lat: 31.03 },
    address: '',
    category: '',
    description: 'the lamp is out',
    photos: [{ type: 'image/jpeg', bytes: new ArrayBuffer(4) }],
    contact: {},
    wantsAnswer: true,
    language: 'en',
  }
}

beforeEach(() => {
  asked.length = 0
  reports = new Map()
  waiting.value = []
  answer = () => null
})

test('a report is sent with its photo, on the word of one puzzle', async () => {
  const receipt = await send(draft('one'))
  expect(receipt?.code).toBe('CODE0')
  expect(waiting.value).toEqual([])
  expect(mine.value[0]).toMatchObject({ code: 'CODE0', words: 'the lamp is out' })
  expect(asked.map(({ path }) => path)).toEqual(['/open/challenges', '/open/uploads', '/open/reports'])
  expect(asked[1]!.body).toEqual(['challenge', 'nonce', 'file'])
  expect(asked[2]!.body).toMatchObject({ clientId: 'one', photos: ['photo-1'], challenge: { id: 'c' } })
})

test('without a network it waits, and goes when there is one', async () => {
  answer = () => {
    throw new TypeError('Failed to fetch')
  }
  expect(await send(draft('two'))).toBeNull()
  expect(waiting.value.map(({ clientId }) => clientId)).toEqual(['two'])
  answer = () => null
  await flush()
  expect(waiting.value).toEqual([])
  expect([...reports.keys()]).toEqual(['two'])
})

test('when the answer is lost after the server saved it, it is still one', async () => {
  answer = (path) => {
    if (path !== '/open/reports') return null
    reports.set('three', 'CODE0')
    throw new TypeError('connection reset')
  }
  expect(await send(draft('three'))).toBeNull()
  answer = () => null
  await flush()
  expect(reports.size).toBe(1)
  expect(waiting.value).toEqual([])
})

test('a puzzle that has run out is asked for anew', async () => {
  let first = true
  answer = (path) => {
    if (path !== '/open/uploads' || !first) return null
    first = false
    return json({ code: 'engagement.challenge-over' }, 409)
  }
  expect((await send(draft('four')))?.code).toBe('CODE0')
  expect(asked.filter(({ path }) => path === '/open/challenges')).toHaveLength(2)
})

test('what the server would not have is said at once and not kept', async () => {
  answer = (path) => (path === '/open/reports' ? json({ code: 'engagement.bad-phone' }, 400) : null)
  await expect(send(draft('five'))).rejects.toMatchObject({ code: 'engagement.bad-phone' })
  expect(waiting.value).toEqual([])
})

test('what is refused after waiting stays until the person decides', async () => {
  answer = () => json({}, 503)
  await send(draft('six'))
  answer = (path) => (path === '/open/reports' ? json({ code: 'engagement.bad-phone' }, 400) : null)
  await flush()
  expect(waiting.value[0]?.refused?.code).toBe('engagement.bad-phone')
  await flush()
  expect(asked.filter(({ path }) => path === '/open/reports')).toHaveLength(1)
  answer = () => null
  await retryRefused('six')
  expect(waiting.value).toEqual([])
})
