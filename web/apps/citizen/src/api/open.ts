import type { Named, Question } from '@shared/api/types'
import { get, post } from './http'

/** What the server says to people without an account. It leaves out what has no value. */

/** WGS84, degrees. */
export interface Spot {
  lon: number
  lat: number
}

/** Degrees. */
export interface Bounds {
  west: number
  south: number
  east: number
  north: number
}

export interface City {
  name: Named
  zone?: string
  centre: Spot
  bounds?: Bounds | null
  /** Lines that answer, the first one for everything. */
  phones?: string[]
  demo?: boolean
}

export interface CategoryGroup {
  code: string
  name: Named
  categories: OpenCategory[]
}

export interface OpenCategory {
  code: string
  name: Named
  /** What is asked besides of whoever reports it. */
  questions?: Question[] | null
}

export interface SuggestedCategory {
  category: string
  name: Named
  probability: number
  questions?: Question[] | null
}

/** How something stands, in the server's own plain words. */
export interface State {
  code: string
  words: Named
  over: boolean
}

export interface Puzzle {
  id: string
  salt: string
  bits: number
  expiresAt: string
}

/** A puzzle with what solves it; the photos and the report show it. */
export interface Proof {
  id: string
  nonce: string
}

export interface FoundPlace {
  kind: string
  name: string
  address: string
  position: [longitude: number, latitude: number]
}

export interface Contact {
  name?: string
  phone?: string
}

export interface NewReport {
  clientId: string
  challenge: Proof
  position: Spot
  address?: string
  category?: string
  description: string
  answers?: Record<string, string>
  photos: string[]
  contact?: Contact
  wantsAnswer: boolean
  language: 'zh' | 'en'
  channel: 'app' | 'wechat'
}

export interface Receipt {
  code: string
  /** Absent while somebody has to look at the report first. */
  number?: string | null
  status: State
}

export interface Step {
  at: string
  code: string
  words: Named
}

export interface Rating {
  solved: boolean
  stars: number
  words?: string | null
}

export interface FollowedReport {
  code: string
  kind: 'report' | 'join'
  number?: string | null
  state: State
  category: Named
  sentAt: string
  steps: Step[]
  answer?: string | null
  photos: { before: string[]; after: string[] }
  mayRate: boolean
  rating?: Rating | null
}

export interface NearReport {
  number: string
  category: Named
  state: State
  position: Spot
  metres: number
  day: string
  mayJoin: boolean
  photo?: string | null
}

export function fetchCity(): Promise<City> {
  return get('/open/city')
}

export function fetchCategories(): Promise<CategoryGroup[]> {
  return get('/open/categories')
}

export function suggestCategories(text: string): Promise<SuggestedCategory[]> {
  return post('/open/suggestions', { text })
}

export function searchPlaces(q: string, near?: Spot): Promise<FoundPlace[]> {
  return get('/open/places', { q, near: near && `${near.lon},${near.lat}` })
}

/** The server asks more of a place that many reports come from. */
export function askPuzzle(device: string, position?: Spot): Promise<Puzzle> {
  return post('/open/challenges', { device, position })
}

export async function uploadPhoto(photo: Blob, proof: Proof): Promise<string> {
  const form = new FormData()
  form.append('challenge', proof.id)
  form.append('nonce', proof.nonce)
  form.append('file', photo, 'photo.jpg')
  return (await post<{ id: string }>('/open/uploads', form)).id
}

export function sendReport(report: NewReport): Promise<Receipt> {
  return post('/open/reports', report)
}

export function followReport(code: string): Promise<FollowedReport> {
  return get(`/open/reports/${encodeURIComponent(code)}`)
}

export function rateReport(code: string, rating: Rating): Promise<FollowedReport> {
  return post(`/open/reports/${encodeURIComponent(code)}/rating`, rating)
}

export function listNear(at: Spot, radius: number): Promise<NearReport[]> {
  return get('/open/reports/nearby', { ...at, radius })
}

export function joinReport(
  number: string,
  joining: { clientId: string; challenge: Proof; contact?: Contact; language: 'zh' | 'en' },
): Promise<Receipt> {
  return post(`/open/reports/${encodeURIComponent(number)}/join`, joining)
}

