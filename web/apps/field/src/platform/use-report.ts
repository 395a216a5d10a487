import { liveQuery, type Subscription } from 'dexie'
import { computed, onBeforeUnmount, ref, shallowRef, toRaw, watch } from 'vue'
import { newIdempotencyKey } from '@shared/api/http'
import { metresBetween } from '@shared/offline/nearby'
import { stamped } from '@shared/offline/photo'
import type { KeptPhoto, PhotoPart, Send } from '@shared/offline/shelf'
import type { Place, ReportBody } from './field-api'
import { fix, surenessOf, type Sureness } from './position'
import { rememberCategory } from './recent'
import { allSends, outbox, queue } from './sending'
import { category, settings } from './stock'
import { stampLines } from './stamp'
import { keep, kept, shelf } from './store'
import { named } from './words'

/** The report being written. Each stroke of it lies on the phone at once: a killed app opens where it was. */

const OPEN = 'open-report'
const PATH = '/api/field/reports'

export type ReportFault = 'photo' | 'after' | 'category' | 'condition' | 'questions' | 'position' | 'useless'

/** What a report says when nobody wrote anything: the condition or the category, as the catalogue puts it. */
function usualWords(code: string, condition: string): string {
  const found = category(code)
  const filing = found?.conditions.find((one) => one.code === condition)?.filing
  return named(filing) || named(found?.name) || code
}

function blank(): ReportBody {
  return {
    kind: 'report',
    category: '',
    condition: '',
    description: '',
    position: null,
    accuracyMetres: 0,
    component: '',
    answers: {},
    takenAt: '',
  }
}

export function useReport() {
  const id = ref(newIdempotencyKey())
  const body = ref<ReportBody>(blank())
  const photos = shallowRef<KeptPhoto[]>([])
  const before = computed(() => photos.value.filter(({ part }) => part === 'photos'))
  const after = computed(() => photos.value.filter(({ part }) => part === 'afterPhotos'))
  /** Pointed out on the map by hand; else the place is where the phone is. */
  const place = computed<Place | null>(() => body.value.position ?? (fix.value ? { lon: fix.value.lon, lat: fix.value.lat } : null))
  const accuracy = computed<number | null>(() => (body.value.position ? body.value.accuracyMetres : (fix.value?.accuracy ?? null)))
  const sure = computed<Sureness>(() => surenessOf(accuracy.value, settings.value.accuracyLimitMetres))
  const questions = computed(() => category(body.value.category)?.questions ?? [])
  const begun = computed(
    () => photos.value.length > 0 || Boolean(body.value.category || body.value.description.trim() || body.value.component),
  )

  let seen: Subscription | null = null
  let settled = false

  function watchPhotos(): void {
    seen?.unsubscribe()
    const send = id.value
    seen = liveQuery(() => shelf.photos.where('send').equals(send).sortBy('takenAt')).subscribe((found) => (photos.value = found))
  }

  async function save(): Promise<void> {
    if (!settled || !begun.value) return
    const draft: Send<ReportBody> = {
      id: id.value,
      kind: 'report',
      state: 'draft',
      path: PATH,
      body: structuredClone(toRaw(body.value)),
      madeAt: (await shelf.sends.get(id.value))?.madeAt ?? Date.now(),
      attempts: 0,
      nextAt: 0,
    }
    await shelf.sends.put(draft)
    await keep(OPEN, id.value)
  }

  async function open(wanted?: string): Promise<void> {
    const name = wanted ?? (await kept<string>(OPEN))
    const found = name ? await shelf.sends.get(name) : undefined
    if (found && found.kind === 'report' && (found.state === 'draft' || found.state === 'refused')) {
      id.value = found.id
      body.value = { ...blank(), ...(found.body as ReportBody) }
      await keep(OPEN, found.id)
    }
    watchPhotos()
    settled = true
  }

  async function startAnew(): Promise<void> {
    settled = false
    id.value = newIdempotencyKey()
    body.value = blank()
    photos.value = []
    await shelf.kept.delete(OPEN)
    watchPhotos()
    settled = true
  }

  /** The place of a report is where its first photo was taken. */
  function holdPlace(): void {
    if (body.value.position || !fix.value) return
    body.value.position = { lon: fix.value.lon, lat: fix.value.lat }
    body.value.accuracyMetres = fix.value.accuracy
  }

  /** As far off as the phone is unsure and the finger is from it. */
  function point(to: Place): void {
    if (!fix.value) return
    body.value.position = to
    body.value.accuracyMetres = Math.round((metresBetween(fix.value, to) + fix.value.accuracy) * 10) / 10
  }

  function followPhone(): void {
    body.value.position = null
    body.value.accuracyMetres = 0
  }

  async function addPhoto(file: Blob, part: PhotoPart): Promise<void> {
    holdPlace()
    const takenAt = Date.now()
    if (!body.value.takenAt) body.value.takenAt = new Date(takenAt).toISOString()
    const blob = await stamped(file, stampLines(takenAt, place.value, accuracy.value))
    await shelf.photos.add({ id: newIdempotencyKey(), send: id.value, part, blob, takenAt })
    await save()
  }

  async function dropPhoto(photo: string): Promise<void> {
    await shelf.photos.delete(photo)
  }

  function faults(): ReportFault[] {
    const found: ReportFault[] = []
    const chosen = category(body.value.category)
    if (before.value.length === 0) found.push('photo')
    if (body.value.kind === 'fixed-on-spot' && after.value.length === 0) found.push('after')
    if (!body.value.category) found.push('category')
    else if (chosen && chosen.conditions.length > 0 && !body.value.condition) found.push('condition')
    if (questions.value.some(({ code, required }) => required && !body.value.answers?.[code])) found.push('questions')
    if (sure.value === 'none') found.push('position')
    if (sure.value === 'useless') found.push('useless')
    return found
  }

  async function submit(): Promise<void> {
    holdPlace()
    const { condition, component, answers = {}, ...rest } = structuredClone(toRaw(body.value))
    // What the category no longer asks is not sent; one that asks nothing sends no answers.
    const asked = questions.value.map(({ code }) => code)
    const given = Object.fromEntries(Object.entries(answers).filter(([code]) => asked.includes(code)))
    if (body.value.kind === 'report' && after.value.length > 0) await shelf.photos.bulkDelete(after.value.map((one) => one.id))
    await queue({
      id: id.value,
      kind: 'report',
      path: PATH,
      body: {
        ...rest,
        ...(condition ? { condition } : {}),
        ...(component ? { component } : {}),
        ...(asked.length > 0 ? { answers: given } : {}),
        description: rest.description.trim() || usualWords(rest.category, condition),
        takenAt: rest.takenAt || new Date().toISOString(),
      },
    })
    await rememberCategory(rest.category)
    await startAnew()
  }

  async function discard(): Promise<void> {
    await outbox.drop([id.value])
    await startAnew()
  }

  watch(body, () => void save(), { deep: true })
  // Sent or thrown away elsewhere: this page is not to write it again.
  watch(allSends, (sends) => {
    const mine = sends.find((send) => send.id === id.value)
    if (mine && mine.state !== 'draft' && mine.state !== 'refused') void startAnew()
  })
  onBeforeUnmount(() => seen?.unsubscribe())

  return {
    id, body, before, after, place, accuracy, sure, begun, questions,
    open, startAnew, point, followPhone, addPhoto, dropPhoto, faults, submit, discard,
  }
}

export type ReportForm = ReturnType<typeof useReport>
