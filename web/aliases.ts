import { fileURLToPath, URL } from 'node:url'

/** Folder aliases, the same in the build and in the tests; tsconfig.json repeats them. */
export const aliases = {
  '@shared': fileURLToPath(new URL('./shared', import.meta.url)),
  '@desk': fileURLToPath(new URL('./apps/desk/src', import.meta.url)),
  '@field': fileURLToPath(new URL('./apps/field/src', import.meta.url)),
  '@citizen': fileURLToPath(new URL('./apps/citizen/src', import.meta.url)),
}
