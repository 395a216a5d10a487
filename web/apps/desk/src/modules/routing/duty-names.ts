import { named } from '@shared/i18n'
import type { Named } from '@shared/api/types'
import { categories, departments } from '@desk/platform/reference'

/** Words for the codes of a duty list; `word` finds the message of a key or the empty text. */
export function dutyNames(word: (key: string, parameters?: Record<string, string>) => string) {
  /** What a beginning of a code stands for: a minor category, a major one, a kind, or all. */
  function category(beginning: string): string {
    const all = categories.value.value ?? []
    const minor = all.find(({ code }) => code === beginning)
    if (minor) return named(minor.name)
    const within = all.filter(({ code }) => code.startsWith(beginning))
    const [first] = within
    if (beginning === '' || !first) return word('routing.allCategories')
    if (within.every((one) => one.majorCode === first.majorCode)) return named(first.major)
    return within.every((one) => one.kind === first.kind) ? word(`categoryKind.${first.kind}`) : beginning
  }

  function department(code: string, name?: Named | null): string {
    if (!code) return word('routing.nobody')
    if (name) return named(name)
    const known = (departments.value.value ?? []).find((one) => one.code === code)
    return known ? named(known.name) : code
  }

  /** Offices carry the names the city gave them; those of every city have words. */
  function duty(value: string): string {
    if (value === 'owner') return word('routing.owner')
    return word(`routing.office.${value}`) || department(value)
  }

  return { category, department, duty }
}
