import { ref } from 'vue'

const SHOWN_MS = 6_000

/** The last thing done, told to eyes and to screen readers alike. */
export const announcement = ref('')

let timer: ReturnType<typeof setTimeout> | undefined

export function announce(words: string): void {
  announcement.value = words
  clearTimeout(timer)
  timer = setTimeout(() => (announcement.value = ''), SHOWN_MS)
}
