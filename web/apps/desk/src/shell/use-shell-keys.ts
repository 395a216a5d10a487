import { onBeforeUnmount, onMounted } from 'vue'
import { router } from '@desk/platform/router'
import { unready } from '@desk/platform/session'
import { goKeys } from './go-keys'

const TYPING = 'input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog]'

/** Keys of every page: G and a letter lead away, `/` to the search, `?` to the sheet of keys. */
export function useShellKeys(search: () => void, help: () => void): void {
  const go = goKeys()

  function onKey(event: KeyboardEvent): void {
    if (unready.value || event.ctrlKey || event.metaKey || event.altKey || event.key.length > 1) return
    if ((event.target as HTMLElement | null)?.closest(TYPING)) return
    const way = go(event.key.toLowerCase(), event.timeStamp)
    if (!way && event.key !== '/' && event.key !== '?') return
    event.preventDefault()
    if (way && way !== 'waiting') void router.push(way.to)
    else if (!way && event.key === '?') help()
    else if (!way) search()
  }

  // Before the keys of the page that is open: they leave alone what was taken here.
  onMounted(() => document.addEventListener('keydown', onKey, { capture: true }))
  onBeforeUnmount(() => document.removeEventListener('keydown', onKey, { capture: true }))
}
