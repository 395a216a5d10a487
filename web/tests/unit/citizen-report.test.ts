import { describe, expect, test, vi } from 'vitest'
import { ApiProblem, unreachable } from '@shared/api/problem'
import { isCode } from '@citizen/modules/follow/code'
import { hoursInWords } from '@citizen/modules/facilities/hours'
import { ranked, shownFigure } from '@citizen/modules/assessment/figures'
import { faultsOf } from '@citizen/modules/report/draft'
import { isPhone } from '@citizen/platform/phone'
import { isPassing } from '@citizen/platform/outbox'
import { fitted } from '@citizen/platform/photos'
import { isStale } from '@citizen/platform/proven'
import { routeOf } from '@citizen/platform/router'
import { isWithin, metresBetween } from '@citizen/platform/where'
import { chosenLanguage, has, loadAllWords, named, t, useLanguage } from '@citizen/platform/words'

const at = { lon: 112.2, lat: 31.03 }

describe('a report', () => {
  test('needs a place and a sentence, and nothing else', () => {
    expect(faultsOf({ position: at, description: 'lamp out' })).toEqual([])
    expect(faultsOf({ position: null, description: ' abc ' }).map(({ field }) => field)).toEqual(['place', 'description'])
  })

  test('takes a telephone number however it is typed', () => {
    expect(isPhone('138 0000-1111')).toBe(true)
    expect(isPhone('+86 13800001111')).toBe(true)
    expect(isPhone('12 Main St')).toBe(false)
    expect(isPhone('110')).toBe(false)
  })

  test('travels with photos no larger than anybody needs', () => {
    expect(fitted(4000, 3000)).toEqual([2048, 1536])
    expect(fitted(800, 600)).toEqual([800, 600])
  })

  test('waits for a network, a busy server and a server that is down, and for nothing else', () => {
    const status = (code: number): ApiProblem => new ApiProblem({ status: code, code: `http.${code}` })
    expect(isPassing(unreachable())).toBe(true)
    expect([408, 425, 429, 500, 503].every((code) => isPassing(status(code)))).toBe(true)
    expect([400, 403, 404, 409, 413, 422].some((code) => isPassing(status(code)))).toBe(false)
  })

  test('asks for another puzzle when the first one no longer holds', () => {
    expect(isStale(new ApiProblem({ status: 409, code: 'engagement.challenge-over' }))).toBe(true)
    expect(isStale(new ApiProblem({ status: 400, code: 'engagement.bad-phone' }))).toBe(false)
  })
})

describe('addresses and codes', () => {
  test('an address names a page and the code behind it', () => {
    expect(routeOf('/m/', '').page).toBe('home')
    expect(routeOf('/m/r/7KQ2M-XW9DA', '')).toMatchObject({ page: 'r', id: '7KQ2M-XW9DA' })
    expect(routeOf('/m/report', '?step=check').query.get('step')).toBe('check')
  })

  test('a code is known however it is typed, and what no code holds is not', () => {
    expect(isCode('7kq2m xw9da')).toBe(true)
    expect(isCode('7KQ2M-XW9DA')).toBe(true)
    expect(isCode('7KQ2M-XW9D0')).toBe(false)
    expect(isCode('7KQ2M')).toBe(false)
  })

  test('a place outside the city is noticed where the city knows its bounds', () => {
    const bounds = { west: 112, south: 31, east: 112.5, north: 31.5 }
    expect(isWithin(bounds, at)).toBe(true)
    expect(isWithin(bounds, { lon: 116.4, lat: 39.9 })).toBe(false)
    expect(isWithin(null, { lon: 116.4, lat: 39.9 })).toBe(true)
  })

  test('distances are those on the ground', () => {
    expect(metresBetween(at, { lon: 112.2, lat: 31.04 })).toBeCloseTo(1112, -1)
    expect(metresBetween(at, { lon: 112.21, lat: 31.03 })).toBeCloseTo(953, -1)
  })
})

describe('language', () => {
  test('is the one asked for, else the one kept, else that of the phone', () => {
    expect(chosenLanguage('?lang=en', 'zh-CN', 'zh-CN')).toBe('en')
    expect(chosenLanguage('', 'en', 'zh-CN')).toBe('en')
    expect(chosenLanguage('', null, 'zh-TW')).toBe('zh-CN')
    expect(chosenLanguage('', null, 'de-DE')).toBe('en')
    expect(chosenLanguage('?lang=xx', 'yy', '')).toBe('zh-CN')
  })

  test('the words of the other pages come when they are wanted', async () => {
    await useLanguage('en')
    expect(t('home.report')).toBe('Report a problem')
    expect(has('report.next')).toBe(false)
    await loadAllWords()
    expect(t('unit.metres', { n: 40 })).toBe('40 m')
    expect(t('nothing.of.the.kind')).toBe('nothing.of.the.kind')
    expect(named({ zh: 'zh only', en: '' })).toBe('zh only')
  })
})

test('opening hours are read in the words of the reader', async () => {
  await useLanguage('en')
  await loadAllWords()
  expect(hoursInWords('Mo-Fr 08:00-18:00; Sa off')).toBe('Mon-Fri 08:00-18:00; Sat closed')
  expect(hoursInWords('24/7')).toBe('day and night')
  expect(hoursInWords('2027-02-06..2027-02-08 off')).toBe('2027-02-06 to 2027-02-08 closed')
})

test('published figures are ranked, and who has none stands last', async () => {
  await useLanguage('en')
  const subject = (code: string, value: string) => ({
    code,
    name: { zh: code, en: code },
    figures: { rate: { numerator: 1, denominator: 2, value } },
  })
  const order = ranked([subject('a', ''), subject('b', '0.5'), subject('c', '0.915')], { code: 'rate' })
  expect(order.map(({ code }) => code)).toEqual(['c', 'b', 'a'])
  expect(order.map(({ figures }) => shownFigure(figures.rate, 'rate'))).toEqual(['91.5%', '50.0%', '\u2013'])
  expect(shownFigure({ numerator: 3, denominator: 1, value: '1234' }, 'count')).toBe('1,234')
})

test('all words that are fetched before the first ones have come are those of the language asked for', async () => {
  vi.resetModules()
  const fresh = await import('@citizen/platform/words')
  const first = fresh.useLanguage('en')
  await Promise.all([fresh.loadAllWords(), first])
  expect(fresh.language.value).toBe('en')
  expect(fresh.t('report.next')).toBe((await import('@citizen/i18n/en.json')).default.report.next)
})
