import { describe, expect, it } from 'vitest'
import { hoursInWords, readHours, writeHours } from '@desk/modules/facilities/opening-hours'

describe('opening hours', () => {
  it('come out of the form as they went in', () => {
    for (const text of [
      '',
      '24/7',
      'Mo-Fr 08:00-18:00; Sa-Su off',
      'Mo-Su 18:00-02:00',
      'Mo 08:00-12:00,14:00-17:00; Tu-Su off; 2026-10-01..2026-10-07 10:00-16:00; 2027-02-17 off',
      'Mo-Su 00:00-24:00; 2027-02-17 off',
    ]) {
      expect(writeHours(readHours(text)), text).toBe(text)
    }
  })

  it('of a later rule stand before those of an earlier one, also past Sunday', () => {
    expect(readHours('Mo-Su 08:00-18:00; Sa-Mo 09:00-12:00').week).toEqual([
      '09:00-12:00',
      ...Array<string>(4).fill('08:00-18:00'),
      '09:00-12:00',
      '09:00-12:00',
    ])
    expect(readHours('Mo,We 08:00-18:00').week[1]).toBe('')
  })

  it('are taken as they are typed, and left to the server when they are none', () => {
    const form = readHours('')
    form.how = 'week'
    form.week[0] = ' 08:00 \u2013 12:00\u3001 14\uff1a00-18:00 '
    form.week[1] = 'from nine'
    form.exceptions.push({ from: '2026-10-01', until: '2026-10-01', spans: '' }, { from: '', until: '', spans: '' })
    expect(writeHours(form)).toBe('Mo 08:00-12:00,14:00-18:00; Tu fromnine; We-Su off; 2026-10-01 off')
  })

  it('are told in words', () => {
    const words: Record<string, string> = { Mo: 'Monday', Fr: 'Friday', off: 'closed', until: ' to ' }
    expect(hoursInWords('Mo-Fr off; 2026-10-01..2026-10-02 off', (part) => words[part] ?? part)).toBe(
      'Monday-Friday closed; 2026-10-01 to 2026-10-02 closed',
    )
  })
})
