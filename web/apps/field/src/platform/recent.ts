import { shallowRef } from 'vue'
import { keep, kept } from './store'

const KEY = 'recent-categories'
const MOST = 8

export const recentCategories = shallowRef<string[]>([])

export async function openRecent(): Promise<void> {
  recentCategories.value = (await kept<string[]>(KEY)) ?? []
}

export async function rememberCategory(code: string): Promise<void> {
  recentCategories.value = [code, ...recentCategories.value.filter((one) => one !== code)].slice(0, MOST)
  await keep(KEY, recentCategories.value)
}
