import { computed, type ComputedRef, type WritableComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { serverNow } from '@shared/api/http'
import { monthOf } from '@shared/i18n/format'
import { isMonth } from '@desk/modules/assessment/figures'
import { changed, textOf } from './query'
import { cityZone } from './reference'

/** The month that a page is about, kept in its address; the city's month when that names none. */
export function useMonth(): { period: WritableComputedRef<string>; latest: ComputedRef<string> } {
  const route = useRoute()
  const router = useRouter()
  const latest = computed(() => monthOf(serverNow(), cityZone()))
  const period = computed({
    get: () => (isMonth(textOf(route.query, 'period')) ? textOf(route.query, 'period') : latest.value),
    set: (month: string) => void router.push({ query: changed(route.query, { period: month }) }),
  })
  return { period, latest }
}

/** The day that a page shows everything as of, kept in its address; empty for now. */
export function useAsOf(): WritableComputedRef<string> {
  const route = useRoute()
  const router = useRouter()
  return computed({
    get: () => textOf(route.query, 'asOf'),
    set: (day: string) => void router.push({ query: changed(route.query, { asOf: day }) }),
  })
}
