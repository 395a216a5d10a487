import { onBeforeUnmount, onMounted } from 'vue'
import { listMove, needsLines, type ListMove } from './list-keys'

const TYPING = 'input:not([type=checkbox]), textarea, select, [contenteditable], .city-map, [role=dialog]'

/** Hears the keys of the list wherever on the page they are pressed; where something is typed they are left alone. */
export function useListKeys(hasLines: () => boolean, follow: (move: ListMove, inList: boolean) => void): void {
  function onKey(event: KeyboardEvent): void {
    const at = event.target as HTMLElement
    const inList = at.closest('tr[data-case]') !== null
    const move = event.defaultPrevented ? null : listMove(event, at.closest(TYPING) !== null, inList)
    if (!move || (needsLines(move) && !hasLines())) return
    event.preventDefault()
    follow(move, inList)
  }

  onMounted(() => document.addEventListener('keydown', onKey))
  onBeforeUnmount(() => document.removeEventListener('keydown', onKey))
}
