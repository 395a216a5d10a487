import { computed, ref, shallowRef } from 'vue'
import type { Named } from '@shared/api/types'

export type Language = 'zh-CN' | 'en'

interface Words {
  [key: string]: string | Words
}

const KEPT_UNDER = 'gewu.language'

// One language is read at the start; the worker keeps both for the day without a network.
const load: Record<Language, () => Promise<{ default: Words }>> = {
  'zh-CN': () => import('../i18n/words.zh-CN.json'),
  en: () => import('../i18n/words.en.json'),
}
const loadProblems: Record<Language, () => Promise<{ problem: Words }>> = {
  'zh-CN': () => import('@shared/i18n/zh-CN.json'),
  en: () => import('@shared/i18n/en.json'),
}

const words = shallowRef<Words>({})
const problems = shallowRef<Words>({})
const chosen = ref<Language>('zh-CN')

export const language = computed<Language>(() => chosen.value)

function isLanguage(text: string | null): text is Language {
  return text === 'zh-CN' || text === 'en'
}

export async function useLanguage(next: Language): Promise<void> {
  words.value = (await load[next]()).default
  chosen.value = next
  localStorage.setItem(KEPT_UNDER, next)
  document.documentElement.lang = next
  document.title = t('app.name')
  // The sentences of every refusal are many; the page does not wait for them.
  void loadProblems[next]()
    .then(({ problem }) => (problems.value = problem))
    .catch(() => undefined)
}

export function startLanguage(): Promise<void> {
  const asked = new URLSearchParams(location.search).get('lang')
  const kept = localStorage.getItem(KEPT_UNDER)
  return useLanguage(isLanguage(asked) ? asked : isLanguage(kept) ? kept : 'zh-CN')
}

function lookUp(tree: Words, key: string): string | undefined {
  let at: string | Words | undefined = tree
  for (const part of key.split('.')) at = typeof at === 'object' ? at[part] : undefined
  return typeof at === 'string' ? at : undefined
}

function filled(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** The words under a key, `{name}` in them replaced by the value of that name. */
export function t(key: string, values: Record<string, string | number> = {}): string {
  return filled(lookUp(words.value, key) ?? key, values)
}

/** What a refusal says in the language of the reader; undefined for a code nobody has put into words yet. */
export function problemWords(code: string, part: 'says' | 'advice', values: string[]): string | undefined {
  const text = lookUp(problems.value, `${code}.${part}`)
  return text === undefined ? undefined : filled(text, Object.fromEntries(values.entries()))
}

/** A name of the server in the language of the reader, whichever of the two there is. */
export function named(name: Partial<Named> | null | undefined): string {
  if (!name) return ''
  return (language.value === 'en' ? name.en || name.zh : name.zh || name.en) ?? ''
}
