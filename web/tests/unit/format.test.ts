import { describe, expect, it } from 'vitest'
import { coordinates, dateTime, monthOf, parseCoordinates } from '@shared/i18n/format'
import { barLength, formatFigure, isMonth, monthAfter, nextSorting, readSorting, sorted, writeSorting } from '@desk/modules/assessment/figures'

const figure = (value: string | null, numerator = 0, denominator = 0) => ({ numerator, denominator, value })

describe('moments', () => {
  it('are told in the zone of the city, whatever the zone of the desk', () => {
    expect(dateTime('2026-11-23T16:30:00Z', 'Asia/Shanghai')).toBe('2026-11-24 00:30')
    expect(dateTime('2011-08-01T03:59:00Z', 'America/New_York')).toBe('2011-07-31 23:59')
  })

  it('belong to the month of the city', () => {
    expect(monthOf(Date.parse('2026-11-30T16:00:00Z'), 'Asia/Shanghai')).toBe('2026-12')
  })
})

describe('coordinates', () => {
  it('are written latitude first', () => {
    expect(coordinates([112.1994, 31.0281])).toBe('31.02810, 112.19940')
  })

  it.each(['31.0281, 112.1994', ' 31.0281 112.1994 ', '31.0281\uff0c112.1994'])('are read from %s', (text) => {
    expect(parseCoordinates(text)).toEqual([112.1994, 31.0281])
  })

  it.each(['', '31.0281', '112.1994, 31.0281', 'here, there', '1 2 3'])('are not read from %s', (text) => {
    expect(parseCoordinates(text)).toBeNull()
  })
})

describe('figures', () => {
  it('show rates as percent, hours with one digit, counts whole', () => {
    expect(formatFigure(figure('0.953200'), 'rate', 'en')).toBe('95.3%')
    expect(formatFigure(figure('12.345'), 'hours', 'en')).toBe('12.3')
    expect(formatFigure(figure('1280'), 'count', 'en')).toBe('1,280')
  })

  it('show a dash when the denominator was zero', () => {
    expect(formatFigure(figure(null), 'rate', 'en')).toBe('–')
    expect(formatFigure(figure(''), 'rate', 'en')).toBe('–')
    expect(formatFigure(undefined, 'count', 'en')).toBe('–')
  })

  it('have a bar against the whole for rates, against the greatest otherwise', () => {
    expect(barLength(figure('0.5'), 'rate', 99)).toBe(50)
    expect(barLength(figure('30'), 'count', 120)).toBe(25)
    expect(barLength(figure(null), 'rate', 1)).toBe(0)
  })
})

describe('sorting the subjects', () => {
  const subject = (code: string, value: string | null) => ({ code, name: { zh: code, en: code }, figures: { rate: figure(value) } })
  const all = [subject('b', '0.5'), subject('c', null), subject('a', '0.9')]
  const codes = (text: string) => sorted(all, readSorting(text), ({ code }) => code).map(({ code }) => code)

  it('goes by name at first', () => {
    expect(codes('')).toEqual(['a', 'b', 'c'])
  })

  it('puts those without a value last, both ways', () => {
    expect(codes('rate')).toEqual(['b', 'a', 'c'])
    expect(codes('-rate')).toEqual(['a', 'b', 'c'])
  })

  it('turns a column over when it is asked for again', () => {
    const first = nextSorting({ by: '', descending: false }, 'rate')
    expect(writeSorting(first)).toBe('-rate')
    expect(writeSorting(nextSorting(first, 'rate'))).toBe('rate')
  })
})

describe('months', () => {
  it('go over the turn of the year', () => {
    expect(monthAfter('2026-12', 1)).toBe('2027-01')
    expect(monthAfter('2026-01', -1)).toBe('2025-12')
  })

  it('are told from other texts', () => {
    expect(isMonth('2011-08')).toBe(true)
    expect(isMonth('2011-13')).toBe(false)
    expect(isMonth('2011')).toBe(false)
  })
})
