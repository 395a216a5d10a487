import { computed, shallowRef } from 'vue'
import type { RouteLocationNamedRaw } from 'vue-router'
import { ApiProblem } from '@shared/api/problem'
import { endSession, getSession, putPassword, startSession, type Right, type Session } from '@shared/api/signin'

const current = shallowRef<Session | null>(null)
let asked: Promise<Session | null> | null = null

/** Who is signed in, as the server knows it. */
export const account = computed(() => current.value?.account ?? null)
export const rights = computed<readonly Right[]>(() => current.value?.rights ?? [])
export const hasSecondFactor = computed(() => current.value?.secondFactor ?? false)
export const mustChangePassword = computed(() => current.value?.mustChangePassword ?? false)
export const mustSetUpSecondFactor = computed(() => current.value?.mustSetUpSecondFactor ?? false)
const mustEnterSecondFactor = computed(() => current.value?.mustEnterSecondFactor ?? false)

/** Until these are done the server answers nothing else. */
export const unready = computed(() => mustEnterSecondFactor.value || mustChangePassword.value || mustSetUpSecondFactor.value)

export function may(right: Right): boolean {
  return rights.value.includes(right)
}

/** Whether the person works for a unit that handles cases. */
export const handles = computed(() => current.value?.account.posts.includes('HANDLER') ?? false)

/** The page each right begins its day on, the commonest first. */
const STARTS: readonly [Right, string][] = [
  ['READ_CASES', 'cases'],
  ['READ_AUDIT', 'audit'],
  ['MANAGE_AUTHORITY', 'authority'],
  ['READ_PEOPLE', 'people'],
  ['REPORT_PROBLEMS', 'report'],
]

/** Where the person is at home: first what must be done, then the page of their work. */
export function startPage(): RouteLocationNamedRaw {
  if (mustEnterSecondFactor.value) return { name: 'code' }
  if (mustChangePassword.value) return { name: 'password' }
  if (mustSetUpSecondFactor.value) return { name: 'second-factor' }
  if (handles.value && current.value?.account.posts.length === 1) return { name: 'department' }
  const [, name] = STARTS.find(([right]) => may(right)) ?? ['BASICS', 'account']
  return { name }
}

/** Asks once who is signed in; null when nobody is. */
export function loadSession(): Promise<Session | null> {
  asked ??= getSession()
    .then((session) => (current.value = session))
    .catch((thrown: unknown) => {
      if (thrown instanceof ApiProblem && thrown.status === 401) return null
      asked = null
      throw thrown
    })
  return asked
}

/** Asks again, after something about the account has changed. */
export async function refreshSession(): Promise<void> {
  asked = null
  await loadSession()
}

export async function signIn(username: string, password: string, code?: string): Promise<Session> {
  const session = await startSession(username, password, code)
  current.value = session
  asked = Promise.resolve(session)
  return session
}

export async function signOut(): Promise<void> {
  await endSession()
  forgetSession()
}

export function forgetSession(): void {
  current.value = null
  asked = Promise.resolve(null)
}

export async function changePassword(old: string, next: string): Promise<void> {
  await putPassword(old, next)
  await refreshSession()
}
