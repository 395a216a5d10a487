import { ref, shallowRef } from 'vue'
import type { Named } from '@shared/api/types'

export type Language = 'zh-CN' | 'en'

interface Words {
  [key: string]: string | Words
}

const KEPT_UNDER = 'gewu.language'

type Load = () => Promise<{ default: Words }>

// One language travels to the phone, not both, and of it first what the first page says.
const parts: Record<Language, { start: Load; rest: Load }> = {
  'zh-CN': { start: () => import('../i18n/start.zh-CN.json'), rest: () => import('../i18n/zh-CN.json') },
  en: { start: () => import('../i18n/start.en.json'), rest: () => import('../i18n/en.json') },
}
let all = false

const words = shallowRef<Words>({})

export const language = ref<Language>('zh-CN')
// What was asked for last; its words may still be on their way.
let wanted: Language = 'zh-CN'
let turn = 0
let last: Promise<void> = Promise.resolve()

function isLanguage(text: string | null): text is Language {
  return text === 'zh-CN' || text === 'en'
}

/** The language asked for in the address, else the one chosen before, else that of the phone. */
export function chosenLanguage(search: string, kept: string | null, phone: string): Language {
  const asked = new URLSearchParams(search).get('lang')
  if (isLanguage(asked)) return asked
  if (isLanguage(kept)) return kept
  return phone && !phone.toLowerCase().startsWith('zh') ? 'en' : 'zh-CN'
}

/** As the server calls it. */
export function shortLanguage(): 'zh' | 'en' {
  return language.value === 'en' ? 'en' : 'zh'
}

/** Shows the words of a language; of several calls the last one counts, and the others wait for it. */
export function useLanguage(next: Language): Promise<void> {
  wanted = next
  last = bring(next, ++turn)
  return last
}

async function bring(next: Language, mine: number): Promise<void> {
  const { start, rest } = parts[next]
  const loaded = await Promise.all(all ? [start(), rest()] : [start()])
  if (mine !== turn) return last
  words.value = Object.assign({}, ...loaded.map((part) => part.default)) as Words
  language.value = next
  localStorage.setItem(KEPT_UNDER, next)
  document.documentElement.lang = next
}

export function startLanguage(): Promise<void> {
  return useLanguage(chosenLanguage(location.search, localStorage.getItem(KEPT_UNDER), navigator.language))
}

/** Begins to fetch the words of all other pages, in the language that is coming. */
export function fetchWordsAhead(): void {
  parts[wanted].rest().catch(() => undefined)
}

/** The words of all other pages, before the first of them is shown. */
export async function loadAllWords(): Promise<void> {
  if (all) return
  all = true
  try {
    await useLanguage(wanted)
  } catch (thrown) {
    all = false
    throw thrown
  }
}

function lookUp(key: string): string | undefined {
  let at: string | Words | undefined = words.value
  for (const part of key.split('.')) at = typeof at === 'object' ? at[part] : undefined
  return typeof at === 'string' ? at : undefined
}

/** The words under a key, `{name}` in them replaced by the value of that name. */
export function t(key: string, values: Record<string, string | number> = {}): string {
  return (lookUp(key) ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** Whether there are words under a key; for codes that the server may add to. */
export function has(key: string): boolean {
  return lookUp(key) !== undefined
}

/** A name of the server in the language of the reader, whichever of the two there is. */
export function named(name: Partial<Named> | null | undefined): string {
  if (!name) return ''
  return (language.value === 'en' ? name.en || name.zh : name.zh || name.en) ?? ''
}
