// Shows what the server says while the desk is closed. It keeps nothing and stands before no request.
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('push', (event) => {
  const { id = 0, title = 'Gewu', body = '' } = event.data ? event.data.json() : {}
  event.waitUntil(self.registration.showNotification(title, { body, tag: String(id), icon: '/m/icon-192.png' }))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(
    self.clients.matchAll({ type: 'window', includeUncontrolled: true }).then((open) => {
      const desk = open.find(({ url }) => new URL(url).pathname.startsWith('/desk/'))
      return desk ? desk.focus() : self.clients.openWindow('/desk/cases?view=mine')
    }),
  )
})
