import Dexie, { type EntityTable } from 'dexie'

/** What a phone keeps of its own until the server has it, and of the server's to work without it. */

export type SendKind = 'report' | 'result' | 'duty' | 'positions'

/** draft: still being written; queued: waits for the network; refused: the server said why not. */
export type SendState = 'draft' | 'queued' | 'sending' | 'sent' | 'refused'

/** Why the last attempt did not succeed, in the server's own terms. */
export interface LastProblem {
  status: number
  code: string
  detail: string
  advice: string
}

/** One thing for the server, named on the phone: sent twice it is one. */
export interface Send<Body = unknown, Answer = unknown> {
  id: string
  kind: SendKind
  state: SendState
  /** Where it goes, and everything but the names of the photos. */
  path: string
  body: Body
  /** What the phone needs to know of it besides; stays here. */
  about?: unknown
  /** Milliseconds of the phone's clock. */
  madeAt: number
  attempts: number
  nextAt: number
  problem?: LastProblem
  answer?: Answer
  sentAt?: number
}

/** Which part of a send a photo belongs to. */
export type PhotoPart = 'photos' | 'afterPhotos'

export interface KeptPhoto {
  id: string
  send: string
  part: PhotoPart
  blob: Blob
  takenAt: number
  /** Address of an upload that was begun; it goes on from where the server stands. */
  upload?: string
  /** Name that the server gave it. */
  photo?: string
}

export interface Point {
  id?: number
  /** ISO moment of the phone. */
  at: string
  lon: number
  lat: number
  accuracy: number
  speed?: number
}

export interface Kept {
  key: string
  value: unknown
  etag?: string
}

/** A picture of the server, kept to be seen without it. */
export interface KeptPicture {
  id: string
  blob: Blob
}

export type Shelf = Dexie & {
  sends: EntityTable<Send, 'id'>
  photos: EntityTable<KeptPhoto, 'id'>
  points: EntityTable<Point, 'id'>
  kept: EntityTable<Kept, 'key'>
  pictures: EntityTable<KeptPicture, 'id'>
}

/** Opens the store of the phone. A later version may only add: what waits in it must stay readable. */
export function openShelf(name: string): Shelf {
  const shelf = new Dexie(name) as Shelf
  shelf.version(1).stores({
    sends: 'id, state, kind, madeAt',
    photos: 'id, send',
    points: '++id, at',
    kept: 'key',
    pictures: 'id',
  })
  return shelf
}
