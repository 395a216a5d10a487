import { ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { asProblem, type ApiProblem } from '@shared/api/problem'

/** What a page asks the server for, again whenever the question changes; null asks nothing. */
export function useLoaded<Q, A>(
  question: () => Q | null,
  ask: (question: Q) => Promise<A>,
): { answer: ShallowRef<A | null>; problem: ShallowRef<ApiProblem | null>; loading: Ref<boolean>; again: () => void } {
  const answer = shallowRef<A | null>(null)
  const problem = shallowRef<ApiProblem | null>(null)
  const loading = ref(false)
  let turn = 0

  async function load(): Promise<void> {
    const mine = ++turn
    const asked = question()
    loading.value = asked !== null
    if (asked === null) return
    try {
      const found = await ask(asked)
      if (mine !== turn) return
      answer.value = found
      problem.value = null
    } catch (thrown) {
      if (mine === turn) problem.value = asProblem(thrown)
    } finally {
      if (mine === turn) loading.value = false
    }
  }

  watch(() => JSON.stringify(question()), () => void load(), { immediate: true })
  return { answer, problem, loading, again: () => void load() }
}
