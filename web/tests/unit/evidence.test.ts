import { afterEach, describe, expect, it, vi } from 'vitest'
import { uploadPhoto } from '@shared/api/evidence'

/** A small server that speaks tus, whose connection is cut when it is told to. */
function server(cuts: number): { sent: number[]; length: () => number } {
  let length = 0
  const sent: number[] = []
  let left = cuts
  vi.stubGlobal('fetch', async (_path: string, request: RequestInit = {}) => {
    const headers = new Headers(request.headers)
    if (request.method === 'POST') return new Response(null, { status: 201, headers: { Location: '/api/uploads/1' } })
    if (request.method === 'PATCH') {
      expect(Number(headers.get('Upload-Offset'))).toBe(length)
      const piece = request.body as Blob
      sent.push(piece.size)
      if (left > 0 && length > 0) {
        left -= 1
        length += 1000
        throw new TypeError('cut')
      }
      length += piece.size
    }
    const whole = length === 2_400_000
    return new Response(null, {
      status: request.method === 'PATCH' ? 204 : 200,
      headers: { 'Upload-Offset': String(length), ...(whole ? { 'Gewu-Photo': 'abc' } : {}) },
    })
  })
  return { sent, length: () => length }
}

describe('an upload', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('goes on where the server stands after the connection was cut', async () => {
    const kept = server(1)
    const shares: number[] = []
    const waits: boolean[] = []
    const photo = await uploadPhoto(new File([new Uint8Array(2_400_000)], 'a.jpg'), {
      progress: (share) => shares.push(share),
      waiting: (wait) => waits.push(wait),
    })
    expect(photo).toBe('abc')
    expect(kept.length()).toBe(2_400_000)
    expect(waits).toContain(true)
    expect(waits.at(-1)).toBe(false)
    expect(shares.at(-1)).toBe(1)
    expect(kept.sent).toHaveLength(4)
  })

  it('knocks again with an empty piece when all of it arrived and only the photo store was away', async () => {
    vi.useFakeTimers()
    let length = 0
    let away = 2
    const pieces: number[] = []
    vi.stubGlobal('fetch', async (_path: string, request: RequestInit = {}) => {
      if (request.method === 'POST') return new Response(null, { status: 201, headers: { Location: '/api/uploads/1' } })
      if (request.method === 'PATCH') {
        pieces.push((request.body as Blob).size)
        length += (request.body as Blob).size
        if (length === 1000 && away > 0) {
          away -= 1
          const problem = { code: 'evidence.unavailable', detail: 'The photo store does not answer.' }
          return new Response(JSON.stringify(problem), { status: 503, headers: { 'Content-Type': 'application/problem+json' } })
        }
      }
      const kept: Record<string, string> = request.method === 'PATCH' ? { 'Gewu-Photo': 'abc' } : {}
      return new Response(null, { status: request.method === 'PATCH' ? 204 : 200, headers: { 'Upload-Offset': String(length), ...kept } })
    })
    const waits: boolean[] = []
    const photo = uploadPhoto(new File([new Uint8Array(1000)], 'a.jpg'), { progress: () => {}, waiting: (wait) => waits.push(wait) })
    await vi.runAllTimersAsync()
    expect(await photo).toBe('abc')
    expect(pieces).toEqual([1000, 0, 0])
    expect(waits).toContain(true)
    vi.useRealTimers()
  })
})
