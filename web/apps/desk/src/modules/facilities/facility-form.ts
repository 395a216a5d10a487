import type { Facility, FacilityChange, FacilityKind, FacilityState } from '@shared/api/facilities'
import type { LonLat } from '@shared/api/types'
import { readHours, writeHours, type HoursForm } from './opening-hours'

export interface FacilityForm {
  code: string
  kind: FacilityKind
  name: string
  nameEn: string
  address: string
  position: LonLat | null
  hours: HoursForm
  accessible: boolean
  fee: string
  phone: string
  state: FacilityState
}

export const FIELDS = ['code', 'name', 'position'] as const
export type NeededField = (typeof FIELDS)[number]

export function formOf(known: Facility | null): FacilityForm {
  return {
    code: known?.code ?? '',
    kind: known?.kind ?? 'TOILET',
    name: known?.name.zh ?? '',
    nameEn: known && known.name.en !== known.name.zh ? known.name.en : '',
    address: known?.address ?? '',
    position: known ? [known.position.lon, known.position.lat] : null,
    hours: readHours(known?.hours ?? ''),
    accessible: known?.accessible ?? false,
    fee: known?.fee ?? '',
    phone: known?.phone ?? '',
    state: known?.state ?? 'IN_USE',
  }
}

/** What is still to be filled in. */
export function missingIn(form: FacilityForm): NeededField[] {
  return FIELDS.filter((field) => (field === 'position' ? !form.position : !form[field].trim()))
}

export function changeOf(form: FacilityForm, [lon, lat]: LonLat): FacilityChange {
  const { kind, accessible, state } = form
  return {
    kind,
    accessible,
    state,
    name: form.name.trim(),
    nameEn: form.nameEn.trim(),
    address: form.address.trim(),
    position: { lon, lat },
    hours: writeHours(form.hours),
    fee: form.fee.trim(),
    phone: form.phone.trim(),
  }
}
