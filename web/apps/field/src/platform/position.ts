import { computed, ref, shallowRef } from 'vue'
import type { Place } from './field-api'
import { now } from './times'

/** Where the phone is, by its own account. */
export interface Fix extends Place {
  accuracy: number
  speed?: number
  at: number
}

export type PositionFault = 'denied' | 'unavailable' | null

/** After this a fix says where the phone was, not where it is. */
const STALE_MS = 120_000
const ASKED_EVERY_MS = 30_000

const latest = shallowRef<Fix | null>(null)
export const positionFault = ref<PositionFault>(null)

/** The position while it is one: an old one says where the phone was. */
export const fix = computed<Fix | null>(() => (latest.value && !isStale(latest.value, now.value) ? latest.value : null))

/** How sure the position is: good, over the limit, too far off to be used, or none at all. */
export type Sureness = 'none' | 'good' | 'unsure' | 'useless'

const USELESS_TIMES = 10

export function surenessOf(accuracy: number | null, limit: number): Sureness {
  if (accuracy === null) return 'none'
  if (accuracy <= limit) return 'good'
  return accuracy <= limit * USELESS_TIMES ? 'unsure' : 'useless'
}

export function isStale(one: Fix, now: number): boolean {
  return now - one.at > STALE_MS
}

const listeners = new Set<(fix: Fix) => void>()

export function onFix(listener: (fix: Fix) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function take({ coords, timestamp }: GeolocationPosition): void {
  positionFault.value = null
  const found: Fix = {
    lon: Number(coords.longitude.toFixed(7)),
    lat: Number(coords.latitude.toFixed(7)),
    accuracy: Math.round(coords.accuracy * 10) / 10,
    ...(coords.speed !== null && Number.isFinite(coords.speed) ? { speed: coords.speed } : {}),
    at: timestamp,
  }
  latest.value = found
  for (const listener of listeners) listener(found)
}

/** Watches the position while the app is open. */
export function startPosition(): void {
  if (!navigator.geolocation) {
    positionFault.value = 'unavailable'
    return
  }
  const fail = (error: GeolocationPositionError): void => {
    positionFault.value = error.code === error.PERMISSION_DENIED ? 'denied' : 'unavailable'
  }
  const options: PositionOptions = { enableHighAccuracy: true, maximumAge: 5_000, timeout: 30_000 }
  navigator.geolocation.watchPosition(take, fail, options)
  // A phone that lies still says nothing by itself.
  setInterval(() => navigator.geolocation.getCurrentPosition(take, fail, options), ASKED_EVERY_MS)
}
