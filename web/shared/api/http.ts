import { problemOf, unreachable } from './problem'

type QueryValue = string | number | undefined | null
type Listener = () => void

const NOT_MODIFIED = 304

/** The session has ended; a wrong password or code is another 401. */
const NOT_SIGNED_IN = 'signin.not-signed-in'

let onSignedOut: Listener = () => undefined
let bearer: () => string | null = () => null
let serverAheadMs = 0

/** Called when the server no longer knows who is asking. */
export function whenSignedOut(listener: Listener): void {
  onSignedOut = listener
}

/** A phone has a token of its own in place of the session of a browser. */
export function useBearer(token: () => string | null): void {
  bearer = token
}

/** What an address is asked with besides its cookies. */
export function pass(): Record<string, string> {
  const token = bearer()
  return token ? { Authorization: `Bearer ${token}` } : {}
}

/** The present moment by the server's clock, so that a wrong desk clock does not bend deadlines. */
export function serverNow(): number {
  return Date.now() + serverAheadMs
}

/** A key under which a create is carried out once, however often it is sent. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

export function withQuery(path: string, query: Record<string, QueryValue> = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

function csrfToken(): string {
  const match = /(?:^|;\s*)XSRF-TOKEN=([^;]*)/.exec(document.cookie)
  return match ? decodeURIComponent(match[1]!) : ''
}

function learnClock(response: Response): void {
  const said = Date.parse(response.headers.get('date') ?? '')
  // The header has whole seconds and travelled a while: only a real difference counts.
  if (!Number.isNaN(said)) serverAheadMs = Math.abs(said - Date.now()) > 5_000 ? said - Date.now() : 0
}

async function send(path: string, request: RequestInit & { headers?: Record<string, string> }): Promise<Response> {
  let response: Response
  try {
    response = await fetch(path, { credentials: 'same-origin', ...request, headers: { ...request.headers, ...pass() } })
  } catch (broken) {
    if (broken instanceof DOMException && broken.name === 'AbortError') throw broken
    throw unreachable()
  }
  learnClock(response)
  if (response.ok || response.status === NOT_MODIFIED) return response
  const problem = await problemOf(response)
  if (problem.code === NOT_SIGNED_IN && path !== '/api/session') onSignedOut()
  throw problem
}

async function bodyOf<T>(response: Response): Promise<T> {
  const text = await response.text()
  return (text ? JSON.parse(text) : undefined) as T
}

export async function get<T>(path: string, query?: Record<string, QueryValue>, signal?: AbortSignal): Promise<T> {
  return bodyOf<T>(await send(withQuery(path, query), { headers: { Accept: 'application/json' }, signal }))
}

/** The answer as it came, also the one that nothing has changed since (304). */
export function download(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return send(path, { headers, cache: 'no-store' })
}

/** The token comes with any answer; a page that has asked for nothing yet fetches one first. */
async function needToken(): Promise<void> {
  if (!csrfToken() && !bearer()) await fetch('/api/session', { credentials: 'same-origin' }).then((answer) => answer.text()).catch(() => undefined)
}

async function write(method: string, path: string, body: unknown, idempotencyKey?: string): Promise<Response> {
  await needToken()
  const headers: Record<string, string> = { Accept: 'application/json', 'X-XSRF-TOKEN': csrfToken() }
  if (idempotencyKey) headers['Idempotency-Key'] = idempotencyKey
  let payload: BodyInit | undefined
  if (body instanceof FormData) {
    payload = body
  } else if (body !== undefined) {
    headers['Content-Type'] = 'application/json'
    payload = JSON.stringify(body)
  }
  return send(path, { method, headers, body: payload })
}

/** For a protocol that speaks in headers; the answer is given as it came. */
export async function exchange(
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: Blob,
): Promise<Response> {
  await needToken()
  return send(path, { method, headers: { ...headers, 'X-XSRF-TOKEN': csrfToken() }, body })
}

export async function post<T>(path: string, body: unknown, idempotencyKey?: string): Promise<T> {
  return bodyOf<T>(await write('POST', path, body, idempotencyKey))
}

/** For what the server answers as a file rather than as JSON. */
export async function postForText(path: string, body: unknown): Promise<string> {
  return (await write('POST', path, body)).text()
}

export async function put<T>(path: string, body: unknown): Promise<T> {
  return bodyOf<T>(await write('PUT', path, body))
}

/** What it answers is read although nobody needs it: until then the browser keeps the connection. */
export async function remove(path: string, body?: unknown): Promise<void> {
  await (await write('DELETE', path, body)).arrayBuffer()
}
