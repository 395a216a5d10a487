import type { Light } from './types'

/** Codes are compared in one spelling, whatever the server's habit: `TO_CLOSE` is `to-close`. */
export function kebab(code: string): string {
  return code.replaceAll('_', '-').toLowerCase()
}

const ENDED = new Set(['closed', 'fixed-on-spot', 'refused-acceptance', 'refused-filing', 'merged', 'cancelled'])

/** Nobody owes anything any more. */
export function hasEnded(state: string): boolean {
  return ENDED.has(kebab(state))
}

/**
 * Whether time goes by for a case. Of one that has ended or is suspended the server tells the light
 * it had then, which must not go on to burn.
 */
export function clockRuns({ state, light }: { state: string; light: Light }): boolean {
  return light !== 'none' && !hasEnded(state) && kebab(state) !== 'suspended'
}
