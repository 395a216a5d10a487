import { openShelf } from '@shared/offline/shelf'

/** The store of this phone. */
export const shelf = openShelf('gewu-field')

/** What is kept under a key, as it was put there. */
export async function kept<T>(key: string): Promise<T | undefined> {
  return (await shelf.kept.get(key))?.value as T | undefined
}

export async function keep(key: string, value: unknown, etag?: string): Promise<void> {
  await shelf.kept.put({ key, value, etag })
}

/** Asks that the browser does not clear the store when room gets short; some say no, and it works all the same. */
export async function askToStay(): Promise<void> {
  await navigator.storage?.persist?.().catch(() => false)
}
