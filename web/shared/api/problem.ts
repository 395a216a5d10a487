/** Why the server, or the way to it, said no: an RFC 9457 problem with our code and advice. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly advice: string
  readonly incident: string

  constructor(parts: { status: number; code: string; detail?: string; advice?: string; incident?: string }) {
    super(parts.detail || parts.code)
    this.name = 'ApiProblem'
    this.status = parts.status
    this.code = parts.code
    this.detail = parts.detail ?? ''
    this.advice = parts.advice ?? ''
    this.incident = parts.incident ?? ''
  }

  /** The values of the detail, which stand in parentheses: "Case (JM-1) is closed." gives JM-1. */
  get values(): string[] {
    return [...this.detail.matchAll(/\(([^()]*)\)/g)].map((match) => match[1] ?? '')
  }
}

/** The server could not be reached at all. */
export const UNREACHABLE = 'network.unreachable'

export function unreachable(): ApiProblem {
  return new ApiProblem({ status: 0, code: UNREACHABLE })
}

/** Any thrown value as a problem that can be shown. */
export function asProblem(thrown: unknown): ApiProblem {
  if (thrown instanceof ApiProblem) return thrown
  return new ApiProblem({ status: 0, code: 'page.broken', detail: String(thrown) })
}

/** Reads the problem out of a refused answer, whatever stood in front of the server wrote it. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => ({}))
  const text = (key: string): string => {
    if (typeof body !== 'object' || body === null) return ''
    const value = (body as Record<string, unknown>)[key]
    return typeof value === 'string' ? value : ''
  }
  return new ApiProblem({
    status: response.status,
    code: text('code') || `http.${response.status}`,
    detail: text('detail'),
    advice: text('advice'),
    incident: text('incident'),
  })
}
