/** What is kept on this phone: reports that wait for a network, and the codes of those sent. */

const DATABASE = 'gewu-citizen'
const STORE = 'reports'

let opened: Promise<IDBDatabase> | null = null

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((done, failed) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'clientId' })
    request.onsuccess = () => done(request.result)
    request.onerror = () => failed(request.error ?? new Error('no database'))
  })
  return opened
}

async function ask<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const transaction = (await database()).transaction(STORE, mode)
  const request = work(transaction.objectStore(STORE))
  return new Promise((done, failed) => {
    // Kept means written, not merely asked for.
    transaction.oncomplete = () => done(request.result)
    transaction.onabort = () => failed(transaction.error ?? new Error('not kept'))
    transaction.onerror = () => failed(transaction.error ?? new Error('not kept'))
  })
}

export function listKept<T>(): Promise<T[]> {
  return ask('readonly', (store) => store.getAll() as IDBRequest<T[]>)
}

export async function keep(item: { clientId: string }): Promise<void> {
  await ask('readwrite', (store) => store.put(item))
}

export async function forget(clientId: string): Promise<void> {
  await ask('readwrite', (store) => store.delete(clientId))
}
