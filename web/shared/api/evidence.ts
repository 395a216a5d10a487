import { exchange, get, post, put } from './http'
import { asProblem } from './problem'
import type { LonLat } from './types'

/** Why a photo deserves a second look. */
export type PhotoSign = 'OLD' | 'WRONG_ORDER' | 'FAR' | 'EDITED'

export interface FoundPhoto {
  id: string
  distance: number
  caseId: number
  caseNo: string
}

/** What a photo says beside its case. */
export interface PhotoAccount {
  id: string
  known: boolean
  /** Negative before the report. */
  secondsAfterReport?: number
  metres?: number
  signs: PhotoSign[]
  repeats: FoundPhoto[]
}

/** What the camera wrote into a photo, as it is opened for a reason. */
export interface SealedFacts {
  sha256: string
  takenAt?: string
  position?: LonLat
  device: string
  software: string
  /** Negative before the report. */
  secondsAfterReport?: number
  metres?: number
  signs: PhotoSign[]
}

/** A rectangle in shares of the picture's sides. */
export interface Blur {
  x: number
  y: number
  w: number
  h: number
}

export interface Blurs {
  version: number
  blurs: Blur[]
}

export async function listPhotoAccounts(caseId: number): Promise<PhotoAccount[]> {
  return (await get<{ items: PhotoAccount[] }>(`/api/cases/${caseId}/photos`)).items
}

export function openFacts(caseId: number, id: string, reason: string): Promise<SealedFacts> {
  return post(`/api/cases/${caseId}/photos/${id}/facts`, { reason })
}

export function getBlurs(caseId: number, id: string): Promise<Blurs> {
  return get(`/api/cases/${caseId}/photos/${id}/blurs`)
}

export function putBlurs(caseId: number, id: string, blurs: Blurs): Promise<Blurs> {
  return put(`/api/cases/${caseId}/photos/${id}/blurs`, blurs)
}

/** Where the newest copy for publication is read. */
export function publishedPhoto(caseId: number, id: string, version: number): string {
  return `/api/cases/${caseId}/photos/${id}/published?version=${version}`
}

const PIECE = 1024 * 1024
const TUS = { 'Tus-Resumable': '1.0.0' }
const PAUSES = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 30_000, 30_000, 60_000]
/** The server is still busy with the piece before, or stands elsewhere: it is asked anew. */
const STANDS_ELSEWHERE = 409

export interface UploadWatch {
  /** Share of the file that has arrived, 0 to 1. */
  progress: (share: number) => void
  /** Whether it waits for the connection to come back. */
  waiting: (waits: boolean) => void
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resume) => {
    const timer = setTimeout(done, milliseconds)
    function done(): void {
      clearTimeout(timer)
      window.removeEventListener('online', done)
      resume()
    }
    window.addEventListener('online', done)
  })
}

/** Repeats what a broken connection stopped; what the server refuses is not asked again. */
async function patiently<T>(watch: UploadWatch, step: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      const done = await step()
      watch.waiting(false)
      return done
    } catch (thrown) {
      const problem = asProblem(thrown)
      const passes = problem.status === 0 || problem.status >= 500 || problem.status === STANDS_ELSEWHERE
      if (!passes || tries >= PAUSES.length) throw problem
      watch.waiting(true)
      await pause(PAUSES[tries]!)
    }
  }
}

/** Sends a photo by the tus protocol, in pieces; after a cut it goes on where the server stands. */
export async function uploadPhoto(file: File, watch: UploadWatch): Promise<string> {
  const begun = await patiently(watch, () =>
    exchange('POST', '/api/uploads', { ...TUS, 'Upload-Length': String(file.size) }),
  )
  const address = begun.headers.get('Location') ?? ''
  let offset = 0
  let sure = true
  for (;;) {
    const answer = await patiently(watch, async () => {
      if (!sure) {
        const state = await exchange('HEAD', address, TUS)
        offset = Number(state.headers.get('Upload-Offset'))
        if (state.headers.get('Gewu-Photo')) return state
      }
      sure = false
      return exchange(
        'PATCH',
        address,
        { ...TUS, 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' },
        file.slice(offset, offset + PIECE),
      )
    })
    sure = true
    const photo = answer.headers.get('Gewu-Photo')
    offset = Number(answer.headers.get('Upload-Offset'))
    watch.progress(offset / file.size)
    if (photo) return photo
  }
}
