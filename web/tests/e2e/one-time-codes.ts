import { createHmac } from 'node:crypto'
import fs from 'node:fs'

/** An authenticator app: codes of thirty seconds (RFC 6238), none of them given twice. */

const STEP_SECONDS = 30
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function bytesOf(base32: string): Buffer {
  let bits = ''
  for (const letter of base32.replaceAll(/[\s=]/g, '')) bits += ALPHABET.indexOf(letter).toString(2).padStart(5, '0')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
}

export function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', bytesOf(secret)).update(counter).digest()
  const at = mac[mac.length - 1]! & 0x0f
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

interface Kept {
  secret: string
  lastStep: number
}

/** Secrets are kept beside the sign-ins, for every file of tests and for the next run. */
export class Authenticator {
  readonly #file: string
  readonly #kept: Record<string, Kept>

  constructor(file: string) {
    this.#file = file
    this.#kept = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, Kept>) : {}
  }

  knows(username: string): boolean {
    return username in this.#kept
  }

  keep(username: string, secret: string): void {
    this.#kept[username] = { secret, lastStep: 0 }
    this.#write()
  }

  forget(username: string): void {
    delete this.#kept[username]
    this.#write()
  }

  /** The next code that counts; waits when the one after the present one was given already. */
  async code(username: string): Promise<string> {
    const kept = this.#kept[username]
    if (!kept) throw new Error(`${username} has no second factor here`)
    const now = (): number => Math.floor(Date.now() / 1000 / STEP_SECONDS)
    const step = Math.max(now(), kept.lastStep + 1)
    while (step > now() + 1) await new Promise((resolve) => setTimeout(resolve, 1_000))
    kept.lastStep = step
    this.#write()
    return codeAt(kept.secret, step)
  }

  #write(): void {
    fs.writeFileSync(this.#file, JSON.stringify(this.#kept, null, 2))
  }
}
