import { computed } from 'vue'
import { createI18n } from 'vue-i18n'
import type { Named } from '@shared/api/types'
import { en, zh } from './messages'

export type Language = 'zh-CN' | 'en'

const KEPT_UNDER = 'gewu.language'

function isLanguage(text: string | null): text is Language {
  return text === 'zh-CN' || text === 'en'
}

/** The language asked for in the address, else the one chosen before, else Chinese. */
export function chosenLanguage(search: string, kept: string | null): Language {
  const asked = new URLSearchParams(search).get('lang')
  if (isLanguage(asked)) return asked
  return isLanguage(kept) ? kept : 'zh-CN'
}

const first = chosenLanguage(location.search, localStorage.getItem(KEPT_UNDER))
localStorage.setItem(KEPT_UNDER, first)

export const i18n = createI18n({
  legacy: false,
  locale: first,
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': zh, en },
})

export const language = computed<Language>(() => i18n.global.locale.value)

export function useLanguage(next: Language): void {
  i18n.global.locale.value = next
  localStorage.setItem(KEPT_UNDER, next)
  document.documentElement.lang = next
}

/** A name of the server in the language of the reader, whichever of the two there is. */
export function named(name: Named | null | undefined): string {
  if (!name) return ''
  return language.value === 'en' ? name.en || name.zh : name.zh || name.en
}
