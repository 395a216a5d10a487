import { computed } from 'vue'
import type { FieldTask, ResultAbout } from './field-api'
import { allSends } from './sending'
import { tasks } from './stock'

/** Tasks that this phone has an answer for, sent or still waiting. */
const told = computed(
  () =>
    new Map(
      allSends.value
        .filter(({ kind, state }) => kind === 'result' && state !== 'refused')
        .map((send) => [(send.about as ResultAbout).task, send]),
    ),
)

/** Still to be done, the least time left first; those without a limit last. */
export const openTasks = computed<FieldTask[]>(() =>
  tasks.value
    .filter(({ id }) => !told.value.has(id))
    .sort((a, b) => (a.dueAt ? Date.parse(a.dueAt) : Infinity) - (b.dueAt ? Date.parse(b.dueAt) : Infinity)),
)

export const toldTasks = computed(() => tasks.value.filter(({ id }) => told.value.has(id)))

export function findTask(id: number): FieldTask | undefined {
  return tasks.value.find((task) => task.id === id)
}
