import { onBeforeUnmount, ref, type Ref } from 'vue'

/** Whether the page is as narrow as a phone, where list and map take turns. */
export function useNarrow(): Ref<boolean> {
  const query = matchMedia('(max-width: 860px)')
  const narrow = ref(query.matches)
  const follow = (): void => {
    narrow.value = query.matches
  }
  query.addEventListener('change', follow)
  onBeforeUnmount(() => query.removeEventListener('change', follow))
  return narrow
}
