import { liveQuery, type Subscription } from 'dexie'
import { onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import { newIdempotencyKey } from '@shared/api/http'
import { stamped } from '@shared/offline/photo'
import type { KeptPhoto, Send } from '@shared/offline/shelf'
import type { FieldTask, Outcome, ResultBody } from './field-api'
import { fix } from './position'
import { queue } from './sending'
import { stampLines } from './stamp'
import { keep, kept, shelf } from './store'

interface Words {
  outcome: Outcome | ''
  note: string
}

/** The answer to a task. What is said of it lies on the phone at once under an id that outlives a killed app, as its photos do. */
export function useResult(task: number) {
  const id = ref('')
  const outcome = ref<Outcome | ''>('')
  const note = ref('')
  const photos = shallowRef<KeptPhoto[]>([])
  let seen: Subscription | null = null

  const key = `result-${task}`
  const wordsKey = `result-words-${task}`

  let ready = false
  watch([outcome, note], () => {
    if (ready) void keep(wordsKey, { outcome: outcome.value, note: note.value } satisfies Words)
  })

  async function open(again?: string): Promise<void> {
    const refused = again ? ((await shelf.sends.get(again)) as Send<ResultBody> | undefined) : undefined
    id.value = refused?.id ?? (await kept<string>(key)) ?? newIdempotencyKey()
    const said = refused?.body ?? (await kept<Words>(wordsKey))
    if (said) {
      outcome.value = said.outcome
      note.value = said.note
    }
    ready = true
    await keep(key, id.value)
    const send = id.value
    seen = liveQuery(() => shelf.photos.where('send').equals(send).sortBy('takenAt')).subscribe((found) => (photos.value = found))
  }

  async function addPhoto(file: Blob): Promise<void> {
    const takenAt = Date.now()
    const blob = await stamped(file, stampLines(takenAt, fix.value, fix.value?.accuracy ?? null))
    await shelf.photos.add({ id: newIdempotencyKey(), send: id.value, part: 'photos', blob, takenAt })
  }

  async function dropPhoto(photo: string): Promise<void> {
    await shelf.photos.delete(photo)
  }

  async function submit({ number }: FieldTask, chosen: Outcome): Promise<void> {
    const here = fix.value
    await queue({
      id: id.value,
      kind: 'result',
      path: `/api/field/tasks/${task}/result`,
      about: { task, number },
      body: {
        outcome: chosen,
        note: note.value.trim(),
        position: here ? { lon: here.lon, lat: here.lat } : null,
        accuracyMetres: here?.accuracy ?? 0,
        at: new Date().toISOString(),
      } satisfies ResultBody,
    })
    await shelf.kept.bulkDelete([key, wordsKey])
  }

  onBeforeUnmount(() => seen?.unsubscribe())
  return { outcome, note, photos, open, addPhoto, dropPhoto, submit }
}
