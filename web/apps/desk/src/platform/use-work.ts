import { ref, shallowRef } from 'vue'
import { ApiProblem, asProblem } from '@shared/api/problem'

/** One piece of work against the server: whether it runs, and what stood in its way. */
export function useWork() {
  const busy = ref(false)
  const problem = shallowRef<ApiProblem | null>(null)

  /** Runs the work; answers its result, or undefined when a problem was met (and is shown). */
  async function run<T>(work: () => Promise<T>): Promise<T | undefined> {
    busy.value = true
    problem.value = null
    try {
      return await work()
    } catch (thrown) {
      if (!(thrown instanceof DOMException && thrown.name === 'AbortError')) problem.value = asProblem(thrown)
      return undefined
    } finally {
      busy.value = false
    }
  }

  return { busy, problem, run }
}
