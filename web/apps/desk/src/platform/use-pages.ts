import { ref, shallowRef, watch, type ComputedRef } from 'vue'
import type { Page } from '@shared/api/types'
import { useWork } from './use-work'

/** Rows that come a page at a time, begun anew when what is asked for changes. */
export function usePages<Asked, Answer extends Page<unknown>>(
  asked: ComputedRef<Asked>,
  fetch: (asked: Asked, cursor: string | null) => Promise<Answer>,
  told: (answer: Answer) => void,
) {
  const { busy, problem, run } = useWork()
  const rows = shallowRef<Answer['items']>([])
  const next = ref<string | null>(null)
  const loaded = ref(false)

  async function load(cursor: string | null): Promise<void> {
    const now = asked.value
    const page = await run(() => fetch(now, cursor))
    if (!page || now !== asked.value) return
    rows.value = cursor ? [...rows.value, ...page.items] : page.items
    next.value = page.next ?? null
    told(page)
    loaded.value = true
  }

  watch(
    () => JSON.stringify(asked.value),
    () => {
      rows.value = []
      loaded.value = false
      void load(null)
    },
    { immediate: true },
  )

  return { busy, problem, rows, next, loaded, load }
}
