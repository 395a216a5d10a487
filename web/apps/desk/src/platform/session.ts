import { computed, shallowRef } from 'vue'
import { get, post, put, remove } from '@shared/api/http'
import { ApiProblem } from '@shared/api/problem'
import type { Session } from '@shared/api/types'

const current = shallowRef<Session | null>(null)
let asked: Promise<Session | null> | null = null

/** Who is signed in, as the server knows it. */
export const account = computed(() => current.value?.account ?? null)
export const mustChangePassword = computed(() => current.value?.mustChangePassword ?? false)

/** Posts whose work it is to report; the server has the last word, the menu only spares a vain click. */
const REPORTERS = ['SUPERVISOR', 'INTAKE_CLERK', 'CHECKER']

export const mayReport = computed(() => account.value?.posts.some((post) => REPORTERS.includes(post)) ?? false)

/** Asks once who is signed in; null when nobody is. */
export function loadSession(): Promise<Session | null> {
  asked ??= get<Session>('/api/session')
    .then((session) => (current.value = session))
    .catch((thrown: unknown) => {
      if (thrown instanceof ApiProblem && thrown.status === 401) return null
      asked = null
      throw thrown
    })
  return asked
}

export async function signIn(username: string, password: string): Promise<Session> {
  const session = await post<Session>('/api/session', { username, password })
  current.value = session
  asked = Promise.resolve(session)
  return session
}

export async function signOut(): Promise<void> {
  await remove('/api/session')
  forgetSession()
}

export function forgetSession(): void {
  current.value = null
  asked = Promise.resolve(null)
}

export async function changePassword(old: string, next: string): Promise<void> {
  await put<void>('/api/session/password', { current: old, next })
  if (current.value) current.value = { ...current.value, mustChangePassword: false }
}
