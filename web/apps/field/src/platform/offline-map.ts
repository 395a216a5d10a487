import { ref } from 'vue'
import { download } from '@shared/api/http'
import { fieldPackage } from './stock'

/** The map of a person's grids, fetched tile by tile while there is a network; the worker keeps it. */

const DEEPEST = 16
const SHALLOWEST = 11
const MOST_TILES = 1_500
const AT_ONCE = 4

export interface Box {
  west: number
  south: number
  east: number
  north: number
}

export const mapTiles = ref({ kept: 0, of: 0 })

function column(lon: number, zoom: number): number {
  return Math.floor(((lon + 180) / 360) * 2 ** zoom)
}

function row(lat: number, zoom: number): number {
  const sine = Math.sin((lat * Math.PI) / 180)
  return Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** zoom)
}

/** The tiles over a box, from the whole town down to the streets; a box too large loses its streets first. */
export function tilesOver(box: Box): string[] {
  const found: string[] = []
  for (let zoom = SHALLOWEST; zoom <= DEEPEST; zoom++) {
    const level: string[] = []
    for (let x = column(box.west, zoom); x <= column(box.east, zoom); x++) {
      for (let y = row(box.north, zoom); y <= row(box.south, zoom); y++) level.push(`/tiles/base/${zoom}/${x}/${y}.mvt`)
    }
    if (found.length + level.length > MOST_TILES) break
    found.push(...level)
  }
  return found
}

/** The box around all the grids on the phone. */
export function gridsBox(): Box | null {
  const numbers = (fieldPackage.value?.grids.features ?? []).flatMap(
    ({ geometry }) => geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 2) as [number, number][],
  )
  if (numbers.length === 0) return null
  const box = { west: 180, south: 90, east: -180, north: -90 }
  for (const [lon, lat] of numbers) {
    box.west = Math.min(box.west, lon)
    box.east = Math.max(box.east, lon)
    box.south = Math.min(box.south, lat)
    box.north = Math.max(box.north, lat)
  }
  return box
}

let running = false

/** Fetches what is not on the phone yet; stops quietly when the network goes. */
export async function keepMap(): Promise<void> {
  const box = gridsBox()
  if (running || !box || !navigator.serviceWorker?.controller) return
  running = true
  try {
    const wanted = tilesOver(box)
    const here = new Set((await (await caches.open('gewu-tiles')).keys()).map(({ url }) => new URL(url).pathname))
    const missing = wanted.filter((path) => !here.has(path))
    mapTiles.value = { kept: wanted.length - missing.length, of: wanted.length }
    const fetchNext = async (): Promise<void> => {
      for (let path = missing.pop(); path; path = missing.pop()) {
        await (await download(path)).arrayBuffer()
        mapTiles.value = { ...mapTiles.value, kept: mapTiles.value.kept + 1 }
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, fetchNext))
  } catch {
    // The next refresh goes on where this one stopped.
  } finally {
    running = false
  }
}
