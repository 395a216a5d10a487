// @vitest-environment node
import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { ApiProblem, unreachable } from '@shared/api/problem'
import { Outbox, passes, pauseAfter, type Outcome, type Ready, type Transport } from '@shared/offline/outbox'
import { openShelf, type KeptPhoto, type Send, type Shelf } from '@shared/offline/shelf'

/** A server that keeps what it was given, by the id made on the phone; and a way to it that breaks on demand. */
class Town implements Transport {
  readonly kept = new Map<string, { number: string; photos: string[] }>()
  readonly photos = new Map<string, string>()
  photoCalls = 0
  /** Breaks of the way, taken one by one; what is no break lets it through. */
  breaks: ('before' | 'after' | number | null)[] = []

  async photo(photo: KeptPhoto, begun: (upload: string) => Promise<void>): Promise<string> {
    this.photoCalls += 1
    await begun(`/api/uploads/${photo.id}`)
    const name = `hash-of-${photo.id}`
    this.photos.set(photo.id, name)
    return name
  }

  /** How many came together in each request. */
  readonly requests: number[] = []
  /** Refused among the others: what this server does not take of a bundle. */
  unwanted = new Set<string>()
  /** Left out of the answer to a bundle. */
  forgotten = new Set<string>()

  async send(send: Send, photos: Ready['photos']): Promise<unknown> {
    this.requests.push(1)
    return this.through(() => this.keep(send, photos))
  }

  async sendAll(ready: Ready[]): Promise<Map<string, Outcome>> {
    this.requests.push(ready.length)
    return this.through(
      () =>
        new Map(
          ready
            .filter(({ send }) => !this.forgotten.has(send.id))
            .map(({ send, photos }): [string, Outcome] => [
              send.id,
              this.unwanted.has(send.id)
                ? { problem: { status: 422, code: 'casework.missing-category', detail: 'No category.', advice: '' } }
                : { answer: this.keep(send, photos) },
            ]),
        ),
    )
  }

  private keep(send: Send, photos: Ready['photos']): { number: string } {
    if (!this.kept.has(send.id)) {
      this.kept.set(send.id, { number: `JM-${this.kept.size + 1}`, photos: [...photos.photos, ...photos.afterPhotos] })
    }
    return { number: this.kept.get(send.id)!.number }
  }

  private async through<T>(work: () => T): Promise<T> {
    const broken = this.breaks.shift() ?? null
    if (broken === 'before') throw unreachable()
    if (typeof broken === 'number') throw new ApiProblem({ status: broken, code: 'casework.missing-category', detail: 'No category.' })
    const answer = work()
    if (broken === 'after') throw unreachable()
    return answer
  }
}

let shelf: Shelf
let town: Town
let now: number
let names = 0

const outbox = (locks: LockManager | null = null): Outbox =>
  new Outbox(shelf, town, { now: () => now, random: () => 0.5, locks })

async function queue(id: string, photos = 1): Promise<void> {
  await shelf.sends.add({
    id,
    kind: 'report',
    state: 'queued',
    path: '/api/field/reports',
    body: { category: '0301' },
    madeAt: now,
    attempts: 0,
    nextAt: 0,
  })
  for (let index = 0; index < photos; index++) {
    await shelf.photos.add({ id: `${id}-${index}`, send: id, part: 'photos', blob: new Blob(['picture']), takenAt: index })
  }
}

beforeEach(() => {
  shelf = openShelf(`street-${(names += 1)}`)
  town = new Town()
  now = Date.UTC(2026, 10, 28, 1, 0)
})

