/** Lets a closed page be woken by the server. Nobody is asked for leave before they press the button. */

export interface WakeKeys {
  endpoint: string
  p256dh: string
  auth: string
}

/** `silent`: the push service of the browser does not answer, as where it is shut out. */
export type WakeState = 'unsupported' | 'denied' | 'off' | 'on' | 'silent'

/** Browsers of WeChat and old ones cannot be woken; then no button is shown. */
export function canWake(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
}

async function worker(scope: string): Promise<ServiceWorkerRegistration | undefined> {
  return navigator.serviceWorker.getRegistration(scope)
}

export async function wakeState(scope: string): Promise<WakeState> {
  if (!canWake()) return 'unsupported'
  if (Notification.permission === 'denied') return 'denied'
  const subscribed = await (await worker(scope))?.pushManager.getSubscription()
  return subscribed && Notification.permission === 'granted' ? 'on' : 'off'
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

function keysOf(subscription: PushSubscription): WakeKeys {
  const { endpoint, keys = {} } = subscription.toJSON()
  return { endpoint: endpoint ?? '', p256dh: keys.p256dh ?? '', auth: keys.auth ?? '' }
}

/**
 * Asks for leave and subscribes; call it on a click.
 *
 * @param script of the worker that shows what comes, in its own scope
 * @param fetchKey the server's public key
 * @param tell takes the browser's keys to the server; when that fails, nothing stays subscribed
 */
export async function startWaking(
  script: string,
  scope: string,
  fetchKey: () => Promise<string>,
  tell: (keys: WakeKeys) => Promise<unknown>,
): Promise<WakeState> {
  if (!canWake()) return 'unsupported'
  if ((await Notification.requestPermission()) !== 'granted') return Notification.permission === 'denied' ? 'denied' : 'off'
  await navigator.serviceWorker.register(script, { scope })
  const registration = (await worker(scope)) ?? (await navigator.serviceWorker.ready)
  await active(registration)
  const applicationServerKey = bytes(await fetchKey())
  const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey }).catch(() => null)
  if (!subscription) return 'silent'
  try {
    await tell(keysOf(subscription))
  } catch (thrown) {
    await subscription.unsubscribe()
    throw thrown
  }
  return 'on'
}

/** A worker that is just being installed takes no subscription yet. */
async function active({ installing, waiting }: ServiceWorkerRegistration): Promise<void> {
  const coming = installing ?? waiting
  if (!coming || coming.state === 'activated') return
  await new Promise<void>((done) => {
    coming.addEventListener('statechange', () => {
      if (coming.state === 'activated' || coming.state === 'redundant') done()
    })
  })
}

/** This browser is left in peace; the server forgets it when it next tries. */
export async function stopWaking(scope: string): Promise<void> {
  await (await (await worker(scope))?.pushManager.getSubscription())?.unsubscribe()
}
