import { ref } from 'vue'
import { serverNow } from '@shared/api/http'

const STEP_MS = 15_000

/** The present moment by the server's clock, moving on by itself. */
export const now = ref(serverNow())

setInterval(() => (now.value = serverNow()), STEP_MS)
