import type { FieldCategory } from '../platform/field-api'
import { named } from '../platform/words'

export interface CategoryGroup {
  key: string
  kind: string
  name: string
  categories: FieldCategory[]
}

/** The categories under their major ones, in the order of the scheme; without majors by the head of their code. */
export function categoryGroups(categories: readonly FieldCategory[]): CategoryGroup[] {
  const groups = new Map<string, CategoryGroup>()
  for (const category of categories) {
    const head = named(category.major) || category.code.slice(0, 2)
    const key = `${category.kind} ${head}`
    const group = groups.get(key) ?? { key, kind: category.kind, name: head, categories: [] }
    group.categories.push(category)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** The categories whose name in either language, or code, holds every word typed. */
export function searchCategories(categories: readonly FieldCategory[], words: string): FieldCategory[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return categories.filter(({ code, name, major, conditions }) => {
    const texts = [name, major, ...conditions.map(({ filing }) => filing)].flatMap((one) => (one ? [one.zh, one.en] : []))
    const text = [code, ...texts].join(' ').toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}
