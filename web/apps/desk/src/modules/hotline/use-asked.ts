import { onBeforeUnmount, shallowRef, watch, type ShallowRef } from 'vue'
import { asProblem, type ApiProblem } from '@shared/api/problem'

const PAUSE_MS = 250

/**
 * Asks the server whenever what was typed rests for a moment. A new question cancels the one
 * before; no question (undefined) gives no answer.
 */
export function useAsked<Q, A>(question: () => Q | undefined, ask: (question: Q, signal: AbortSignal) => Promise<A>, none: A) {
  const answer: ShallowRef<A> = shallowRef(none)
  const problem = shallowRef<ApiProblem | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: AbortController | undefined

  function stop(): void {
    clearTimeout(timer)
    running?.abort()
  }

  async function now(asked: Q): Promise<void> {
    const mine = new AbortController()
    running = mine
    try {
      const said = await ask(asked, mine.signal)
      if (mine.signal.aborted) return
      answer.value = said
      problem.value = null
    } catch (thrown) {
      if (mine.signal.aborted) return
      answer.value = none
      problem.value = asProblem(thrown)
    }
  }

  watch(
    question,
    (asked) => {
      stop()
      if (asked === undefined) {
        answer.value = none
        problem.value = null
        return
      }
      timer = setTimeout(() => void now(asked), PAUSE_MS)
    },
    { deep: true },
  )
  onBeforeUnmount(stop)

  return { answer, problem }
}
