import { computed, onMounted } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'
import type { SavedView } from '@shared/api/saved-views'
import { announce } from '@desk/platform/announce'
import { changed, textOf } from '@desk/platform/query'
import { readColumns, remember, remembered, writeColumns, type Column } from './list-columns'
import { loadSavedViews, savedViews } from './saved-views'

/** The list that was kept and is open now, with its columns, as the address says. */
export function useKeptView() {
  const { t } = useI18n()
  const route = useRoute()
  const router = useRouter()

  const current = computed(() => savedViews.value.find(({ id }) => String(id) === textOf(route.query, 'saved')) ?? null)
  const columns = computed(() => {
    const named = readColumns(textOf(route.query, 'columns'))
    return named.length > 0 ? named : remembered.value
  })

  function open(view: SavedView): void {
    const laidOut = writeColumns(readColumns(view.columns.join(',')))
    void router.push({ query: { ...view.asked, ...(laidOut && { columns: laidOut }), saved: String(view.id) } })
  }

  async function afterSaving(view: SavedView): Promise<void> {
    await loadSavedViews()
    announce(t('savedViews.saved', { name: view.name }))
    // The same list as before, so the case that is read stays.
    void router.replace({ query: changed(route.query, { saved: String(view.id), columns: writeColumns(readColumns(view.columns.join(','))) }) })
  }

  async function afterRemoving(): Promise<void> {
    announce(t('savedViews.removed', { name: current.value?.name ?? '' }))
    await loadSavedViews()
    void router.replace({ query: changed(route.query, { saved: '' }) })
  }

  /** Columns chosen by hand are remembered, and are no longer those of the kept list. */
  function layOut(chosen: readonly Column[]): void {
    remember(chosen)
    void router.replace({ query: changed(route.query, { columns: '', saved: '' }) })
  }

  /** The address of a kept list may be its number alone. */
  onMounted(async () => {
    await loadSavedViews()
    const asked = Object.keys(route.query).filter((name) => name !== 'saved' && name !== 'case')
    if (current.value && asked.length === 0) open(current.value)
  })

  return { current, columns, open, afterSaving, afterRemoving, layOut }
}
