import { asProblem, type ApiProblem } from '@shared/api/problem'
import type { KeptPhoto, LastProblem, PhotoPart, Send, Shelf } from './shelf'

/** The way to the server; a hand-written one takes its place in tests. */
export interface Transport {
  /** Brings one photo over, going on where the last attempt stopped; answers its name. */
  photo(photo: KeptPhoto, begun: (upload: string) => Promise<void>): Promise<string>
  send(send: Send, photos: Record<PhotoPart, string[]>): Promise<unknown>
  /** Sends several in one request; answers what became of each, by its id. */
  sendAll(ready: Ready[]): Promise<Map<string, Outcome>>
}

/** A send whose photos the server has. */
export interface Ready {
  send: Send
  photos: Record<PhotoPart, string[]>
}

export type Outcome = { answer: unknown } | { problem: LastProblem }

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
/** So many go in one request, and none waits longer for the photos of the next. */
const TOGETHER_AT_MOST = 10
const TOGETHER_WITHIN_MS = 5_000

/** Whether the same thing may succeed later without a change. */
export function passes({ status, code }: Pick<LastProblem, 'status' | 'code'>): boolean {
  return PASSING.has(status) || status >= 500 || PASSING_CODES.has(code)
}

/** Whether sending one by one may bring on what together was not taken: one of them may be what the server will not have. */
function dividing({ status, code }: LastProblem): boolean {
  return status === 500 || !passes({ status, code })
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
    const due = waiting.filter(({ nextAt }) => force || nextAt <= this.now())
    let ready: Ready[] = []
    let since = this.now()
    for (const send of due) {
      if (ready.length === 0) since = this.now()
      const found = await this.makeReady(send)
      if (found === 'unreachable') return await this.putBack(ready)
      if (found) ready.push(found)
      if (ready.length >= TOGETHER_AT_MOST || this.now() - since >= TOGETHER_WITHIN_MS) {
        if (!(await this.deliver(ready))) return
        ready = []
      }
    }
    await this.deliver(ready)
  }

  /** Takes a send up and brings its photos; null when there is nothing to send of it now. */
  private async makeReady(send: Send): Promise<Ready | 'unreachable' | null> {
    const taken = await this.shelf.sends
      .where('id')
      .equals(send.id)
      .and((one) => one.state === 'queued')
      .modify({ state: 'sending' })
    if (taken === 0) return null
    try {
      return { send, photos: await this.bringPhotos(send.id) }
    } catch (thrown) {
      return (await this.failed(send, lastProblem(asProblem(thrown)))) ? null : 'unreachable'
    }
  }

  /** Answers whether the server could be reached at all; if not, the others need not try now. */
  private async deliver(ready: Ready[]): Promise<boolean> {
    if (ready.length < 2) return await this.deliverEach(ready)
    let outcomes: Map<string, Outcome>
    try {
      outcomes = await this.transport.sendAll(ready)
    } catch (thrown) {
      const problem = lastProblem(asProblem(thrown))
      if (dividing(problem)) return await this.deliverEach(ready)
      for (const { send } of ready) await this.failed(send, problem)
      return problem.status !== 0
    }
    const silent = ready.filter(({ send }) => !outcomes.has(send.id))
    for (const { send } of ready) {
      const outcome = outcomes.get(send.id)
      if (outcome && 'answer' in outcome) await this.arrived(send, outcome.answer)
      else if (outcome) await this.failed(send, outcome.problem)
    }
    return await this.deliverEach(silent)
  }

  private async deliverEach(ready: Ready[]): Promise<boolean> {
    for (const [index, { send, photos }] of ready.entries()) {
      try {
        await this.arrived(send, await this.transport.send(send, photos))
      } catch (thrown) {
        const reached = await this.failed(send, lastProblem(asProblem(thrown)))
        if (!reached) {
          await this.putBack(ready.slice(index + 1))
          return false
        }
      }
    }
    return true
  }

  private async arrived(send: Send, answer: unknown): Promise<void> {
    await this.shelf.sends.update(send.id, { state: 'sent', answer, sentAt: this.now(), problem: undefined })
  }

  /** Answers whether the server could be reached. */
  private async failed(send: Send, problem: LastProblem): Promise<boolean> {
    await this.shelf.sends.update(send.id, {
      ...(passes(problem)
        ? { state: 'queued', nextAt: this.now() + pauseAfter(send.attempts, this.random) }
        : { state: 'refused' }),
      attempts: send.attempts + 1,
      problem,
    })
    return problem.status !== 0
  }

  /** They were not tried. */
  private async putBack(ready: Ready[]): Promise<void> {
    for (const { send } of ready) await this.shelf.sends.update(send.id, { state: 'queued' })
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
