import { asProblem, problemOf, unreachable } from '@shared/api/problem'

type QueryValue = string | number | boolean | undefined | null

const PATIENCE_MS = 30_000
// A photo over a poor network takes minutes, not half of one.
const PATIENCE_WITH_PHOTO_MS = 240_000

function withQuery(path: string, query: Record<string, QueryValue>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

async function send<T>(path: string, request: RequestInit): Promise<T> {
  // A street has dead corners: a request that hangs is one that did not arrive.
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), request.body instanceof FormData ? PATIENCE_WITH_PHOTO_MS : PATIENCE_MS)
  try {
    const response = await fetch(path, {
      credentials: 'same-origin',
      ...request,
      headers: { Accept: 'application/json', ...request.headers },
      signal: patience.signal,
    }).catch(() => {
      throw unreachable()
    })
    if (!response.ok) throw await problemOf(response)
    const text = await response.text().catch(() => {
      throw unreachable()
    })
    return (text ? JSON.parse(text) : undefined) as T
  } catch (thrown) {
    throw asProblem(thrown)
  } finally {
    clearTimeout(timer)
  }
}

export function get<T>(path: string, query: Record<string, QueryValue> = {}): Promise<T> {
  return send<T>(withQuery(path, query), {})
}

export function post<T>(path: string, body: unknown): Promise<T> {
  if (body instanceof FormData) return send<T>(path, { method: 'POST', body })
  return send<T>(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
}
