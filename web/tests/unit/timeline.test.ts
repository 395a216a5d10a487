import { describe, expect, it } from 'vitest'
import { timelineLine, type Namer } from '@desk/modules/casework/timeline'
import type { TimelineEntry } from '@shared/api/types'
import { i18n } from '@shared/i18n'

const { t, te } = i18n.global
const namer: Namer = {
  department: (code) => `<${code}>`,
  category: (code) => `<${code}>`,
  source: (code) => `<${code}>`,
  moment: (text) => text.slice(0, 10),
  word: (key) => (te(key) ? t(key) : ''),
}

const entry = (kind: string, details: Record<string, string> = {}, actor = '7'): TimelineEntry => ({
  seq: 1,
  kind,
  at: '2026-11-23T01:00:00Z',
  actor,
  actorName: actor === '7' ? 'Lin' : '',
  details,
})

describe('a line of the timeline', () => {
  it('is the sentence of its kind', () => {
    expect(timelineLine(entry('taken-up'), namer)).toMatchObject({ key: 'event.taken-up', parameters: { actor: 'Lin' } })
  })

  it('tells the due time when the event set one', () => {
    const line = timelineLine(entry('dispatched', { department: 'HW1', due: '2026-11-24T01:00:00Z' }), namer)
    expect(line.key).toBe('eventWithDue.dispatched')
    expect(line.parameters).toMatchObject({ department: '<HW1>', due: '2026-11-24' })
  })

  it('tells a signal of the clock by what it signals', () => {
    expect(timelineLine(entry('deadline-raised', { signal: 'overdue' }, 'system:deadlines'), namer).key).toBe('eventSignal.overdue')
  })

  it('quotes reasons and notes, and shows the photos', () => {
    const line = timelineLine(entry('handled', { note: 'Swept.', photos: 'a b' }), namer)
    expect(line.quotes).toEqual(['Swept.'])
    expect(line.photos).toEqual(['a', 'b'])
  })

  it('names a machine as a machine', () => {
    expect(timelineLine(entry('reported', {}, 'import:boston'), namer).parameters.actor).toBe(t('actor.import'))
  })

  it('still says something about a kind it does not know', () => {
    expect(timelineLine(entry('teleported'), namer)).toMatchObject({ key: 'eventOther.said', parameters: { kind: 'teleported' } })
  })
})
