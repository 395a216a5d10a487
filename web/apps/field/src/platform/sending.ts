import { liveQuery } from 'dexie'
import { computed, shallowRef } from 'vue'
import { newIdempotencyKey, post } from '@shared/api/http'
import { keepSending, Outbox, type Outcome, type Ready, type Transport } from '@shared/offline/outbox'
import { batchPoints } from '@shared/offline/positions'
import type { Send, SendKind } from '@shared/offline/shelf'
import { bringPhoto } from '@shared/offline/upload'
import type { ResultAbout, SendsAnswer } from './field-api'
import { serverRefusesPass } from './session'
import { shelf } from './store'

const BATCH_EVERY_MS = 60_000
const TIDY_EVERY_MS = 3_600_000

/** Kinds with photos say so in their body, also when there are none. */
const PHOTOS_OF: Record<SendKind, ('photos' | 'afterPhotos')[]> = {
  report: ['photos', 'afterPhotos'],
  result: ['photos'],
  duty: [],
  positions: [],
}

function wordsOf({ send: { id, kind, body }, photos }: Ready): object {
  const named = Object.fromEntries(PHOTOS_OF[kind].map((part) => [part, photos[part]]))
  const sentAt = kind === 'positions' ? {} : { sentAt: new Date().toISOString() }
  return { ...(body as object), ...named, ...sentAt, clientId: id }
}

/** The way to the server of this city. */
export const transport: Transport = {
  photo: bringPhoto,
  send: (send, photos) => post(send.path, wordsOf({ send, photos })),
  async sendAll(ready) {
    const of = (kind: SendKind): Ready[] => ready.filter(({ send }) => send.kind === kind)
    const { sent } = await post<SendsAnswer>('/api/field/sends', {
      duty: of('duty').map(wordsOf),
      positions: of('positions').map(wordsOf),
      reports: of('report').map(wordsOf),
      results: of('result').map((one) => ({ task: (one.send.about as ResultAbout).task, result: wordsOf(one) })),
    })
    return new Map(
      sent.map(({ clientId, refused, ...answers }): [string, Outcome] => [
        clientId,
        refused ? { problem: refused } : { answer: answers.duty ?? answers.positions ?? answers.report ?? answers.result },
      ]),
    )
  },
}

export const outbox = new Outbox(shelf, transport)

export const allSends = shallowRef<Send[]>([])
/** Everything a person made on this phone, the newest first; positions go by themselves and are not in it. */
export const sends = computed(() => allSends.value.filter(({ kind }) => kind === 'report' || kind === 'result'))
export const waiting = computed(() => allSends.value.filter(({ state }) => state === 'queued' || state === 'sending'))
export const refusedSends = computed(() => sends.value.filter(({ state }) => state === 'refused'))
/** What a person would lose with the phone: waiting, refused or not finished. */
export const unsafe = computed(() => allSends.value.filter(({ state }) => state !== 'sent').length)

/** Puts something in front of the way to the server, and tries at once. */
export async function queue(send: Pick<Send, 'kind' | 'path' | 'body' | 'about'> & { id?: string }): Promise<string> {
  const id = send.id ?? newIdempotencyKey()
  await shelf.sends.put({ ...send, id, state: 'queued', madeAt: Date.now(), attempts: 0, nextAt: 0 })
  void outbox.flush(true)
  return id
}

export function startSending(): void {
  liveQuery(() => shelf.sends.orderBy('madeAt').reverse().toArray()).subscribe((found) => {
    allSends.value = found
    if (found.some(({ problem, state }) => state === 'queued' && problem?.status === 401)) serverRefusesPass(true)
  })
  keepSending(outbox)
  const batch = (): void => void batchPoints(shelf, Date.now())
  batch()
  setInterval(batch, BATCH_EVERY_MS)
  void outbox.tidy()
  setInterval(() => void outbox.tidy(), TIDY_EVERY_MS)
}
