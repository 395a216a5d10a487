import { i18n, named } from '@shared/i18n'
import type { Named } from '@shared/api/types'
import { levelName } from './names'

interface Placed {
  level?: string | null
  unit?: string | null
  unitName?: Named | null
}

/** The ground a post counts for, in words: a unit with its level, or the whole city. */
export function areaName({ level, unit, unitName }: Placed): string {
  if (!level || !unit) return i18n.global.t('person.wholeCity')
  const name = named(unitName) || unit
  const kind = levelName(level)
  return name.includes(kind) ? name : `${name} · ${kind}`
}
