import { reactive } from 'vue'
import type { Question } from '@shared/api/types'
import type { Spot } from '../../api/open'
import { newIdempotencyKey } from '@shared/api/http'
import type { Draft } from '../../platform/waiting'
import { shortLanguage } from '../../platform/words'

/** What somebody is writing, before it is a report. */
export interface Writing {
  clientId: string
  photos: Photo[]
  position: Spot | null
  accuracyM: number | null
  address: string
  description: string
  category: string
  /** What the category asks, kept with the answers: the list may not be there any more. */
  questions: readonly Question[]
  answers: Record<string, string>
  name: string
  phone: string
  wantsAnswer: boolean
}

export interface Photo {
  file: Blob
  shown: string
}

export const MOST_PHOTOS = 3
export const SHORTEST = 4
export const LONGEST = 500

function blank(): Writing {
  return {
    clientId: newIdempotencyKey(),
    photos: [],
    position: null,
    accuracyM: null,
    address: '',
    description: '',
    category: '',
    questions: [],
    answers: {},
    name: '',
    phone: '',
    wantsAnswer: true,
  }
}

/** Kept while the app is open, so that a look at another page loses nothing. */
export const writing = reactive<Writing>(blank())

export function startAfresh(): void {
  for (const photo of writing.photos) URL.revokeObjectURL(photo.shown)
  Object.assign(writing, blank())
}

export interface Fault {
  field: string
  words: string
}

/** What is still missing, in the order of the page, as keys of words. */
export function faultsOf(one: Pick<Writing, 'position' | 'description'> & Partial<Pick<Writing, 'questions' | 'answers'>>): Fault[] {
  const faults: Fault[] = []
  if (!one.position) faults.push({ field: 'place', words: 'report.placeMissing' })
  if (one.description.trim().length < SHORTEST) faults.push({ field: 'description', words: 'report.wordsMissing' })
  const open = one.questions?.some(({ code, required }) => required && !one.answers?.[code])
  if (open) faults.push({ field: 'questions', words: 'report.answersMissing' })
  return faults
}

export async function toDraft(one: Writing, position: Spot): Promise<Draft> {
  return {
    clientId: one.clientId,
    writtenAt: new Date().toISOString(),
    position: { lon: position.lon, lat: position.lat },
    address: one.address.trim(),
    category: one.category,
    description: one.description.trim(),
    ...(one.questions.length > 0 ? { answers: { ...one.answers } } : {}),
    photos: await Promise.all(
      one.photos.map(async ({ file }) => ({ type: file.type, bytes: await new Response(file).arrayBuffer() })),
    ),
    contact: { name: one.name.trim(), phone: one.phone.replace(/[\s-]/g, '') },
    wantsAnswer: one.wantsAnswer,
    language: shortLanguage(),
  }
}
