/** Registers the worker of an app. A new version waits until `apply` is called. */
export async function registerWorker(base: string, onUpdate: (apply: () => void) => void): Promise<void> {
  // Without https, and in some browsers inside other apps, there is none.
  if (!('serviceWorker' in navigator)) return
  const registration = await navigator.serviceWorker.register(`${base}sw.js`, { scope: base })
  let accepted = false
  const ask = (worker: ServiceWorker): void =>
    onUpdate(() => {
      accepted = true
      worker.postMessage('SKIP_WAITING')
    })
  const watch = (worker: ServiceWorker | null): void =>
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && navigator.serviceWorker.controller) ask(worker)
    })
  if (registration.waiting && navigator.serviceWorker.controller) ask(registration.waiting)
  // It may be installing already when the registration comes back.
  watch(registration.installing)
  registration.addEventListener('updatefound', () => watch(registration.installing))
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (accepted) location.reload()
  })
  setInterval(() => void registration.update().catch(() => undefined), 30 * 60_000)
}