describe('what waits on the phone', () => {
  it('goes to the server with its photos, and then is sent', async () => {
    await queue('a', 2)
    await outbox().flush()
    expect(town.kept.get('a')?.photos).toEqual(['hash-of-a-0', 'hash-of-a-1'])
    expect(await shelf.sends.get('a')).toMatchObject({ state: 'sent', answer: { number: 'JM-1' }, sentAt: now })
  })

  it('stays when the network drops, and goes after a pause', async () => {
    await queue('a')
    town.breaks = ['before']
    await outbox().flush()
    expect(await shelf.sends.get('a')).toMatchObject({ state: 'queued', attempts: 1, nextAt: now + 2_000 })
    await outbox().flush()
    expect(town.kept.size, 'not before the pause is over').toBe(0)
    now += 2_000
    await outbox().flush()
    expect(town.kept.size).toBe(1)
    expect(town.photoCalls, 'the photo is not sent again').toBe(1)
  })

  it('tries no more once the server is out of reach, and all when the network returns', async () => {
    for (let index = 0; index < 12; index++) await queue(`s${index}`, 0)
    town.breaks = ['before']
    await outbox().flush()
    expect(town.requests, 'the second request was not tried').toEqual([10])
    expect(await shelf.sends.where('state').equals('queued').count()).toBe(12)
    expect(await shelf.sends.filter(({ attempts }) => attempts === 0).count()).toBe(2)
    await outbox().flush(true)
    expect(town.kept.size).toBe(12)
    expect(town.requests).toEqual([10, 10, 2])
  })

  it('goes together in one request, each with its own photos and its own answer', async () => {
    await queue('a', 2)
    now += 1
    await queue('b', 1)
    await outbox().flush()
    expect(town.requests).toEqual([2])
    expect(town.kept.get('b')?.photos).toEqual(['hash-of-b-0'])
    expect(await shelf.sends.get('a')).toMatchObject({ state: 'sent', answer: { number: 'JM-1' } })
    expect(await shelf.sends.get('b')).toMatchObject({ state: 'sent', answer: { number: 'JM-2' } })
  })

  it('is refused among others that are kept, with its own reason', async () => {
    await queue('a', 0)
    now += 1
    await queue('b', 0)
    town.unwanted.add('a')
    await outbox().flush()
    expect(await shelf.sends.get('a')).toMatchObject({ state: 'refused', problem: { code: 'casework.missing-category' } })
    expect(await shelf.sends.get('b')).toMatchObject({ state: 'sent' })
  })

  it('goes by itself when the answer to all says nothing of it', async () => {
    await queue('a', 0)
    now += 1
    await queue('b', 0)
    town.forgotten.add('b')
    await outbox().flush()
    expect(town.requests).toEqual([2, 1])
    expect(await shelf.sends.get('b')).toMatchObject({ state: 'sent', answer: { number: 'JM-2' } })
  })

  it('is one on the server, all of it, when the answer to all is lost after they were saved', async () => {
    await queue('a')
    now += 1
    await queue('b')
    town.breaks = ['after']
    await outbox().flush()
    expect(await shelf.sends.where('state').equals('queued').count()).toBe(2)
    await outbox().flush(true)
    expect(town.kept.size).toBe(2)
    expect(await shelf.sends.where('state').equals('sent').count()).toBe(2)
  })

  it('waits for the photos of the next no longer than some seconds', async () => {
    await queue('a', 1)
    now += 1
    await queue('b', 1)
    const bring = town.photo.bind(town)
    town.photo = async (photo, begun) => {
      now += 6_000
      return bring(photo, begun)
    }
    await outbox().flush()
    expect(town.requests).toEqual([1, 1])
  })

  it('stays as it was when the network drops at the photo of the next', async () => {
    await queue('a', 0)
    now += 1
    await queue('b', 1)
    town.photo = async () => {
      throw unreachable()
    }
    await outbox().flush()
    expect(town.requests).toEqual([])
    expect(await shelf.sends.get('a')).toMatchObject({ state: 'queued', attempts: 0 })
    expect(await shelf.sends.get('b')).toMatchObject({ state: 'queued', attempts: 1 })
  })

  it.each([401, 403, 408, 425, 429, 503])('waits after %i', async (status) => {
    await queue('a')
    town.breaks = [status]
    await outbox().flush()
    expect(await shelf.sends.get('a')).toMatchObject({ state: 'queued', problem: { status } })
  })

  it.each([400, 404, 409, 422, 500])('goes one by one when all together were answered %i', async (status) => {
    await queue('a', 0)
    now += 1
    await queue('b', 0)
    town.breaks = [status]
    await outbox().flush()
    expect(town.requests).toEqual([2, 1, 1])
    expect(town.kept.size).toBe(2)
  })

  it.each([400, 404, 409, 422])('is refused after %i with the reason, keeps its photos and lets the next one through', async (status) => {
    await queue('a')
    now += 1
    await queue('b')
    town.breaks = [status, status]
    await outbox().flush()
    expect(await shelf.sends.get('a')).toMatchObject({
      state: 'refused',
      problem: { status, code: 'casework.missing-category', detail: 'No category.' },
    })
    expect(await shelf.photos.where('send').equals('a').count()).toBe(1)
    expect(town.kept.has('b')).toBe(true)
  })

  it('is one on the server when the answer is lost after it was saved', async () => {
    await queue('a')
    town.breaks = ['after']
    await outbox().flush()
    expect(await shelf.sends.get('a')).toMatchObject({ state: 'queued' })
    await outbox().flush(true)
    expect(town.kept.size).toBe(1)
    expect(await shelf.sends.get('a')).toMatchObject({ state: 'sent', answer: { number: 'JM-1' } })
  })

  it('goes on when the phone died in the middle of sending', async () => {
    await queue('a')
    await shelf.sends.update('a', { state: 'sending' })
    await outbox().flush()
    expect(await shelf.sends.get('a')).toMatchObject({ state: 'sent' })
  })

  it('is left to the tab that is at it already', async () => {
    await queue('a')
    const taken = {
      request: (_: string, __: LockOptions, work: (lock: Lock | null) => Promise<void>) => work(null),
      query: () => Promise.resolve({}),
    } as unknown as LockManager
    await outbox(taken).flush()
    expect(town.kept.size).toBe(0)
  })

  it('is not sent while it is a draft, and not sent twice by two calls at once', async () => {
    await queue('a')
    await queue('d')
    await shelf.sends.update('d', { state: 'draft' })
    const one = outbox()
    await Promise.all([one.flush(), one.flush()])
    expect([...town.kept.keys()]).toEqual(['a'])
    expect(town.photoCalls).toBe(1)
  })

  it('is taken off the phone a week after the server had it, never before', async () => {
    await queue('a')
    await queue('b')
    town.unwanted.add('a')
    await outbox().flush()
    now += 8 * 86_400_000
    await outbox().tidy()
    expect(await shelf.sends.toCollection().primaryKeys()).toEqual(['a'])
    expect(await shelf.photos.where('send').equals('b').count()).toBe(0)
  })
})

describe('the pause', () => {
  it('doubles from two seconds to a quarter of an hour, with some chance in it', () => {
    const middle = (): number => 0.5
    expect([0, 1, 2, 3].map((attempts) => pauseAfter(attempts, middle))).toEqual([2_000, 4_000, 8_000, 16_000])
    expect(pauseAfter(60, middle)).toBe(15 * 60_000)
    expect(pauseAfter(0, () => 0)).toBe(1_500)
    expect(pauseAfter(0, () => 1)).toBe(2_500)
  })

  it('is taken for what passes, and only for that', () => {
    const passing = (status: number): boolean => passes({ status, code: 'x' })
    expect([0, 401, 403, 408, 425, 429, 500, 502, 503, 504].every(passing)).toBe(true)
    expect([400, 404, 409, 410, 413, 422].some(passing)).toBe(false)
    expect(passes({ status: 409, code: 'casework.idempotency-busy' }), 'two of the same met').toBe(true)
  })
})
