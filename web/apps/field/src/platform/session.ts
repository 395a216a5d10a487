import { computed, shallowRef } from 'vue'
import { post, remove, useBearer } from '@shared/api/http'
import { getSession, putPassword, startSession, type Session } from '@shared/api/signin'
import { askToStay, keep, kept, shelf } from './store'

/** Who uses this phone; known without the network once signed in. */
export interface Person {
  id: string
  name: string
  department: string
}

interface Pass {
  person: Person
  device: string
  token: string
}

const pass = shallowRef<Pass | null>(null)
const refused = shallowRef(false)
let signingIn = false

export const person = computed<Person | null>(() => pass.value?.person ?? null)
/** The server no longer takes the token of this phone; what waits stays until somebody signs in again. */
export const signedOutByServer = computed(() => refused.value)

export async function startSessionOfPhone(): Promise<void> {
  pass.value = (await kept<Pass>('pass')) ?? null
  useBearer(() => (signingIn ? null : (pass.value?.token ?? null)))
}

/** Told with every answer that says something of the token. */
export function serverRefusesPass(refuses: boolean): void {
  refused.value = refuses
}

export type SignInStep = 'done' | 'password'

/** Opens a session; what the account still owes before anything else is the next step. */
export async function signIn(username: string, password: string, code: string): Promise<SignInStep> {
  return asBrowser(async () => {
    const session = await startSession(username, password, code || undefined)
    if (session.mustChangePassword) return 'password'
    await register(session)
    return 'done'
  })
}

export async function changePassword(current: string, next: string): Promise<void> {
  await asBrowser(async () => {
    await putPassword(current, next)
    await register(await getSession())
  })
}

/** With the session of the browser, whatever token the phone had before. */
async function asBrowser<T>(work: () => Promise<T>): Promise<T> {
  signingIn = true
  try {
    return await work()
  } finally {
    signingIn = false
  }
}

/** The session ends with the browser; the phone gets a token of its own, for days without a network. */
async function register(session: Session): Promise<void> {
  const { code } = await post<{ code: string }>('/api/devices/invitations', {})
  const { id, token } = await post<{ id: string; token: string }>('/api/devices', { code, name: phoneName() })
  const { account } = session
  const next: Pass = {
    person: { id: account.id, name: account.displayName, department: account.department ?? '' },
    device: id,
    token,
  }
  const before = await kept<Pass>('pass')
  if (before && before.person.id !== next.person.id) await forgetServer()
  await keep('pass', next)
  await askToStay()
  refused.value = false
  // Whoever waits for the person asks at once, and with the token.
  signingIn = false
  pass.value = next
}

/** What was fetched for somebody else is not for the one who comes next; what waits to be sent stays. */
async function forgetServer(): Promise<void> {
  await shelf.transaction('rw', shelf.kept, shelf.pictures, async () => {
    await shelf.kept.clear()
    await shelf.pictures.clear()
  })
}

/** Ends the token of the phone and empties the store. */
export async function signOut(): Promise<void> {
  await remove('/api/session')
  pass.value = null
  await shelf.delete()
  await shelf.open()
}

function phoneName(): string {
  const system = /Android [\d.]+|iPhone|iPad|Windows|Mac OS X|Linux/.exec(navigator.userAgent)?.[0] ?? ''
  return `Gewu field ${system}`.trim()
}