export const FACILITY_KINDS = ['TOILET', 'MARKET', 'PARKING', 'RELIEF_POINT', 'SERVICE_POINT'] as const
export type FacilityKind = (typeof FACILITY_KINDS)[number]

export interface Facility {
  code: string
  kind: FacilityKind
  kindName: Named
  name: Named
  address: string
  position: Spot
  /** Rules such as `Mo-Fr 08:00-18:00`; empty when nobody knows. */
  hours: string
  /** Absent when nobody knows. */
  openNow?: boolean | null
  accessible: boolean
  /** Empty when it is free. */
  fee: string
  phone: string
  state: 'IN_USE' | 'OUT_OF_SERVICE'
  /** Names under `/open/facilities/photos/`. */
  photos?: { name: string; small: string }[] | null
  metres?: number | null
}

export function listFacilities(at: Spot, kind: string, open: boolean): Promise<Facility[]> {
  return get('/open/facilities', { ...at, kind, open })
}

/** A code is on its way to the phone, if the city knows the number; nobody is told whether it does. */
export function askByPhone(phone: string, challenge: Proof, language: 'zh' | 'en'): Promise<{ id: string }> {
  return post('/open/reports/lookup', { phone, challenge, language })
}

export function listByPhone(id: string, phone: string, code: string): Promise<FollowedReport[]> {
  return post(`/open/reports/lookup/${id}`, { phone, code })
}

export interface PublishedIndicator {
  code: string
  name: Named
  unit: 'count' | 'rate' | 'hours'
  note: Named
}

export interface Figure {
  numerator: number
  denominator: number
  /** A decimal; absent or empty when there is nothing to divide by. */
  value?: string | null
}

export interface PublishedAssessment {
  period: string
  by: string
  months: string[]
  kinds: string[]
  indicators: PublishedIndicator[]
  subjects: { code: string; name: Named; figures: Record<string, Figure> }[]
}

export function fetchAssessment(period: string, by: string): Promise<PublishedAssessment> {
  return get('/open/assessment', { period, by })
}

export interface PublishedRanking {
  period: string
  kind: string
  /** Whether these are the final marks of a published month. */
  signed: boolean
  months: string[]
  kinds: string[]
  rows: { subject: string; name: Named; total?: number | null; rank?: number | null; grade?: string | null }[]
}

export function fetchRanking(period: string, kind: string): Promise<PublishedRanking> {
  return get('/open/appraisal', { period, kind })
}

/** One integer of a published figure. */
export interface FigureAsked {
  period: string
  by: string
  subject: string
  indicator: string
  part: string
}

export interface CountedCase {
  number: string
  category: Named
  department?: Named | null
  day: string
  dueAt?: string | null
  closedAt?: string | null
}

export interface CasesBehind extends FigureAsked {
  subjectName: Named
  indicatorName: Named
  partWords: Named
  parts: string[]
  items: CountedCase[]
  next?: string | null
  /** All that count, and those of them that are not shown. */
  rows: number
  withheld: number
}

export function fetchBehind(asked: FigureAsked, cursor?: string): Promise<CasesBehind> {
  return get('/open/assessment/cases', { ...asked, cursor })
}

export interface ShownCase {
  number: string
  category: Named
  state: State
  position?: Spot | null
  reportedAt: string
  dispatchedAt?: string | null
  /** The due time that judges. */
  dueAt?: string | null
  closedAt?: string | null
  late: boolean
  steps: Step[]
  photos: { before: string[]; after: string[] }
}

export function fetchShownCase(number: string): Promise<ShownCase> {
  return get(`/open/cases/${encodeURIComponent(number)}`)
}

/** The key that browsers ask a push service to be woken under. */
export async function fetchPushKey(): Promise<string> {
  return (await get<{ key: string }>('/open/push-key')).key
}

export function wakeMe(code: string, keys: { endpoint: string; p256dh: string; auth: string }): Promise<void> {
  return post(`/open/reports/${encodeURIComponent(code)}/push-subscriptions`, keys)
}

/** What a page inside WeChat hands to `wx.config`, and where its script stands. */
export interface WechatSignature {
  appId: string
  timestamp: number
  nonceStr: string
  signature: string
  script: string
}

export function signForWechat(url: string): Promise<WechatSignature> {
  return post('/open/wechat/signatures', { url })
}
