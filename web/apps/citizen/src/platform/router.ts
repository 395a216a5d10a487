import { nextTick, shallowRef } from 'vue'

/** The few addresses of the app, without a library: history, links and the focus after a move. */

export interface Route {
  page: string
  /** What stands behind the page in the address: the code of a report. */
  id: string
  query: URLSearchParams
}

const BASE = '/m'

export function routeOf(path: string, search: string): Route {
  const [page = '', id = ''] = path.slice(BASE.length).split('/').filter(Boolean)
  return { page: page || 'home', id: decodeURIComponent(id), query: new URLSearchParams(search) }
}

export const route = shallowRef<Route>(routeOf(location.pathname, location.search))

function arrive(): void {
  route.value = routeOf(location.pathname, location.search)
}

/** After a move the reader stands at the top of the new page, and so does a screen reader. */
async function settle(): Promise<void> {
  await nextTick()
  scrollTo(0, 0)
  document.getElementById('main')?.focus({ preventScroll: true })
}

/** @param to an address inside the app: `/report`. */
export function go(to: string, replace = false): void {
  if (replace) history.replaceState(null, '', BASE + to)
  else history.pushState(null, '', BASE + to)
  arrive()
  void settle()
}

/** Keeps what is asked in the address without moving anywhere. */
export function keep(query: Record<string, string>): void {
  const asked = new URLSearchParams(route.value.query)
  for (const [name, value] of Object.entries(query)) asked.set(name, value)
  history.replaceState(null, '', `${location.pathname}?${asked.toString()}`)
  arrive()
}

export function href(to: string): string {
  return BASE + to
}

function onClick(event: MouseEvent): void {
  const link = (event.target as Element).closest('a')
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
  if (!link || !plain || event.defaultPrevented || link.target || link.hash) return
  if (link.origin !== location.origin || !link.pathname.startsWith(`${BASE}/`)) return
  event.preventDefault()
  go(link.pathname.slice(BASE.length) + link.search)
}

export function startRouter(): void {
  addEventListener('popstate', arrive)
  document.addEventListener('click', onClick)
}
