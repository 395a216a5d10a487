import { ApiProblem, asProblem, UNREACHABLE } from '@shared/api/problem'
import { sendReport, uploadPhoto, type Receipt } from '../api/open'
import { insideWechat } from './inside-wechat'
import { forget, keep, listKept } from './kept'
import { rememberMine } from './mine'
import { isStale, newProof } from './proven'
import { sending, waiting, type Draft, type Waiting } from './waiting'

/** Reports on their way: each is kept on the phone until the server says that it has it. */

const RETRY_MS = [5_000, 15_000, 60_000, 300_000]

/** A later moment may go better: no network, a server that is busy, down or asks to wait. */
export function isPassing(problem: ApiProblem): boolean {
  const { status, code } = problem
  return code === UNREACHABLE || status >= 500 || [408, 425, 429].includes(status)
}

async function deliver(draft: Draft): Promise<Receipt> {
  const proof = await newProof(draft.position)
  const photos: string[] = []
  for (const { type, bytes } of draft.photos) photos.push(await uploadPhoto(new Blob([bytes], { type }), proof))
  const { name, phone } = draft.contact
  return sendReport({
    clientId: draft.clientId,
    challenge: proof,
    position: draft.position,
    address: draft.address || undefined,
    category: draft.category || undefined,
    description: draft.description,
    answers: draft.answers,
    photos,
    contact: name || phone ? { name: name || undefined, phone: phone || undefined } : undefined,
    wantsAnswer: draft.wantsAnswer,
    language: draft.language,
    channel: insideWechat() ? 'wechat' : 'app',
  })
}

async function deliverOnce(draft: Draft): Promise<Receipt> {
  try {
    return await deliver(draft)
  } catch (thrown) {
    if (!isStale(asProblem(thrown))) throw thrown
    return deliver(draft)
  }
}

let retry = 0
let timer: ReturnType<typeof setTimeout> | undefined

function later(): void {
  clearTimeout(timer)
  if (!waiting.value.some((one) => !one.refused)) return
  timer = setTimeout(() => void flush(), RETRY_MS[Math.min(retry++, RETRY_MS.length - 1)])
}

let running: Promise<Map<string, Receipt>> | null = null

/** Sends what waits, the oldest first; answers what the server gave for each. One round at a time. */
export function flush(): Promise<Map<string, Receipt>> {
  running ??= sendAll().finally(() => {
    running = null
    sending.value = false
    later()
  })
  return running
}

async function sendAll(): Promise<Map<string, Receipt>> {
  const receipts = new Map<string, Receipt>()
  sending.value = true
  for (const one of waiting.value.filter((each) => !each.refused)) {
    try {
      const receipt = await deliverOnce(one)
      receipts.set(one.clientId, receipt)
      rememberMine({ code: receipt.code, words: one.description, at: one.writtenAt })
      await drop(one.clientId)
      retry = 0
    } catch (thrown) {
      const problem = asProblem(thrown)
      if (isPassing(problem)) break
      const { code, detail, status } = problem
      await put({ ...one, refused: { code, detail, status } })
    }
  }
  return receipts
}

async function put(item: Waiting): Promise<void> {
  waiting.value = [...waiting.value.filter((one) => one.clientId !== item.clientId), item]
  // A browser that keeps nothing (private mode) still sends what it has in memory.
  await keep(item).catch(() => undefined)
}

export async function drop(clientId: string): Promise<void> {
  waiting.value = waiting.value.filter((one) => one.clientId !== clientId)
  await forget(clientId).catch(() => undefined)
}

/** The person wants one that was refused to be sent as it is once more. */
export async function retryRefused(clientId: string): Promise<void> {
  const one = waiting.value.find((each) => each.clientId === clientId)
  if (!one) return
  await put({ ...one, refused: undefined })
  await flush()
}

/**
 * Keeps a report and tries to send it at once.
 *
 * @returns what the server gave for it, or null when it waits on this phone
 * @throws ApiProblem when the server would not have it as it is; it is not kept then
 */
export async function send(draft: Draft): Promise<Receipt | null> {
  await put(draft)
  // A round that is under way does not know of it yet.
  await running
  const receipt = (await flush()).get(draft.clientId)
  if (receipt) return receipt
  const kept = waiting.value.find((one) => one.clientId === draft.clientId)
  if (kept?.refused) {
    await drop(draft.clientId)
    throw new ApiProblem(kept.refused)
  }
  return null
}

export async function startOutbox(): Promise<void> {
  waiting.value = (await listKept<Waiting>().catch(() => [])).sort((a, b) => a.writtenAt.localeCompare(b.writtenAt))
  addEventListener('online', () => void flush())
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && waiting.value.length > 0) void flush()
  })
  if (waiting.value.length > 0) await flush()
}
