import { ref } from 'vue'

/** Whether the phone says it has a network; the outbox finds out whether the server answers. */
export const online = ref(navigator.onLine)

addEventListener('online', () => (online.value = true))
addEventListener('offline', () => (online.value = false))
