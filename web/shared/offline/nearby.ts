/** What is where, found on the phone. Positions are WGS 84 degrees, distances metres. */

export interface At {
  lon: number
  lat: number
}

type Ring = [number, number][]

/** The part of GeoJSON that grids are made of. */
export interface Ground {
  type: 'Polygon' | 'MultiPolygon'
  coordinates: Ring[] | Ring[][]
}

const METRES_PER_DEGREE = 111_320

/** Flat distance, right to a metre over the few kilometres of somebody's area. */
export function metresBetween(a: At, b: At): number {
  const east = (b.lon - a.lon) * METRES_PER_DEGREE * Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180)
  const north = (b.lat - a.lat) * METRES_PER_DEGREE
  return Math.hypot(east, north)
}

function crossings(ring: Ring, { lon, lat }: At): boolean {
  let inside = false
  for (let index = 0, before = ring.length - 1; index < ring.length; before = index++) {
    const [x1, y1] = ring[index]!
    const [x2, y2] = ring[before]!
    if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside
  }
  return inside
}

function inPolygon(rings: Ring[], at: At): boolean {
  const [outer, ...holes] = rings
  return Boolean(outer) && crossings(outer!, at) && !holes.some((hole) => crossings(hole, at))
}

/** Whether a place lies in an area, by counting the edges between it and the far east. */
export function lies(at: At, ground: Ground): boolean {
  return ground.type === 'Polygon'
    ? inPolygon(ground.coordinates as Ring[], at)
    : (ground.coordinates as Ring[][]).some((rings) => inPolygon(rings, at))
}

/** The nearest things within so many metres, nearest first. */
export function nearest<T extends At>(things: readonly T[], at: At, within: number, most: number): (T & { metres: number })[] {
  // A box first: of ten thousand components nearly all fall out without a root being drawn.
  const high = within / METRES_PER_DEGREE
  const wide = high / Math.cos((at.lat * Math.PI) / 180)
  return things
    .filter(({ lon, lat }) => Math.abs(lat - at.lat) <= high && Math.abs(lon - at.lon) <= wide)
    .map((thing) => ({ ...thing, metres: metresBetween(at, thing) }))
    .filter(({ metres }) => metres <= within)
    .sort((a, b) => a.metres - b.metres)
    .slice(0, most)
}
