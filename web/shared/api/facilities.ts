import { exchange, get, put, withQuery } from './http'
import type { Named } from './types'

export const FACILITY_KINDS = ['TOILET', 'MARKET', 'PARKING', 'RELIEF_POINT', 'SERVICE_POINT'] as const
export const FACILITY_STATES = ['IN_USE', 'OUT_OF_SERVICE', 'REMOVED'] as const

export type FacilityKind = (typeof FACILITY_KINDS)[number]
export type FacilityState = (typeof FACILITY_STATES)[number]

/** A place people look for, as the register keeps it. */
export interface Facility {
  code: string
  kind: FacilityKind
  kindName: Named
  name: Named
  address: string
  position: { lon: number; lat: number }
  /** Rules such as `Mo-Fr 08:00-18:00`; empty when nobody knows. */
  hours: string
  /** Absent when nobody knows. */
  openNow?: boolean | null
  accessible: boolean
  /** Empty when it is free. */
  fee: string
  phone: string
  state: FacilityState
  photos?: FacilityPhoto[] | null
}

/** Copies that everybody may see, by their names; `id` is for who keeps the register. */
export interface FacilityPhoto {
  id?: string | null
  name: string
  small: string
}

export interface FacilityChange {
  kind: FacilityKind
  name: string
  nameEn: string
  address: string
  position: { lon: number; lat: number }
  hours: string
  accessible: boolean
  fee: string
  phone: string
  state: FacilityState
}

export type FacilityFormat = 'CSV' | 'GEOJSON'

export interface FacilityReject {
  /** Its number in the file, from 1, without the header. */
  row: number
  code: string
  /** Code such as `bad-hours`. */
  reason: string
  detail: string
}

export interface FacilityImport {
  read: number
  added: number
  changed: number
  unchanged: number
  rejected: FacilityReject[]
}

export function listFacilities(): Promise<Facility[]> {
  return get('/api/facilities')
}

export function saveFacility(code: string, change: FacilityChange): Promise<Facility> {
  return put(`/api/facilities/${encodeURIComponent(code)}`, change)
}

/** Puts these photos, by the ids of their uploads, in place of those that were there. */
export function saveFacilityPhotos(code: string, photos: string[]): Promise<void> {
  return put(`/api/facilities/${encodeURIComponent(code)}/photos`, { photos })
}

export function facilityPhoto(name: string): string {
  return `/open/facilities/photos/${name}`
}

export async function importFacilities(file: string, format: FacilityFormat, text: string): Promise<FacilityImport> {
  const type = format === 'CSV' ? 'text/csv' : 'application/geo+json'
  const answer = await exchange(
    'POST',
    withQuery('/api/facilities/imports', { file, format }),
    { 'Content-Type': type },
    new Blob([text], { type }),
  )
  return (await answer.json()) as FacilityImport
}
