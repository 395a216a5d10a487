import { ref, shallowRef } from 'vue'
import { newIdempotencyKey, post } from '@shared/api/http'
import type { Question, Reported } from '@shared/api/types'
import { loadCounts } from '@desk/modules/casework/counts'
import { answersOf, reporterOf } from '@desk/modules/report/report-form'
import { useWork } from '@desk/platform/use-work'
import { descriptionOf, type Call } from './hotline-form'

/**
 * Reports what a caller told and accepts it, or merges it into the case of the same problem, in one go. Tried again after a failure it goes on where
 * it stopped: the keys see to it that nothing is there twice.
 */
export function useFiling() {
  const { busy, problem, run } = useWork()
  const last = shallowRef<Reported | null>(null)
  /** Reported, and not accepted or merged yet: what is tried again is that alone. */
  const half = shallowRef<Reported | null>(null)
  /** Number of the case that the last one was merged into, or empty text. */
  const into = ref('')
  let key = newIdempotencyKey()
  let acceptKey = newIdempotencyKey()

  async function carryOut(call: Call, questions: Question[]): Promise<Reported> {
    const reported = half.value ?? (await post<Reported>(
      '/api/cases',
      {
        source: call.source,
        category: call.category,
        condition: call.condition || undefined,
        answers: answersOf(call.answers, questions),
        description: descriptionOf(call),
        address: call.address.trim(),
        position: call.position,
        photos: [],
        reporter: reporterOf(call.source, call.name, call.phone),
      },
      key,
    ))
    half.value = reported
    const next = call.sameAs ? { command: 'merge', into: call.sameAs.id } : { command: 'accept' }
    await post(`/api/cases/${reported.id}/commands`, { ...next, version: reported.version }, acceptKey)
    into.value = call.sameAs?.caseNo ?? ''
    return reported
  }

  /** Whether the case is there, and accepted or merged. */
  async function file(call: Call, questions: Question[]): Promise<boolean> {
    const done = await run(() => carryOut(call, questions))
    if (!done) {
      // Refused: what is sent next differs, so it is another report. Unreachable: the same again.
      if (problem.value && problem.value.status !== 0) {
        if (!half.value) key = newIdempotencyKey()
        acceptKey = newIdempotencyKey()
      }
      return false
    }
    last.value = done
    forget()
    void loadCounts()
    return true
  }

  /** Begins another call. */
  function forget(): void {
    half.value = null
    problem.value = null
    key = newIdempotencyKey()
    acceptKey = newIdempotencyKey()
  }

  return { busy, problem, last, half, into, file, forget }
}
