import { shallowRef, type ShallowRef } from 'vue'
import { get } from '@shared/api/http'
import type { Category, City, Department, Indicator, TerritoryUnit } from '@shared/api/types'

interface Reference<T> {
  value: Readonly<ShallowRef<T | null>>
  load(): Promise<T>
  /** Asks anew, after it was changed here. */
  reload(): Promise<T>
}

/** Something of the server that changes so rarely that one answer serves the whole visit. */
function reference<T>(path: string): Reference<T> {
  const value = shallowRef<T | null>(null)
  let asked: Promise<T> | null = null
  const load = (): Promise<T> => {
    asked ??= get<T>(path)
      .then((answer) => (value.value = answer))
      .catch((thrown: unknown) => {
        asked = null
        throw thrown
      })
    return asked
  }
  const reload = (): Promise<T> => {
    asked = null
    return load()
  }
  return { value, load, reload }
}

export const city = reference<City>('/api/city')
export const categories = reference<Category[]>('/api/categories')
export const departments = reference<Department[]>('/api/departments')
export const indicators = reference<Indicator[]>('/api/indicators')

const units = new Map<string, Reference<TerritoryUnit[]>>()

export function unitsOf(level: string): Reference<TerritoryUnit[]> {
  let known = units.get(level)
  if (!known) {
    known = reference<TerritoryUnit[]>(`/api/territory/${level}/units`)
    units.set(level, known)
  }
  return known
}

/** The zone in which this city counts its days. */
export function cityZone(): string {
  return city.value.value?.zone ?? 'Asia/Shanghai'
}
