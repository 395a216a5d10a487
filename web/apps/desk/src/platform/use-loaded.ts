import { onMounted, shallowRef } from 'vue'
import { useWork } from './use-work'

/** One answer of the server, asked for when the page opens and again on demand. */
export function useLoaded<T>(ask: () => Promise<T>) {
  const { busy, problem, run } = useWork()
  const value = shallowRef<T | null>(null)

  async function load(): Promise<void> {
    const answer = await run(ask)
    if (answer !== undefined) value.value = answer
  }

  onMounted(load)
  return { value, busy, problem, load }
}
