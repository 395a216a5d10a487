import type { Browser } from 'playwright-core'
import { holderOf, Person } from './desk.ts'
import type { At } from './field-phone.ts'

/** Cases brought by their people as far as somebody has to go and look, through the same addresses as the desk. */

interface Row {
  id: number
  caseNo: string
  description: string
}

interface File {
  state: string
  version: number
  timeline: { kind: string }[]
  photos: { before: string[]; after: string[] }
}

/** Sends as the page's script would, with its token. */
export async function send<T>(person: Person, path: string, body: unknown): Promise<T> {
  const answer = await person.page.evaluate(
    async ([address, text]) => {
      const token = /XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? ''
      const response = await fetch(address!, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': decodeURIComponent(token), 'Idempotency-Key': crypto.randomUUID() },
        body: text,
      })
      return { status: response.status, text: await response.text() }
    },
    [path, JSON.stringify(body)],
  )
  if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}: ${answer.text}`)
  return JSON.parse(answer.text) as T
}

/** Uploads a picture of its own and answers its name. */
async function photo(person: Person): Promise<string> {
  return person.page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 1200
    canvas.height = 900
    const pen = canvas.getContext('2d')!
    for (let spot = 0; spot < 300; spot++) {
      pen.fillStyle = `hsl(${Math.random() * 360} 35% ${30 + Math.random() * 50}%)`
      pen.fillRect(Math.random() * 1200, Math.random() * 900, 40 + Math.random() * 200, 40 + Math.random() * 200)
    }
    const blob = await new Promise<Blob>((done) => canvas.toBlob((made) => done(made!), 'image/jpeg', 0.85))
    const token = decodeURIComponent(/XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? '')
    const headers = { 'Tus-Resumable': '1.0.0', 'X-XSRF-TOKEN': token }
    const begun = await fetch('/api/uploads', { method: 'POST', headers: { ...headers, 'Upload-Length': String(blob.size) } })
    const whole = await fetch(begun.headers.get('Location')!, {
      method: 'PATCH',
      headers: { ...headers, 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' },
      body: blob,
    })
    return whole.headers.get('Gewu-Photo') ?? ''
  })
}

/** The people of the town at their desks, each signed in once. */
export class Town {
  private readonly browser: Browser
  private readonly people = new Map<string, Person>()

  constructor(browser: Browser) {
    this.browser = browser
  }

  async who(post: string, department?: string): Promise<Person> {
    const key = `${post} ${department ?? ''}`
    let person = this.people.get(key)
    if (!person) {
      person = await Person.signedIn(this.browser, holderOf(post, department), 'zh-CN')
      this.people.set(key, person)
    }
    return person
  }

  private async report(description: string, at: At): Promise<{ id: number; caseNo: string }> {
    const clerk = await this.who('INTAKE_CLERK')
    const categories = await clerk.ask<{ code: string; conditions: { code: string }[] }[]>('/api/categories')
    const category = categories[0]!
    return send(clerk, '/api/cases', {
      source: 'HOTLINE',
      category: category.code,
      condition: category.conditions[0]?.code,
      description,
      position: [at.longitude, at.latitude],
      photos: [await photo(clerk)],
    })
  }

  private async command(post: string, id: number, command: string, fields: object = {}, department?: string): Promise<void> {
    const person = await this.who(post, department)
    const { version } = await person.ask<File>(`/api/cases/${id}`)
    await send(person, `/api/cases/${id}/commands`, { command, version, ...fields })
  }

  /** A call that somebody has to verify. */
  async toVerify(description: string, at: At): Promise<number> {
    const { id } = await this.report(description, at)
    await this.command('INTAKE_CLERK', id, 'request-verification')
    return id
  }

  /** A case that its department says it has put right. */
  async toCheck(description: string, at: At): Promise<number> {
    const { id } = await this.report(description, at)
    const { department } = holderOf('HANDLER')
    await this.command('INTAKE_CLERK', id, 'accept')
    const lead = await this.who('SHIFT_LEAD')
    const { category, condition } = await lead.ask<{ category: string; condition?: string | null }>(`/api/cases/${id}`)
    await this.command('SHIFT_LEAD', id, 'file', { category, condition })
    await this.command('DISPATCHER', id, 'dispatch', { department })
    await this.command('HANDLER', id, 'take-up', {}, department)
    const handler = await this.who('HANDLER', department)
    await this.command('HANDLER', id, 'report-handled', { note: 'Done.', after: [await photo(handler)] }, department)
    await this.command('INTAKE_CLERK', id, 'request-check')
    return id
  }

  /** How often each of these words stands in a case of its own on the server. */
  async count(description: string): Promise<Row[]> {
    const lead = await this.who('SHIFT_LEAD')
    const { items } = await lead.ask<{ items: Row[] }>(`/api/cases?view=all&limit=50&q=${encodeURIComponent(description)}`)
    return items.filter((row) => row.description === description)
  }

  async file(id: number): Promise<File> {
    return (await this.who('SHIFT_LEAD')).ask<File>(`/api/cases/${id}`)
  }

  async leave(): Promise<void> {
    for (const person of this.people.values()) await person.leave()
  }
}
