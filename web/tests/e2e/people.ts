import type { Person } from './desk.ts'

/** What the tests need to know of the people of the city. */

interface Row {
  id: string
  staffNo: string
  name: string
}

/** Somebody who holds the post today, as the server tells it. */
export async function somebody(person: Person, post: string): Promise<Row> {
  const { items } = await person.ask<{ items: Row[] }>(`/api/people?post=${post}&limit=1`)
  if (!items[0]) throw new Error(`Nobody holds the post ${post}`)
  return items[0]
}

/** A day of the city so many days from now: `2026-11-23`. */
export function daysFromToday(days: number): string {
  const inCity = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' })
  return inCity.format(new Date(Date.now() + days * 86_400_000))
}
