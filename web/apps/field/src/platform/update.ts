import { shallowRef } from 'vue'

/** Starts the new version of the app; null while there is none. Nobody is taken out of a form for it. */
export const applyUpdate = shallowRef<(() => void) | null>(null)

export function updateWaits(apply: () => void): void {
  applyUpdate.value = apply
}
