import { describe, expect, it } from 'vitest'
import { isNarrowed, readListQuery, writeListQuery } from '@desk/modules/casework/list-query'
import { listMove, rowAfter } from '@desk/modules/casework/list-keys'
import { changed } from '@desk/platform/query'

const key = (name: string, more = {}) => ({ key: name, ctrlKey: false, metaKey: false, altKey: false, ...more })

describe('the address of the list', () => {
  it('says nothing about what is usual', () => {
    expect(writeListQuery(readListQuery({}))).toEqual({})
  })

  it('keeps view and filters, there and back', () => {
    const query = { view: 'to_dispatch', category: 'E0110', level: 'street', unit: '420802001' }
    expect(writeListQuery(readListQuery(query))).toEqual(query)
  })

  it('takes an unknown view for the usual one', () => {
    expect(readListQuery({ view: 'nonsense' }).view).toBe('open')
  })

  it('takes the first of several values', () => {
    expect(readListQuery({ q: ['lamp', 'road'] }).q).toBe('lamp')
  })

  it('is narrowed by a filter, not by a view', () => {
    expect(isNarrowed(readListQuery({ view: 'overdue' }))).toBe(false)
    expect(isNarrowed(readListQuery({ q: 'lamp' }))).toBe(true)
  })

  it('loses a name whose value was emptied', () => {
    expect(changed({ case: '7', view: 'open' }, { case: '' })).toEqual({ view: 'open' })
  })
})

describe('the keys of the list', () => {
  it('move with J and K wherever nothing is typed', () => {
    expect(listMove(key('j'), false, false)).toBe('next')
    expect(listMove(key('K'), false, false)).toBe('previous')
  })

  it('are left alone while somebody types', () => {
    expect(listMove(key('j'), true, false)).toBeNull()
  })

  it('are left alone with Ctrl, Alt or Meta', () => {
    expect(listMove(key('k', { ctrlKey: true }), false, true)).toBeNull()
  })

  it('take arrows and Enter only where the list has the focus', () => {
    expect(listMove(key('ArrowDown'), false, false)).toBeNull()
    expect(listMove(key('ArrowDown'), false, true)).toBe('next')
    expect(listMove(key('Enter'), false, false)).toBeNull()
    expect(listMove(key('Enter'), false, true)).toBe('act')
  })

  it('mark the line with X', () => {
    expect(listMove(key('x'), false, false)).toBe('mark')
    expect(listMove(key('x'), true, false)).toBeNull()
  })

  it('stay inside the list', () => {
    expect(rowAfter('previous', 0, 5)).toBe(0)
    expect(rowAfter('next', 4, 5)).toBe(4)
    expect(rowAfter('next', -1, 5)).toBe(0)
    expect(rowAfter('next', 0, 0)).toBe(-1)
  })
})
