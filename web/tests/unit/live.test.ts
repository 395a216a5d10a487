import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { mount } from '@vue/test-utils'
import { defineComponent } from 'vue'
import { startLive, stopLive, useMoved, type Moved } from '@desk/platform/live'

/** A stream that does what the test says. */
class Stream extends EventTarget {
  static readonly CLOSED = 2
  static opened: Stream[] = []
  readyState = 0

  constructor() {
    super()
    Stream.opened.push(this)
  }

  /** The server has enough lists open: the browser takes its answer for an end. */
  end(): void {
    this.readyState = Stream.CLOSED
    this.dispatchEvent(new Event('error'))
  }

  close(): void {
    this.readyState = Stream.CLOSED
  }
}

describe('a live list', () => {
  const told: Moved[] = []
  const Page = defineComponent({ setup: () => useMoved((moved) => told.push(moved), 0), template: '<p></p>' })

  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('EventSource', Stream)
    Stream.opened = []
    told.length = 0
  })
  afterEach(() => {
    stopLive()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('that the server does not open asks each minute, and tries to be live again', () => {
    mount(Page)
    startLive()
    Stream.opened[0]!.end()
    vi.advanceTimersByTime(61_000)
    expect(told).toEqual([null])
    expect(Stream.opened).toHaveLength(2)
    vi.advanceTimersByTime(60_000)
    expect(Stream.opened, 'one that is open is kept').toHaveLength(2)
  })

  it('that is stopped tries no more', () => {
    startLive()
    stopLive()
    vi.advanceTimersByTime(180_000)
    expect(Stream.opened).toHaveLength(1)
  })
})
