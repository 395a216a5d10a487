import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import { get } from '@shared/api/http'
import type { CasePage, CaseRow } from '@shared/api/types'
import { useWork } from '@desk/platform/use-work'
import type { ListQuery } from './list-query'

const PAGE_SIZE = 50

/** The list that the address asks for, page after page by key. */
export function useCaseList(query: Ref<ListQuery>) {
  const { busy, problem, run } = useWork()
  const rows = shallowRef<CaseRow[]>([])
  const next = ref<string | null>(null)
  const loaded = ref(false)
  let asking: AbortController | null = null

  async function fetchPage(cursor: string | null): Promise<CasePage | undefined> {
    asking?.abort()
    const mine = new AbortController()
    asking = mine
    const page = await run(() =>
      get<CasePage>('/api/cases', { ...query.value, cursor, limit: PAGE_SIZE }, mine.signal),
    )
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
    const known = new Set(rows.value.map((row) => row.id))
    rows.value = [...rows.value, ...page.items.filter((row) => !known.has(row.id))]
    next.value = page.next ?? null
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

  return { rows, hasMore: computed(() => next.value !== null), loaded, busy, problem, reload, more }
}
