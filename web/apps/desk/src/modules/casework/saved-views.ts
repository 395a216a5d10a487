import { shallowRef } from 'vue'
import { listSavedViews, type SavedView } from '@shared/api/saved-views'
import { account } from '@desk/platform/session'

/** The lists this person keeps or shares; empty until the server has said so. */
export const savedViews = shallowRef<readonly SavedView[]>([])

let reader = ''

/** A failure keeps the last answer: the list itself tells what is wrong. */
export async function loadSavedViews(): Promise<void> {
  const id = account.value?.id ?? ''
  if (id !== reader) savedViews.value = []
  reader = id
  savedViews.value = await listSavedViews().catch(() => savedViews.value)
}
