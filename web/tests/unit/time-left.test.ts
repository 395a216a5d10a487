import { describe, expect, it } from 'vitest'
import { clockRuns } from '@shared/api/states'
import { durationParts, timeLeft } from '@shared/i18n/format'

const noon = Date.parse('2026-11-23T12:00:00Z')
const clocked = (dueAt: string | null, warnAt: string | null = dueAt) => ({ light: 'green' as const, dueAt, warnAt })

describe('the time left of a case', () => {
  it('is calm before the warning', () => {
    expect(timeLeft(clocked('2026-11-23T14:00:00Z', '2026-11-23T13:30:00Z'), noon)).toEqual({ urgency: 'calm', minutes: 120 })
  })

  it('is soon from the moment of the warning on', () => {
    expect(timeLeft(clocked('2026-11-23T12:20:00Z', '2026-11-23T12:00:00Z'), noon)).toEqual({ urgency: 'soon', minutes: 20 })
  })

  it('is not late at the due moment itself', () => {
    expect(timeLeft(clocked('2026-11-23T12:00:00Z'), noon).urgency).toBe('soon')
  })

  it('counts the minutes gone by once it is late', () => {
    expect(timeLeft(clocked('2026-11-23T11:18:00Z'), noon)).toEqual({ urgency: 'late', minutes: 42 })
  })

  it('rounds a started minute up while there is time, so that nothing says zero too early', () => {
    expect(timeLeft(clocked('2026-11-23T12:00:30Z'), noon).minutes).toBe(1)
  })

  it('does not run where the server says that no clock runs', () => {
    expect(timeLeft({ light: 'none', dueAt: '2026-11-23T11:00:00Z' }, noon).urgency).toBe('none')
    expect(timeLeft({ light: 'green' }, noon).urgency).toBe('none')
  })
})

describe('the clock of a case', () => {
  it('runs while somebody owes something', () => {
    expect(clockRuns({ state: 'to-dispatch', light: 'green' })).toBe(true)
    expect(clockRuns({ state: 'HANDLING', light: 'red' })).toBe(true)
  })

  it('stands still once the case has ended or is suspended, whatever light it had', () => {
    expect(clockRuns({ state: 'closed', light: 'red' })).toBe(false)
    expect(clockRuns({ state: 'suspended', light: 'yellow' })).toBe(false)
    expect(clockRuns({ state: 'reported', light: 'none' })).toBe(false)
  })
})

describe('a span in words', () => {
  it.each([
    [0, 'minutes'],
    [59, 'minutes'],
    [60, 'hoursOnly'],
    [200, 'hours'],
    [1440, 'daysOnly'],
    [1441, 'daysOnly'],
    [1500, 'days'],
  ])('of %i minutes takes the form %s', (minutes, form) => {
    expect(durationParts(minutes).form).toBe(form)
  })

  it('keeps its two largest parts', () => {
    expect(durationParts(2 * 1440 + 3 * 60 + 20)).toMatchObject({ days: 2, hours: 3 })
  })
})
