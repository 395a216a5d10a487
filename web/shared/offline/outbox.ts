import { asProblem, type ApiProblem } from '@shared/api/problem'
import type { KeptPhoto, LastProblem, PhotoPart, Send, Shelf } from './shelf'

/** The way to the server; a hand-written one takes its place in tests. */
export interface Transport {
  /** Brings one photo over, going on where the last attempt stopped; answers its name. */
  photo(photo: KeptPhoto, begun: (upload: string) => Promise<void>): Promise<string>
  send(send: Send, photos: Record<PhotoPart, string[]>): Promise<unknown>
}

export interface OutboxOptions {
  now?: () => number
  random?: () => number
  locks?: LockManager | null
}

const FIRST_PAUSE_MS = 2_000
const LONGEST_PAUSE_MS = 15 * 60_000
const PASSING = new Set([0, 401, 403, 408, 425, 429])
/** The server is still at the first one of two that met, or somebody was quicker on the same case. */
const PASSING_CODES = new Set(['casework.idempotency-busy', 'casework.stale'])
const DAY_MS = 86_400_000
const KEPT_SENT_MS = 7 * DAY_MS
const KEPT_TRACK_MS = 2 * DAY_MS

/** Whether the same thing may succeed later without a change. */
export function passes({ status, code }: Pick<LastProblem, 'status' | 'code'>): boolean {
  return PASSING.has(status) || status >= 500 || PASSING_CODES.has(code)
}

/** The pause before the next attempt: doubling, at most a quarter of an hour, a quarter more or less by chance. */
export function pauseAfter(attempts: number, random: () => number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempts, 12)) * (0.75 + random() * 0.5)
}

function lastProblem({ status, code, detail, advice }: ApiProblem): LastProblem {
  return { status, code, detail, advice }
}

/**
 * Brings what waits to the server, one after the other in the order it was made. Nothing is taken
 * off the phone before the server has answered that it has it.
 */
export class Outbox {
  private readonly shelf: Shelf
  private readonly transport: Transport
  private readonly now: () => number
  private readonly random: () => number
  private readonly locks: LockManager | null
  private running = false

  constructor(shelf: Shelf, transport: Transport, options: OutboxOptions = {}) {
    this.shelf = shelf
    this.transport = transport
    this.now = options.now ?? Date.now
    this.random = options.random ?? Math.random
    // Old browsers have no locks at all, private windows of some answer null.
    this.locks = options.locks === undefined ? (globalThis.navigator?.locks ?? null) : options.locks
  }

  /** Sends what is due; with `force` also what still pauses. Another tab that is at it already is left to it. */
  async flush(force = false): Promise<void> {
    if (this.running) return
    this.running = true
    try {
      if (!this.locks) return await this.run(force)
      await this.locks.request('outbox', { ifAvailable: true }, async (lock) => {
        if (lock) await this.run(force)
      })
    } finally {
      this.running = false
    }
  }

  private async run(force: boolean): Promise<void> {
    // Whoever holds the lock is alone: what is being sent now was left behind by a page that died.
    await this.shelf.sends.where('state').equals('sending').modify({ state: 'queued' })
    const waiting = await this.shelf.sends.where('state').equals('queued').sortBy('madeAt')
    for (const send of waiting) {
      if (!force && send.nextAt > this.now()) continue
      const reached = await this.sendOne(send)
      if (!reached) return
    }
  }

  /** Answers whether the server could be reached at all; if not, the others need not try now. */
  private async sendOne(send: Send): Promise<boolean> {
    const taken = await this.shelf.sends
      .where('id')
      .equals(send.id)
      .and((one) => one.state === 'queued')
      .modify({ state: 'sending' })
    if (taken === 0) return true
    try {
      const photos = await this.bringPhotos(send.id)
      const answer = await this.transport.send(send, photos)
      await this.shelf.sends.update(send.id, { state: 'sent', answer, sentAt: this.now(), problem: undefined })
      return true
    } catch (thrown) {
      const problem = asProblem(thrown)
      await this.shelf.sends.update(send.id, {
        ...(passes(problem)
          ? { state: 'queued', nextAt: this.now() + pauseAfter(send.attempts, this.random) }
          : { state: 'refused' }),
        attempts: send.attempts + 1,
        problem: lastProblem(problem),
      })
      return problem.status !== 0
    }
  }

  private async bringPhotos(send: string): Promise<Record<PhotoPart, string[]>> {
    const named: Record<PhotoPart, string[]> = { photos: [], afterPhotos: [] }
    for (const kept of await this.shelf.photos.where('send').equals(send).sortBy('takenAt')) {
      let name = kept.photo
      if (!name) {
        name = await this.transport.photo(kept, async (upload) => {
          await this.shelf.photos.update(kept.id, { upload })
        })
        await this.shelf.photos.update(kept.id, { photo: name })
      }
      named[kept.part].push(name)
    }
    return named
  }

  /** Takes off the phone what the server has had for a week; tracks go sooner. */
  async tidy(): Promise<void> {
    const now = this.now()
    const old = await this.shelf.sends
      .where('state')
      .equals('sent')
      .and(({ kind, sentAt = now }) => sentAt < now - (kind === 'positions' ? KEPT_TRACK_MS : KEPT_SENT_MS))
      .primaryKeys()
    await this.drop(old)
  }

  /** What was refused may have been refused for its photos: they are brought once more. */
  async bringPhotosAnew(send: string): Promise<void> {
    await this.shelf.photos.where('send').equals(send).modify((kept) => {
      delete kept.photo
      delete kept.upload
    })
  }

  /** Forgets these and their photos. */
  async drop(ids: string[]): Promise<void> {
    await this.shelf.transaction('rw', this.shelf.sends, this.shelf.photos, async () => {
      await this.shelf.sends.bulkDelete(ids)
      await this.shelf.photos.where('send').anyOf(ids).delete()
    })
  }
}

/** Sends when the network returns, when the page is looked at again, and every few seconds of its life. */
export function keepSending(outbox: Outbox, everyMs = 5_000): () => void {
  const at = (force: boolean) => () => void outbox.flush(force)
  const online = at(true)
  const due = at(false)
  const seen = (): void => {
    if (document.visibilityState === 'visible') due()
  }
  addEventListener('online', online)
  document.addEventListener('visibilitychange', seen)
  const timer = setInterval(due, everyMs)
  due()
  return () => {
    removeEventListener('online', online)
    document.removeEventListener('visibilitychange', seen)
    clearInterval(timer)
  }
}
