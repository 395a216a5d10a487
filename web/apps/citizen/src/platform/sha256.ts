// SHA-256 (FIPS 180-4) without waiting: the puzzle asks for a hundred thousand short ones, and the
// browser's own answers each of them through a promise.
const ROUNDS = 64
const K = new Uint32Array(ROUNDS)
const START = new Uint32Array(8)

/** The first 32 bits behind the point of a root of a prime. */
function fraction(root: number): number {
  return ((root - Math.floor(root)) * 0x1_0000_0000) | 0
}

for (let candidate = 2, found = 0; found < ROUNDS; candidate++) {
  let prime = true
  for (let divisor = 2; divisor * divisor <= candidate; divisor++) prime &&= candidate % divisor !== 0
  if (!prime) continue
  if (found < START.length) START[found] = fraction(Math.sqrt(candidate))
  K[found++] = fraction(Math.cbrt(candidate))
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}

const w = new Int32Array(ROUNDS)

function mix(state: Int32Array, block: DataView, offset: number): void {
  for (let i = 0; i < 16; i++) w[i] = block.getInt32(offset + i * 4)
  for (let i = 16; i < ROUNDS; i++) {
    const x = w[i - 15]!
    const y = w[i - 2]!
    const small = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)
    const large = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10)
    w[i] = (w[i - 16]! + small + w[i - 7]! + large) | 0
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number]
  for (let i = 0; i < ROUNDS; i++) {
    const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i]! + w[i]!) | 0
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  const after = [a, b, c, d, e, f, g, h]
  for (let i = 0; i < 8; i++) state[i] = (state[i]! + after[i]!) | 0
}

const encoder = new TextEncoder()

export function sha256(text: string): Uint8Array {
  const bytes = encoder.encode(text)
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x2000_0000))
  view.setUint32(padded.length - 4, bytes.length << 3)
  const state = new Int32Array(START)
  for (let offset = 0; offset < padded.length; offset += 64) mix(state, view, offset)
  const hash = new DataView(new ArrayBuffer(32))
  state.forEach((word, index) => hash.setInt32(index * 4, word))
  return new Uint8Array(hash.buffer)
}
