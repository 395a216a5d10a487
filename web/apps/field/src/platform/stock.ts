import { computed, ref, shallowRef } from 'vue'
import { download } from '@shared/api/http'
import { asProblem } from '@shared/api/problem'
import { lies, nearest } from '@shared/offline/nearby'
import type { ComponentRow, DutyAnswer, DutyToday, FieldCategory, FieldComponent, FieldPackage, FieldTask, GridFeature, Place } from './field-api'
import { serverRefusesPass } from './session'
import { keep, kept, shelf } from './store'
import { named } from './words'

/** What the phone keeps of the server's to work without it: catalogue, grids, components, tasks, today. */

const COMPONENTS_WITHIN_METRES = 80
const COMPONENTS_SHOWN = 12

export const fieldPackage = shallowRef<FieldPackage | null>(null)
export const components = shallowRef<FieldComponent[]>([])
export const tasks = shallowRef<FieldTask[]>([])
export const duty = shallowRef<DutyAnswer | null>(null)
/** When the server last answered, by the phone's clock. */
export const refreshedAt = ref(0)

const categoriesByCode = computed(() => new Map((fieldPackage.value?.categories ?? []).map((one) => [one.code, one])))

export const settings = computed(
  () =>
    fieldPackage.value?.settings ?? { accuracyLimitMetres: 50, fenceMetres: 300, positionSeconds: 15, positionMetres: 20 },
)

export function category(code: string): FieldCategory | undefined {
  return categoriesByCode.value.get(code)
}

export function categoryName(code: string): string {
  return named(category(code)?.name) || code
}

/** The grid a place lies in, by the grids on the phone. */
export function gridAt(place: Place): GridFeature | undefined {
  return fieldPackage.value?.grids.features.find(({ geometry }) => lies(place, geometry))
}

export function gridName(grid: GridFeature | undefined): string {
  if (!grid) return ''
  const { name, code } = grid.properties
  return (typeof name === 'string' ? name : named(name)) || code
}

export function componentsNear(place: Place): (FieldComponent & { metres: number })[] {
  return nearest(components.value, place, COMPONENTS_WITHIN_METRES, COMPONENTS_SHOWN)
}

function showComponents(rows: readonly ComponentRow[]): void {
  components.value = rows.map(([code, category, name, lon, lat]) => ({ code, category, name, lon, lat }))
}

export async function openStock(): Promise<void> {
  fieldPackage.value = (await kept<FieldPackage>('package')) ?? null
  showComponents((await kept<ComponentRow[]>('components')) ?? [])
  tasks.value = (await kept<FieldTask[]>('tasks')) ?? []
  duty.value = (await kept<DutyAnswer>('duty')) ?? null
}

/** Asks for what has changed; what does not come stays as it was. */
export async function refreshStock(): Promise<void> {
  const asked = await Promise.allSettled([
    fetchKept<FieldPackage>('package', '/api/field/package', (it) => (fieldPackage.value = it)),
    fetchKept<ComponentRow[]>('components', '/api/field/components', showComponents),
    fetchKept<FieldTask[]>('tasks', '/api/field/tasks', (it) => (tasks.value = it)),
    refreshDuty(),
  ])
  const problems = asked.flatMap((one) => (one.status === 'rejected' ? [asProblem(one.reason)] : []))
  if (problems.some(({ status }) => status === 401)) serverRefusesPass(true)
  if (problems.length === 0) {
    refreshedAt.value = Date.now()
    serverRefusesPass(false)
  }
  await keepPictures()
}

async function fetchKept<T>(key: string, path: string, show: (value: T) => void): Promise<void> {
  const before = await shelf.kept.get(key)
  const answer = await download(path, before?.etag ? { 'If-None-Match': before.etag } : {})
  if (answer.status === 304) return
  const body = (await answer.json()) as T | { items: T }
  const value = (body !== null && typeof body === 'object' && 'items' in body ? body.items : body) as T
  await keep(key, value, answer.headers.get('etag') ?? undefined)
  show(value)
}

/** The turns of today say where the last one began. */
async function refreshDuty(): Promise<void> {
  const { onDuty, turns = [] } = (await (await download('/api/field/duty')).json()) as DutyToday
  // What the person did last is on its way; what the server says is older.
  if ((await shelf.sends.where('kind').equals('duty').filter(({ state }) => state === 'queued' || state === 'sending').count()) > 0) return
  const last = turns[turns.length - 1]
  await setDuty({ onDuty, ...(onDuty && last ? { inside: last.inside, distanceMetres: last.distanceMetres, unit: last.unit } : {}) })
}

export async function setDuty(next: DutyAnswer): Promise<void> {
  duty.value = next
  await keep('duty', next)
}

/** The photos of the tasks, so that the old one can be laid over the new one without the network. */
async function keepPictures(): Promise<void> {
  const wanted = new Map<string, number>()
  for (const task of tasks.value) {
    for (const photo of [...task.photosBefore, ...task.photosAfter]) wanted.set(photo, task.caseId)
  }
  const here = new Set(await shelf.pictures.toCollection().primaryKeys())
  for (const [photo, caseId] of wanted) {
    if (here.has(photo)) continue
    const answer = await download(`/api/cases/${caseId}/photos/${photo}`).catch(() => null)
    if (answer) await shelf.pictures.put({ id: photo, blob: await answer.blob() })
  }
  await shelf.pictures.bulkDelete([...here].filter((photo) => !wanted.has(photo)))
}

export async function picture(photo: string): Promise<Blob | undefined> {
  return (await shelf.pictures.get(photo))?.blob
}
