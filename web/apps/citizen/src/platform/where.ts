import type { Bounds, Spot } from '../api/open'
import { insideWechat } from './inside-wechat'

const PATIENCE_MS = 12_000
/** A position that is off by more than this has to be looked at on the map. */
export const GOOD_M = 80

export interface Fix {
  at: Spot
  accuracyM: number
}

export type Failure = 'denied' | 'unknown'

/** Where the phone is, inside WeChat by its own means. Refused with why it cannot tell. */
export async function locate(): Promise<Fix> {
  const wechat = insideWechat() ? await (await import('./wechat')).openWechat() : null
  return wechat ? wechat.locate() : locateByBrowser()
}

function locateByBrowser(): Promise<Fix> {
  return new Promise((done, failed) => {
    if (!('geolocation' in navigator)) {
      failed('unknown' satisfies Failure)
      return
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        done({ at: { lon: round(coords.longitude), lat: round(coords.latitude) }, accuracyM: Math.round(coords.accuracy) }),
      (error) => failed((error.code === error.PERMISSION_DENIED ? 'denied' : 'unknown') satisfies Failure),
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 15_000 },
    )
  })
}

/** Whether the person has said yes before, so that nobody is asked by merely opening a page. */
export async function mayLocate(): Promise<boolean> {
  try {
    const permission = await navigator.permissions.query({ name: 'geolocation' })
    return permission.state === 'granted'
  } catch {
    return false
  }
}

/** Six digits, about 0.1 m. */
function round(degrees: number): number {
  return Number(degrees.toFixed(6))
}

const EARTH_M = 6_371_000

export function metresBetween(a: Spot, b: Spot): number {
  const radians = Math.PI / 180
  const east = (b.lon - a.lon) * radians * Math.cos(((a.lat + b.lat) / 2) * radians)
  const north = (b.lat - a.lat) * radians
  return EARTH_M * Math.hypot(east, north)
}

export function isWithin(bounds: Bounds | null | undefined, at: Spot): boolean {
  return !bounds || (at.lon >= bounds.west && at.lon <= bounds.east && at.lat >= bounds.south && at.lat <= bounds.north)
}
