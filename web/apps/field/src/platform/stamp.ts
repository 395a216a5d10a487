import { coordinates } from '@shared/i18n/format'
import { lonLat, type Place } from './field-api'
import { person } from './session'
import { gridAt, gridName } from './stock'
import { moment } from './times'
import { t } from './words'

/** What is drawn into a photo: when, where, how sure, and who. */
export function stampLines(takenAt: number, place: Place | null, accuracy: number | null): string[] {
  const who = `${moment(takenAt)}  ${person.value?.name ?? ''}`
  if (!place) return [who, t('stamp.nowhere')]
  const grid = gridName(gridAt(place))
  const where = `${coordinates(lonLat(place))}  ±${Math.round(accuracy ?? 0)} m`
  return grid ? [who, grid, where] : [who, where]
}
