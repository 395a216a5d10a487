import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { Certificate, Posting } from '@shared/api/people'
import type { Department } from '@shared/api/types'
import { i18n, useLanguage } from '@shared/i18n'
import DepartmentTree from '@desk/modules/people/DepartmentTree.vue'
import { ancestors, treeLines, treeMove } from '@desk/modules/people/department-tree'
import { behindFigure, figureText } from '@desk/modules/people/figures'
import { countChanges, realChanges } from '@desk/modules/people/import-report'
import { isNarrowedPeople, readPeopleQuery, writePeopleQuery } from '@desk/modules/people/people-query'
import { certificateLight, inOrder, standing } from '@desk/modules/people/standing'

const department = (code: string, parent?: string): Department => ({
  code,
  name: { zh: code, en: code },
  kind: 'unit',
  parent,
})
const CITY = [department('CG'), department('HWJ', 'CG'), department('DBHW', 'HWJ'), department('DBCG')]
const codes = (opened: string[]) => treeLines(CITY, new Set(opened)).map((line) => line.department.code)

describe('the tree of organisations', () => {
  it('shows what stands below an organisation only while it is open', () => {
    expect(codes([])).toEqual(['CG', 'DBCG'])
    expect(codes(['CG'])).toEqual(['CG', 'HWJ', 'DBCG'])
    expect(codes(['CG', 'HWJ'])).toEqual(['CG', 'HWJ', 'DBHW', 'DBCG'])
    expect(codes(['HWJ'])).toEqual(['CG', 'DBCG'])
  })

  it('puts at the root whatever stands under something nobody knows', () => {
    expect(treeLines([department('A', 'GONE')], new Set())[0]).toMatchObject({ depth: 1, hasBelow: false })
  })

  it('names the organisations above one, and is not caught in a circle', () => {
    expect(ancestors(CITY, 'DBHW')).toEqual(['HWJ', 'CG'])
    expect(ancestors([department('A', 'B'), department('B', 'A')], 'A')).toEqual(['B', 'A'])
  })

  it('is walked with the arrow keys', () => {
    const lines = treeLines(CITY, new Set(['CG']))
    expect(treeMove('ArrowDown', lines, 0)).toEqual({ to: 1 })
    expect(treeMove('ArrowDown', lines, 2)).toEqual({ to: 2 })
    expect(treeMove('ArrowRight', lines, 0)).toEqual({ to: 1 })
    expect(treeMove('ArrowRight', lines, 1)).toEqual({ open: 'HWJ' })
    expect(treeMove('ArrowRight', lines, 2)).toBeNull()
    expect(treeMove('ArrowLeft', lines, 0)).toEqual({ close: 'CG' })
    expect(treeMove('ArrowLeft', lines, 1)).toEqual({ to: 0 })
    expect(treeMove('ArrowLeft', lines, 2)).toBeNull()
    expect(treeMove('End', lines, 0)).toEqual({ to: 2 })
  })

  it('can be reached in one place only, and tells screen readers how deep it stands', async () => {
    const tree = mount(DepartmentTree, { props: { departments: CITY, chosen: 'DBHW' }, global: { plugins: [i18n] } })
    const items = tree.findAll('[role=treeitem]')
    expect(items.map((item) => item.attributes('aria-level'))).toEqual(['1', '2', '3', '1'])
    expect(items.filter((item) => item.attributes('tabindex') === '0').map((item) => item.text())).toEqual(['DBHW'])
    await items[3]!.trigger('click')
    expect(tree.emitted('choose')).toEqual([['DBCG']])
  })
})

const posting = (id: number, firstDay: string, lastDay?: string): Posting => ({
  id,
  person: 'p',
  personName: 'P',
  staffNo: '1',
  post: 'SUPERVISOR',
  firstDay,
  lastDay,
})
const certificate = (issuedOn: string, expiresOn: string): Certificate => ({ number: '1', issuedOn, expiresOn })

describe('a posting', () => {
  it('counts on its first and on its last day', () => {
    const span = posting(1, '2026-11-01', '2026-11-30')
    expect(standing(span, '2026-10-31')).toBe('coming')
    expect(standing(span, '2026-11-01')).toBe('now')
    expect(standing(span, '2026-11-30')).toBe('now')
    expect(standing(span, '2026-12-01')).toBe('past')
    expect(standing(posting(2, '2026-11-01'), '2099-01-01')).toBe('now')
  })

  it('stands above those to come, and these above the past', () => {
    const all = [posting(1, '2020-01-01', '2020-12-31'), posting(2, '2027-01-01'), posting(3, '2026-01-01')]
    expect(inOrder(all, '2026-11-23').map(({ id }) => id)).toEqual([3, 2, 1])
  })
})

describe('a certificate', () => {
  it('is in force to its last day, warned of sixty days before', () => {
    expect(certificateLight(certificate('2021-01-01', '2026-11-23'), '2026-11-23')).toBe('soon')
    expect(certificateLight(certificate('2021-01-01', '2026-11-22'), '2026-11-23')).toBe('late')
    expect(certificateLight(certificate('2021-01-01', '2027-01-22'), '2026-11-23')).toBe('soon')
    expect(certificateLight(certificate('2021-01-01', '2027-01-23'), '2026-11-23')).toBe('calm')
    expect(certificateLight(certificate('2026-12-01', '2031-12-01'), '2026-11-23')).toBe('late')
  })
})

describe('the list of people', () => {
  it('keeps what narrows it in the address', () => {
    const query = readPeopleQuery({ q: 'wang', post: 'CHECKER', on: 'yesterday' })
    expect(query).toEqual({ q: 'wang', department: '', post: 'CHECKER', level: '', unit: '', figure: '', on: '' })
    expect(writePeopleQuery(query)).toEqual({ q: 'wang', post: 'CHECKER' })
    expect(isNarrowedPeople(query)).toBe(true)
    expect(isNarrowedPeople(readPeopleQuery({}))).toBe(false)
  })

  it('opens from a figure on the people it counted', () => {
    expect(behindFigure('community_officers', '2026-11-23')).toEqual({ figure: 'community_officers', on: '2026-11-23' })
  })

  it('tells counts as counts and shares in percent', () => {
    useLanguage('en')
    const words = { zh: '', en: '' }
    expect(figureText({ id: 'community_officers', numerator: 505, denominator: 1, words }, 'en')).toBe('505')
    expect(figureText({ id: 'force_in_grids', numerator: 402, denominator: 502, words }, 'en')).toBe('80.1%')
    expect(figureText({ id: 'force_in_grids', numerator: 0, denominator: 0, words }, 'en')).toBe('–')
  })
})

describe('an import', () => {
  it('counts every line and lists those that change something', () => {
    const line = (what: 'added' | 'unchanged') => ({ line: 1, what, key: 'k', fields: [] })
    const changes = [line('added'), line('unchanged'), line('unchanged')]
    expect(countChanges(changes)).toEqual({ added: 1, changed: 0, ended: 0, unchanged: 2 })
    expect(realChanges(changes)).toEqual([line('added')])
  })
})
