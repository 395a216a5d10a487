import type { LonLat } from '@shared/api/types'

/** Positions written one a line, longitude first; null while a line cannot be read. */
export function readPositions(text: string): LonLat[] | null {
  const lines = text.split('\n').map((line) => line.trim()).filter(Boolean)
  const positions = lines.map((line) => line.split(/[\s,]+/).map(Number))
  if (positions.some((one) => one.length !== 2 || one.some(Number.isNaN))) return null
  return positions as LonLat[]
}

export function writePositions(line: readonly LonLat[]): string {
  return line.map(([longitude, latitude]) => `${longitude.toFixed(7)}, ${latitude.toFixed(7)}`).join('\n')
}

/** The corners of an outline, each once. */
export function corners(coordinates: LonLat[][][]): LonLat[] {
  return coordinates.flatMap(([shell]) => (shell ?? []).slice(0, -1))
}

/** Which corner was moved where, told by comparing outlines; no `from` when a new one was pulled out of an edge. */
export function movedCorner(before: LonLat[], after: LonLat[]): { from: LonLat | null; to: LonLat } | null {
  const key = ([x, y]: LonLat): string => `${x.toFixed(9)} ${y.toFixed(9)}`
  const had = new Set(before.map(key))
  const has = new Set(after.map(key))
  const to = after.find((one) => !had.has(key(one)))
  return to ? { from: before.find((one) => !has.has(key(one))) ?? null, to } : null
}
