// Opens the app where there is no network. Parts with a hash in their name never change and come out
// of the cache; the page is asked for anew and comes out of the cache only when nobody answers.
// What the server tells is never kept here, and a report is sent by the page, not by this worker.
const CACHE = 'gewu-citizen-1'
const PAGE = '/m/'
const MOST = 80

self.addEventListener('install', (event) => {
  event.waitUntil(shell())
  self.skipWaiting()
})

// The page and what it names; the other parts are kept as they are asked for.
async function shell() {
  const cache = await caches.open(CACHE)
  const fresh = await fetch(PAGE)
  if (!fresh.ok) throw new Error(`the page answered ${fresh.status}`)
  const named = (await fresh.clone().text()).match(/\/m\/assets\/[^"]+/g) ?? []
  await cache.put(PAGE, fresh)
  await cache.addAll(named)
}

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith('gewu-citizen-') && name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

async function part(request) {
  const cache = await caches.open(CACHE)
  const kept = await cache.match(request)
  if (kept) return kept
  const fresh = await fetch(request)
  if (fresh.ok) {
    await cache.put(request, fresh.clone())
    // Builds of the past go first.
    const keys = await cache.keys()
    if (keys.length > MOST) await cache.delete(keys.find(({ url }) => url.includes('/assets/')))
  }
  return fresh
}

async function page(request) {
  const cache = await caches.open(CACHE)
  try {
    const fresh = await fetch(request)
    if (fresh.ok) await cache.put(PAGE, fresh.clone())
    return fresh
  } catch (unreachable) {
    const kept = await cache.match(PAGE)
    if (kept) return kept
    throw unreachable
  }
}

// Parts that the page fetched before this worker stood between it and the network.
async function keepAll(addresses) {
  const cache = await caches.open(CACHE)
  for (const address of addresses) if (!(await cache.match(address))) await cache.add(address)
}

self.addEventListener('message', (event) => event.waitUntil(keepAll(event.data)))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (url.pathname.startsWith('/m/assets/')) event.respondWith(part(request))
  else if (request.mode === 'navigate' && url.pathname.startsWith('/m/')) event.respondWith(page(request))
})

// Shows how a report goes on while the page is closed; what it says names nobody.
self.addEventListener('push', (event) => {
  const { id = 0, title = '', body = '' } = event.data ? event.data.json() : {}
  event.waitUntil(self.registration.showNotification(title, { body, tag: String(id), icon: '/m/icon-192.png' }))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(self.clients.openWindow('/m/follow'))
})
