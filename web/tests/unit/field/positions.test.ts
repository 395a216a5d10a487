// @vitest-environment node
import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { lies, metresBetween, nearest, type Ground } from '@shared/offline/nearby'
import { fitted } from '@shared/offline/photo'
import { batchPoints, gaps, trackMetres, worthKeeping } from '@shared/offline/positions'
import { openShelf, type Point } from '@shared/offline/shelf'

const RULE = { positionSeconds: 15, positionMetres: 20 }
const NORTH_10_M = 10 / 111_320

function point(seconds: number, metresNorth: number, accuracy = 5): Point {
  return { at: new Date(seconds * 1000).toISOString(), lon: 112.2, lat: 31.03 + (metresNorth / 10) * NORTH_10_M, accuracy }
}

describe('a position', () => {
  it('is kept after the time or the way that the rule says', () => {
    expect(worthKeeping(null, point(0, 0), RULE)).toBe(true)
    expect(worthKeeping(point(0, 0), point(5, 3), RULE)).toBe(false)
    expect(worthKeeping(point(0, 0), point(15, 0), RULE)).toBe(true)
    expect(worthKeeping(point(0, 0), point(5, 25), RULE)).toBe(true)
  })

  it('that is less sure than it has moved is no movement', () => {
    expect(worthKeeping(point(0, 0), point(5, 25, 60), RULE)).toBe(false)
  })

  it('goes into exactly one batch', async () => {
    const shelf = openShelf('batches')
    await shelf.points.bulkAdd(Array.from({ length: 501 }, (_, index) => point(index, index)))
    await batchPoints(shelf, 1)
    await batchPoints(shelf, 2)
    const sends = await shelf.sends.toArray()
    expect(sends.map(({ body }) => (body as { points: Point[] }).points.length).sort()).toEqual([1, 500])
    expect(await shelf.points.count()).toBe(0)
  })

  it('leaves a gap that is named', () => {
    const points = [point(0, 0), point(15, 0), point(400, 0)]
    expect(gaps(points, 120_000)).toEqual([{ from: points[1]!.at, to: points[2]!.at }])
    expect(trackMetres([point(0, 0), point(1, 30), point(2, 10)])).toBeCloseTo(50, 1)
  })
})

describe('the place', () => {
  const square = (west: number, south: number, side: number): [number, number][] => [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ]

  it('lies in the grid around it, not in the hole of one', () => {
    const ground: Ground = { type: 'Polygon', coordinates: [square(0, 0, 10), square(4, 4, 2)] }
    expect(lies({ lon: 1, lat: 1 }, ground)).toBe(true)
    expect(lies({ lon: 5, lat: 5 }, ground)).toBe(false)
    expect(lies({ lon: 11, lat: 1 }, ground)).toBe(false)
    const several: Ground = { type: 'MultiPolygon', coordinates: [[square(0, 0, 1)], [square(20, 20, 1)]] }
    expect(lies({ lon: 20.5, lat: 20.5 }, several)).toBe(true)
  })

  it('has its nearest components first, none beyond the distance', () => {
    const lamps = [30, 10, 20, 900].map((metres) => ({ code: `lamp-${metres}`, lon: 112.2, lat: 31 + metres / 111_320 }))
    const found = nearest(lamps, { lon: 112.2, lat: 31 }, 100, 2)
    expect(found.map(({ code }) => code)).toEqual(['lamp-10', 'lamp-20'])
    expect(found[0]!.metres).toBeCloseTo(10, 0)
    expect(metresBetween({ lon: 112.2, lat: 31 }, { lon: 112.21, lat: 31 })).toBeCloseTo(954, 0)
  })
})

describe('a photo', () => {
  it('is made smaller and never larger', () => {
    expect(fitted(3000, 2200)).toEqual({ width: 1600, height: 1173 })
    expect(fitted(2200, 3000)).toEqual({ width: 1173, height: 1600 })
    expect(fitted(640, 480)).toEqual({ width: 640, height: 480 })
  })
})
