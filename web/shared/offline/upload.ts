import { exchange } from '@shared/api/http'
import { ApiProblem } from '@shared/api/problem'
import type { KeptPhoto } from './shelf'

const PIECE = 256 * 1024
const TUS = { 'Tus-Resumable': '1.0.0' }
const GONE = new Set([404, 410])
/** Another piece is still coming in, or the server stands elsewhere or has swept the upload away: asked anew later. */
const UNSETTLED = new Set([404, 409, 410, 460])
const TRY_LATER = 425

async function begin(photo: KeptPhoto, begun: (upload: string) => Promise<void>): Promise<string> {
  const answer = await exchange('POST', '/api/uploads', { ...TUS, 'Upload-Length': String(photo.blob.size) })
  const upload = answer.headers.get('Location') ?? ''
  await begun(upload)
  return upload
}

function later(thrown: unknown): never {
  if (thrown instanceof ApiProblem && UNSETTLED.has(thrown.status)) {
    throw new ApiProblem({ status: TRY_LATER, code: thrown.code, detail: thrown.detail, advice: thrown.advice })
  }
  throw thrown
}

/** Where an upload stands; null when the server knows it no more. */
async function standing(upload: string): Promise<Response | null> {
  try {
    return await exchange('HEAD', upload, TUS)
  } catch (thrown) {
    if (thrown instanceof ApiProblem && GONE.has(thrown.status)) return null
    throw thrown
  }
}

/**
 * One attempt at a photo by the tus protocol. It goes on where the server stands and leaves the
 * waiting to whoever called: a cut ends it, and the next call goes on from there.
 */
export async function bringPhoto(photo: KeptPhoto, begun: (upload: string) => Promise<void>): Promise<string> {
  const state = photo.upload ? await standing(photo.upload) : null
  const upload = state ? photo.upload! : await begin(photo, begun)
  let name = state?.headers.get('Gewu-Photo') ?? null
  let offset = Number(state?.headers.get('Upload-Offset') ?? 0)
  while (!name) {
    const piece = photo.blob.slice(offset, offset + PIECE)
    const headers = { ...TUS, 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' }
    const answer = await exchange('PATCH', upload, headers, piece).catch(later)
    name = answer.headers.get('Gewu-Photo')
    offset = Number(answer.headers.get('Upload-Offset'))
  }
  return name
}
