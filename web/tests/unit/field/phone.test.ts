import 'fake-indexeddb/auto'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { unreachable, asProblem } from '@shared/api/problem'
import { categoryGroups, searchCategories } from '@field/parts/categories'
import type { FieldCategory } from '@field/platform/field-api'
import { tilesOver } from '@field/platform/offline-map'
import { surenessOf } from '@field/platform/position'
import { refusalOf, waitingFor } from '@field/platform/refusal'
import { problemWords, useLanguage } from '@field/platform/words'

const RAW = /TypeError|fetch|undefined|\[object/

beforeAll(async () => {
  await useLanguage('en')
  await vi.waitFor(() => expect(problemWords('internal', 'says', [])).toBeTruthy())
})

describe('what a person is told', () => {
  it('is never what the machine said', () => {
    const broken = asProblem(new TypeError('Failed to fetch'))
    expect(waitingFor({ status: broken.status, code: broken.code, detail: broken.detail, advice: '' })).toBe('Waits for the network')
    expect(waitingFor(unreachable())).toBe('Waits for the network')
    expect(refusalOf(broken).says).not.toMatch(RAW)
    expect([401, 403, 429, 500, 503].map((status) => waitingFor({ status, code: 'x', detail: 'TypeError', advice: '' })).join()).not.toMatch(RAW)
  })

  it('is the reason of the server in the language of the reader, with its values', () => {
    const problem = { status: 404, code: 'component.not-found', detail: 'There is no component (4208).', advice: 'Type it anew.' }
    expect(refusalOf(problem).says).toContain('4208')
    expect(refusalOf({ ...problem, code: 'not.in.words.yet' })).toEqual({ says: problem.detail, advice: problem.advice })
  })
})

describe('the position', () => {
  it('is good up to the limit, asked about above it, refused ten times above it', () => {
    expect([null, 12, 50, 51, 500, 501].map((accuracy) => surenessOf(accuracy, 50))).toEqual([
      'none',
      'good',
      'good',
      'unsure',
      'unsure',
      'useless',
    ])
  })
})

describe('the map', () => {
  it('is fetched for the grids from the whole town down to the streets', () => {
    const tiles = tilesOver({ west: 112.19, south: 31.02, east: 112.2, north: 31.03 })
    expect(tiles).toContain('/tiles/base/11/1662/838.mvt')
    expect(tiles.some((tile) => tile.startsWith('/tiles/base/16/'))).toBe(true)
    expect(tiles.length).toBeLessThan(40)
  })

  it('leaves out the streets of an area that is too large for a phone', () => {
    const tiles = tilesOver({ west: 111, south: 30, east: 113, north: 32 })
    expect(tiles.length).toBeLessThanOrEqual(1500)
    expect(tiles.some((tile) => tile.startsWith('/tiles/base/16/'))).toBe(false)
  })
})

describe('the catalogue', () => {
  const category = (code: string, kind: string, zh: string, en: string, major: string): FieldCategory => ({
    code,
    kind,
    name: { zh, en },
    major: { zh: major, en: major },
    conditions: [{ code: '1', filing: { zh: '', en: 'over one square metre' }, closing: { zh: '', en: 'clean' } }],
  })
  const all = [
    category('0101', 'EVENT', '', 'Exposed waste', 'Looks'),
    category('0102', 'EVENT', '', 'Street vending', 'Order'),
    category('0101', 'COMPONENT', '', 'Water cover', 'Looks'),
  ]

  it('stands under its major categories, parts and events apart', () => {
    expect(categoryGroups(all).map(({ name, categories }) => [name, categories.length])).toEqual([
      ['Looks', 1],
      ['Order', 1],
      ['Looks', 1],
    ])
  })

  it('is searched by name, code and condition, every word counting', () => {
    expect(searchCategories(all, 'waste').map(({ name }) => name.en)).toEqual(['Exposed waste'])
    expect(searchCategories(all, '0102 square').map(({ name }) => name.en)).toEqual(['Street vending'])
    expect(searchCategories(all, 'waste vending')).toEqual([])
  })
})
