import { shallowRef, watch, type Ref } from 'vue'
import { get } from '@shared/api/http'
import type { CaseFile } from '@shared/api/types'
import { useWork } from '@desk/platform/use-work'

/** One case in full, following the id; the last one stays in sight until the next is there. */
export function useCaseFile(id: Ref<number | null>) {
  const { busy, problem, run } = useWork()
  const file = shallowRef<CaseFile | null>(null)
  let asking: AbortController | null = null

  async function reload(): Promise<void> {
    asking?.abort()
    const wanted = id.value
    if (wanted === null) {
      file.value = null
      return
    }
    const mine = new AbortController()
    asking = mine
    const answer = await run(() => get<CaseFile>(`/api/cases/${wanted}`, {}, mine.signal))
    if (mine.signal.aborted) return
    file.value = answer ?? (file.value?.id === wanted ? file.value : null)
  }

  watch(id, reload, { immediate: true })
  return { file, busy, problem, reload }
}
