import { named } from '@shared/i18n'
import type { Category } from '@shared/api/types'

export interface CategoryGroup {
  key: string
  kind: string
  name: string
  minors: Category[]
}

/** The minor categories under their major ones, in the order of the scheme. */
export function categoryGroups(categories: Category[]): CategoryGroup[] {
  const groups = new Map<string, CategoryGroup>()
  for (const category of categories) {
    const key = `${category.kind}-${category.majorCode}`
    const group = groups.get(key) ?? { key, kind: category.kind, name: named(category.major), minors: [] }
    group.minors.push(category)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** The categories whose name in either language, major name or code holds every word typed. */
export function searchCategories(categories: Category[], words: string): Category[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return categories.filter(({ code, name, major }) => {
    const text = [code, name.zh, name.en, major.zh, major.en].join(' ').toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}
