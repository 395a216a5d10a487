import { describe, expect, it } from 'vitest'
import { isNarrowed, readListQuery, writeListQuery } from '@desk/modules/casework/list-query'
import { moved, readColumns, USUAL_COLUMNS, writeColumns } from '@desk/modules/casework/list-columns'
import { LIST_KEYS, listMove, needsLines, rowAfter } from '@desk/modules/casework/list-keys'
import { goKeys } from '@desk/shell/go-keys'
import { en } from '@shared/i18n/messages'
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

  it('keeps the clock, what happened, the days and the order', () => {
    const query = { view: 'all', sort: 'oldest', standing: 'late', mark: 'ordered', from: '2026-11-01', to: '2026-11-30' }
    expect(writeListQuery(readListQuery(query))).toEqual(query)
  })

  it('asks for nothing with a word it does not know', () => {
    expect(writeListQuery(readListQuery({ standing: 'x', mark: 'y', sort: 'z', from: 'soon' }))).toEqual({})
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

  it('lead to the ends of the list, and by a digit to a kept one', () => {
    expect(listMove(key('End'), false, true)).toBe('last')
    expect(listMove(key('3'), false, false)).toBe('saved3')
    expect(listMove(key('0'), false, false)).toBeNull()
  })

  it('are each said once, and each has its words', () => {
    const keys = LIST_KEYS.flatMap((one) => one.keys)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).not.toContain('g')
    for (const { move } of LIST_KEYS) expect(Object.keys(en.keySheet)).toContain(move)
  })

  it('ask for lines only where a line is meant', () => {
    expect(needsLines('mark')).toBe(true)
    expect(needsLines('save')).toBe(false)
  })

  it('stay inside the list', () => {
    expect(rowAfter('last', 0, 5)).toBe(4)
    expect(rowAfter('first', 3, 5)).toBe(0)
    expect(rowAfter('previous', 0, 5)).toBe(0)
    expect(rowAfter('next', 4, 5)).toBe(4)
    expect(rowAfter('next', -1, 5)).toBe(0)
    expect(rowAfter('next', 0, 0)).toBe(-1)
  })
})

describe('the columns of the list', () => {
  it('are read in the order of the address, each once, without strange ones', () => {
    expect(readColumns('review,number,shoe,review')).toEqual(['review', 'number'])
  })

  it('say nothing when they are the usual ones', () => {
    expect(writeColumns(USUAL_COLUMNS)).toBe('')
    expect(writeColumns(['number', 'time'])).toBe('number,time')
  })

  it('move by a step and stop at the ends', () => {
    expect(moved(['time', 'number', 'state'], 'state', -1)).toEqual(['time', 'state', 'number'])
    expect(moved(['time', 'number'], 'time', -1)).toEqual(['time', 'number'])
    expect(moved(['time', 'number'], 'number', 1)).toEqual(['time', 'number'])
  })
})

describe('the letter after G', () => {
  it('leads nowhere without a G before, and not after a long pause', () => {
    const go = goKeys()
    expect(go('k', 0)).toBeNull()
    expect(go('g', 10)).toBe('waiting')
    expect(go('k', 5_000)).toBeNull()
  })

  it('leads to a page open to everybody', () => {
    const go = goKeys()
    go('g', 0)
    expect(go('k', 100)).toMatchObject({ to: { name: 'account' } })
  })

  it('leads nowhere the person may not go', () => {
    const go = goKeys()
    go('g', 0)
    expect(go('h', 100)).toBeNull()
  })
})
