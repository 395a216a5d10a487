import { get, post, remove } from './http'
import type { LonLat, Named } from './types'

// The grid editor: a draft on the server, its steps, and what they would mean.

export const STEP_KINDS = ['SPLIT', 'MERGE', 'MOVE', 'REDRAW', 'RENAME', 'RECODE', 'ASSIGN'] as const
export type StepKind = (typeof STEP_KINDS)[number]

export interface Step {
  kind: StepKind
  units: string[]
  line: LonLat[]
  given: string[]
  name?: Named
  /** Codes of units of the finest level whose ground is assigned. */
  parts?: string[]
}

/** A unit of the finest level, and which unit of the draft holds it. */
export interface Part {
  unit: Outline
  holder: string
}

/** Who serves a unit for a time. */
export interface Posted {
  name: string
  post: string
  firstDay: string
  lastDay?: string | null
}

export interface Outline {
  code: string
  name: Named
  parent: string
  areaM2: number
  /** As in a GeoJSON MultiPolygon. */
  coordinates: LonLat[][][]
}

export interface GridDraft {
  id: string
  level: string
  outdated: boolean
  /** Whether its units are formed of those of the finest level. */
  formedOfParts: boolean
  steps: Step[]
  units: Outline[]
}

export interface Finding {
  kind: string
  blocking: boolean
  units: string[]
  squareMetres: number
  count: number
  longitude: number
  latitude: number
}

export interface GridCheck {
  sound: boolean
  findings: Finding[]
  units: { code: string; name: Named; areaM2: number; cases: number; people: number }[]
  ended: string[]
}

export interface Applied {
  effectiveOn: string
  added: string[]
  changed: string[]
  ended: string[]
}

export interface UnitVersion {
  validFrom: string
  validTo?: string | null
  unit: Outline
}

const DRAFTS = '/api/territory/drafts'

export const openDraft = (level: string): Promise<GridDraft> => post(DRAFTS, { level })
export const takeStep = (id: string, step: Step): Promise<GridDraft> => post(`${DRAFTS}/${id}/steps`, step)
export const undoStep = (id: string): Promise<void> => remove(`${DRAFTS}/${id}/steps/last`)
export const withdrawDraft = (id: string): Promise<void> => remove(`${DRAFTS}/${id}`)
export const checkDraft = (id: string): Promise<GridCheck> => post(`${DRAFTS}/${id}/findings`, undefined)
export const applyDraft = (id: string, effectiveOn: string): Promise<Applied> =>
  post(`${DRAFTS}/${id}/application`, { effectiveOn })
export const listVersions = (level: string, code: string): Promise<UnitVersion[]> =>
  get(`/api/territory/${level}/units/${encodeURIComponent(code)}/versions`)
export const listParts = (id: string): Promise<Part[]> => get(`${DRAFTS}/${id}/parts`)
export const listPosted = (level: string, code: string): Promise<Posted[]> =>
  get(`/api/territory/${level}/units/${encodeURIComponent(code)}/people`)
