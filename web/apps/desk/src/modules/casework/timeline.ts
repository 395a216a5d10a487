import type { TimelineEntry } from '@shared/api/types'

/** Turns codes into names for the reader. */
export interface Namer {
  department(code: string): string
  category(code: string): string
  source(code: string): string
  moment(text: string): string
  /** The message of a key, or the empty text when there is none. */
  word(key: string): string
}

/** An event as a sentence, what was said with it in full, and the photos it brought. */
export interface TimelineLine {
  key: string
  parameters: Record<string, string>
  quotes: string[]
  photos: string[]
}

const QUOTED = ['reason', 'answer', 'note', 'message', 'record', 'description'] as const

const list = (text: string | undefined): string[] => (text ?? '').split(' ').filter(Boolean)

/** The person's name, or what kind of machine acted. */
export function actorOf(entry: TimelineEntry, namer: Namer): string {
  const [kind, ...name] = entry.actor.split(':')
  if (kind === 'system') return namer.word('actor.system')
  if (kind === 'import') return namer.word('actor.import')
  return entry.actorName || name.join(':') || entry.actor
}

/** What a yes or no of the event means in words: `confirmed` true is another word than `waived` true. */
function outcome(entry: TimelineEntry, namer: Namer): string {
  for (const name of ['confirmed', 'waived']) {
    const said = entry.details[name]
    if (said !== undefined) return namer.word(`choice.${name}.${said}`)
  }
  const ended = entry.details.outcome
  return ended ? namer.word(`state.${ended}`) : ''
}

export function timelineLine(entry: TimelineEntry, namer: Namer): TimelineLine {
  const { details } = entry
  const plain = `event.${entry.kind}`
  const withSignal = `eventSignal.${details.signal ?? ''}`
  const withDue = `eventWithDue.${entry.kind}`
  let key = plain
  if (details.signal && namer.word(withSignal)) key = withSignal
  else if (details.due && namer.word(withDue)) key = withDue
  else if (!namer.word(plain)) key = 'eventOther.said'
  return {
    key,
    parameters: {
      actor: actorOf(entry, namer),
      kind: entry.kind,
      department: details.department ? namer.department(details.department) : '',
      category: details.category ? namer.category(details.category) : '',
      source: details.source ? namer.source(details.source) : '',
      handler: entry.handlerName ?? '',
      due: details.due ? namer.moment(details.due) : '',
      review: details.review ?? '',
      round: details.round ?? '',
      into: details.into ?? '',
      from: details.from ?? '',
      outcome: outcome(entry, namer),
    },
    quotes: [
      ...(details.ground ? [namer.word(`refusalGround.${details.ground}`) || details.ground] : []),
      ...list(details.assisting).map((code) => `${namer.word('case.assisting')} ${namer.department(code)}`),
      ...QUOTED.flatMap((name) => (details[name] ? [details[name]] : [])),
    ],
    photos: list(details.photos),
  }
}
