/**
 * Opening hours as the form shows them. The server keeps one text of rules between semicolons
 * (`Mo-Fr 08:00-18:00; Sa off; 2026-10-01..2026-10-07 10:00-16:00`) and says what it cannot read.
 */
export const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const

const ALWAYS = '24/7'
const WHOLE_DAY = '00:00-24:00'
const CLOSED = 'off'

/** Dates on which the week does not hold; `until` is empty for one day, `spans` when it is closed. */
export interface ExceptionRow {
  from: string
  until: string
  spans: string
}

export interface HoursForm {
  how: 'unknown' | 'always' | 'week'
  /** The spans of each day from Monday, `08:00-12:00,14:00-18:00`; empty when it is closed. */
  week: string[]
  exceptions: ExceptionRow[]
}

const nothing = (): string[] => DAYS.map(() => '')

/** Days such as `Mo-Fr,Su` by their places in the week; a span may run past Sunday. */
function placesOf(days: string): number[] {
  return days.split(',').flatMap((part) => {
    const [first = '', last = first] = part.split('-')
    const from = DAYS.indexOf(first as (typeof DAYS)[number])
    const until = DAYS.indexOf(last as (typeof DAYS)[number])
    if (from < 0 || until < 0) return []
    const length = ((until - from + DAYS.length) % DAYS.length) + 1
    return Array.from({ length }, (_, step) => (from + step) % DAYS.length)
  })
}

export function readHours(text: string): HoursForm {
  const rules = text.split(';').map((rule) => rule.trim()).filter(Boolean)
  const form: HoursForm = { how: rules.length ? 'week' : 'unknown', week: nothing(), exceptions: [] }
  for (const rule of rules) {
    const [days = '', said = ''] = rule.split(/\s+/)
    const spans = said === CLOSED ? '' : said
    if (rule === ALWAYS) {
      form.week = DAYS.map(() => WHOLE_DAY)
    } else if (/^\d/.test(days)) {
      const [from = '', until = ''] = days.split('..')
      form.exceptions.push({ from, until, spans })
    } else {
      for (const place of placesOf(days)) form.week[place] = spans
    }
  }
  if (form.exceptions.length === 0 && form.week.every((day) => day === WHOLE_DAY)) form.how = 'always'
  return form
}

/** Figures as they are typed here: fullwidth marks and blanks are taken as meant. */
function plain(spans: string): string {
  return spans.normalize('NFKC').replace(/[\u3001;]/g, ',').replace(/[~\u2013\u2014]/g, '-').replace(/\s+/g, '')
}

function weekRules(week: readonly string[]): string[] {
  const rules: string[] = []
  for (let first = 0; first < DAYS.length; ) {
    let next = first + 1
    while (next < DAYS.length && week[next] === week[first]) next++
    const days = next - first > 1 ? `${DAYS[first]}-${DAYS[next - 1]}` : DAYS[first]
    rules.push(`${days} ${week[first] || CLOSED}`)
    first = next
  }
  return rules
}

export function writeHours(form: HoursForm): string {
  if (form.how === 'unknown') return ''
  if (form.how === 'always') return ALWAYS
  const exceptions = form.exceptions
    .filter(({ from }) => from)
    .map(({ from, until, spans }) => `${until && until !== from ? `${from}..${until}` : from} ${plain(spans) || CLOSED}`)
  return [...weekRules(form.week.map(plain)), ...exceptions].join('; ')
}

/** The rules in words of the page, which `word` knows for days, `off` and `24/7`. */
export function hoursInWords(text: string, word: (part: string) => string): string {
  return text.replace(/24\/7|\.\.|\b(?:Mo|Tu|We|Th|Fr|Sa|Su|off)\b/g, (part) =>
    word(part === ALWAYS ? 'always' : part === '..' ? 'until' : part),
  )
}
