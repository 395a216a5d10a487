import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { leadingZeros, solve } from '@citizen/platform/proof'
import { sha256 } from '@citizen/platform/sha256'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

test('our SHA-256 is that of everybody, for every length around the edge of a block', () => {
  for (let length = 0; length < 140; length++) {
    const text = 'salt:7'.padEnd(length, 'x').slice(0, length)
    expect(hex(sha256(text))).toBe(createHash('sha256').update(text).digest('hex'))
  }
  expect(hex(sha256('\u7f51\u683c'))).toBe(createHash('sha256').update('\u7f51\u683c').digest('hex'))
})

test('zero bits are counted to the bit', () => {
  expect(leadingZeros(new Uint8Array([0x80]))).toBe(0)
  expect(leadingZeros(new Uint8Array([0x01]))).toBe(7)
  expect(leadingZeros(new Uint8Array([0, 0x1f]))).toBe(11)
  expect(leadingZeros(new Uint8Array([0, 0]))).toBe(16)
})

test('what solves a puzzle is checked by anybody with a plain hash', () => {
  const nonce = solve('5f2b', 12)
  const hash = createHash('sha256').update(`5f2b:${nonce}`).digest()
  expect(leadingZeros(hash)).toBeGreaterThanOrEqual(12)
  expect(solve('5f2b', 0)).toBe('0')
})
