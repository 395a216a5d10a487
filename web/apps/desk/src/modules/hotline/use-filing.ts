import { shallowRef } from 'vue'
import { newIdempotencyKey, post } from '@shared/api/http'
import type { Question, Reported } from '@shared/api/types'
import { loadCounts } from '@desk/modules/casework/counts'
import { answersOf, reporterOf } from '@desk/modules/report/report-form'
import { useWork } from '@desk/platform/use-work'
import { descriptionOf, type Call } from './hotline-form'

/**
 * Reports what a caller told and accepts it, in one go. Tried again after a failure it goes on where
 * it stopped: the keys see to it that nothing is there twice.
 */
export function useFiling() {
  const { busy, problem, run } = useWork()
  const last = shallowRef<Reported | null>(null)
  /** Reported, and not accepted yet: what is tried again is the acceptance alone. */
  const half = shallowRef<Reported | null>(null)
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
    await post(`/api/cases/${reported.id}/commands`, { command: 'accept', version: reported.version }, acceptKey)
    return reported
  }

  /** Whether the case is there and accepted. */
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

  return { busy, problem, last, half, file, forget }
}
