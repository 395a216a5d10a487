import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import type { Page } from '@shared/api/types'
import { useWork } from './use-work'

/** The server gives no longer page. */
const LONGEST_PAGE = 200

/** @param atLeast how many rows are wanted; the page may be longer or shorter */
type Fetch<Q, T> = (query: Q, cursor: string | null, signal: AbortSignal, atLeast: number) => Promise<Page<T>>

/** The list that the address asks for, page after page by key; a newer question drops the older. */
export function usePaged<Q, T extends object>(query: Ref<Q>, fetch: Fetch<Q, T>, keyOf: (row: T) => unknown) {
  const { busy, problem, run } = useWork()
  const rows = shallowRef<T[]>([])
  const next = ref<string | null>(null)
  const loaded = ref(false)
  let asking: AbortController | null = null

  async function fetchPage(cursor: string | null): Promise<Page<T> | undefined> {
    asking?.abort()
    const mine = new AbortController()
    asking = mine
    const page = await run(() => fetch(query.value, cursor, mine.signal, 0))
    return mine.signal.aborted ? undefined : page
  }

  /** Starts from the top. */
  async function reload(): Promise<void> {
    const page = await fetchPage(null)
    if (!page) return
    rows.value = page.items
    next.value = page.next ?? null
    loaded.value = true
  }

  async function more(): Promise<void> {
    if (!next.value) return
    const page = await fetchPage(next.value)
    if (!page) return
    const known = new Set(rows.value.map(keyOf))
    rows.value = [...rows.value, ...page.items.filter((row) => !known.has(keyOf(row)))]
    next.value = page.next ?? null
  }

  /** Asks again for what is shown, quietly: a failure leaves the list as it is. */
  async function refresh(show: (change: () => void) => Promise<void>): Promise<void> {
    if (!loaded.value || busy.value) return
    asking?.abort()
    const mine = new AbortController()
    asking = mine
    const wanted = Math.min(rows.value.length, LONGEST_PAGE)
    const page = await fetch(query.value, null, mine.signal, wanted).catch(() => undefined)
    if (!page || mine.signal.aborted) return
    const fresh = new Set(page.items.map(keyOf))
    const tail = page.next ? rows.value.slice(LONGEST_PAGE).filter((row) => !fresh.has(keyOf(row))) : []
    await show(() => {
      rows.value = [...page.items, ...tail]
      if (tail.length === 0) next.value = page.next ?? null
    })
  }

  watch(
    () => JSON.stringify(query.value),
    () => {
      loaded.value = false
      rows.value = []
      next.value = null
      void reload()
    },
    { immediate: true },
  )

  return { rows, hasMore: computed(() => next.value !== null), loaded, busy, problem, reload, refresh, more }
}
