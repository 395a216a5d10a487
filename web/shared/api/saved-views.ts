import { get, post, remove } from './http'

/** A list of cases kept under a name; it holds what is asked, never what is answered. */
export interface SavedView {
  id: number
  name: string
  /** Whether the reader keeps it, and so may replace and remove it. */
  mine: boolean
  /** The post of the own organisation it is shared with. */
  post?: string | null
  ownerName?: string | null
  asked: Record<string, string>
  columns: string[]
}

export type NewView = Pick<SavedView, 'name' | 'post' | 'asked' | 'columns'>

export function listSavedViews(): Promise<SavedView[]> {
  return get('/api/cases/views')
}

/** One that the person keeps under the same name is replaced. */
export function saveView(view: NewView): Promise<SavedView> {
  return post('/api/cases/views', view)
}

export function removeView(id: number): Promise<void> {
  return remove(`/api/cases/views/${id}`)
}
