import { sha256 } from './sha256'

/** Zero bits at the beginning of a hash. */
export function leadingZeros(bytes: Uint8Array): number {
  let zeros = 0
  for (const byte of bytes) {
    if (byte !== 0) return zeros + Math.clz32(byte) - 24
    zeros += 8
  }
  return zeros
}

/** The first number whose SHA-256 behind the salt begins with as many zero bits as asked for. */
export function solve(salt: string, bits: number): string {
  for (let nonce = 0; ; nonce++) {
    if (leadingZeros(sha256(`${salt}:${nonce}`)) >= bits) return String(nonce)
  }
}
