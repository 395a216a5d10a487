import { ref } from 'vue'
import { worthKeeping } from '@shared/offline/positions'
import type { Point, Send } from '@shared/offline/shelf'
import type { DutyAnswer, DutyBody } from './field-api'
import { fix, onFix, type Fix } from './position'
import { queue } from './sending'
import { duty, setDuty, settings } from './stock'
import { shelf } from './store'

/** Signing in and out for duty, and the track that is kept in between and only then. */

let last: Point | null = null
let lock: WakeLockSentinel | null = null

/** Points recorded since the app was opened, so that recording is seen to be going on. */
export const recorded = ref(0)

async function record(now: Fix): Promise<void> {
  if (!duty.value?.onDuty) return
  const { lon, lat, accuracy, speed } = now
  const point: Point = { at: new Date(now.at).toISOString(), lon, lat, accuracy, ...(speed === undefined ? {} : { speed }) }
  if (!worthKeeping(last, point, settings.value)) return
  last = point
  await shelf.points.add(point)
  recorded.value += 1
}

/** A page cannot record while the screen is off; on duty it asks that it stays on. */
async function stayAwake(): Promise<void> {
  if (!duty.value?.onDuty || document.visibilityState !== 'visible' || (lock && !lock.released)) return
  lock = (await navigator.wakeLock?.request('screen').catch(() => null)) ?? null
}

export function startDuty(): void {
  onFix((now) => void record(now))
  document.addEventListener('visibilitychange', () => void stayAwake())
  void stayAwake()
}

/** Signs in or out where the phone is; the server judges the fence, at once or when it is reached again. */
export async function tellDuty(what: 'on' | 'off'): Promise<string> {
  const here = fix.value
  const body: DutyBody = {
    what,
    position: here ? { lon: here.lon, lat: here.lat } : null,
    accuracyMetres: here?.accuracy ?? 0,
    at: new Date().toISOString(),
  }
  await setDuty({ ...duty.value, onDuty: what === 'on', inside: null, distanceMetres: null })
  if (what === 'on') {
    last = null
    if (here) await record(here)
    void stayAwake()
  } else {
    await lock?.release().catch(() => undefined)
    lock = null
  }
  return queue({ kind: 'duty', path: '/api/field/duty', body })
}

let learned: string | null = null

/** Takes over what the server made of the newest sign-in or sign-out, once, when its answer comes. */
export async function learnDuty(sends: readonly Send[]): Promise<void> {
  const newest = sends.filter(({ kind }) => kind === 'duty').sort((a, b) => b.madeAt - a.madeAt)[0]
  const standing = newest ? `${newest.id} ${newest.state}` : ''
  const first = learned === null
  if (standing === learned) return
  learned = standing
  if (first || !newest) return
  if (newest.state === 'sent') await setDuty(newest.answer as DutyAnswer)
  if (newest.state === 'refused') await setDuty({ onDuty: (newest.body as DutyBody).what !== 'on' })
}
