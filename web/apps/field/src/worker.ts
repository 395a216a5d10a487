import { ExpirationPlugin } from 'workbox-expiration'
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { CacheFirst, NetworkFirst } from 'workbox-strategies'

// Keeps the app and the map on the phone. What a person makes never passes through here: it lies
// in the store of the page, which alone knows when the server has it.

declare const __KEPT_FILES__: PrecacheEntry[]

interface Window {
  url: string
  focus(): Promise<unknown>
}

const worker = self as unknown as {
  skipWaiting(): Promise<void>
  registration: { showNotification(title: string, options: object): Promise<void> }
  clients: {
    claim(): Promise<void>
    matchAll(wish: object): Promise<Window[]>
    openWindow(address: string): Promise<unknown>
  }
}

interface Happening {
  waitUntil(work: Promise<unknown>): void
}

const MOST_TILES = 4_000
const MOST_CASE_TILES = 200
const CASES_WAIT_SECONDS = 4

/** An empty tile (204) is an answer too. */
const whatSucceeded = {
  cacheWillUpdate: async ({ response }: { response: Response }) => (response.ok ? response : null),
}
/** Whoever asks, a tile is a tile. */
const matchOptions = { ignoreVary: true }

precacheAndRoute(__KEPT_FILES__)
cleanupOutdatedCaches()
registerRoute(new NavigationRoute(createHandlerBoundToURL('/field/index.html')))
registerRoute(
  ({ url }) => url.pathname.startsWith('/tiles/cases/'),
  new NetworkFirst({
    cacheName: 'gewu-case-tiles',
    networkTimeoutSeconds: CASES_WAIT_SECONDS,
    matchOptions,
    plugins: [whatSucceeded, new ExpirationPlugin({ maxEntries: MOST_CASE_TILES, matchOptions })],
  }),
)
registerRoute(
  ({ url }) => url.pathname.startsWith('/tiles/'),
  new CacheFirst({
    cacheName: 'gewu-tiles',
    matchOptions,
    plugins: [whatSucceeded, new ExpirationPlugin({ maxEntries: MOST_TILES, matchOptions })],
  }),
)

// A first worker takes the page over at once; a later one waits until the person agrees.
self.addEventListener('activate', (event) => (event as unknown as Happening).waitUntil(worker.clients.claim()))
self.addEventListener('message', ({ data }: MessageEvent) => {
  if (data === 'SKIP_WAITING') void worker.skipWaiting()
})

// A task for whoever was drawn. The app looks for its tasks by itself when it comes to the front, so nobody is taken out of a form.
self.addEventListener('push', (event) => {
  const pushed = event as unknown as Happening & { data: { json(): { id?: number; title?: string; body?: string } } | null }
  const { id = 0, title = '', body = '' } = pushed.data?.json() ?? {}
  pushed.waitUntil(worker.registration.showNotification(title, { body, tag: String(id), icon: '/field/icon-192.png' }))
})

self.addEventListener('notificationclick', (event) => {
  const clicked = event as unknown as Happening & { notification: { close(): void } }
  clicked.notification.close()
  clicked.waitUntil(
    worker.clients.matchAll({ type: 'window' }).then((open) => open[0]?.focus() ?? worker.clients.openWindow('/field/tasks')),
  )
})
