import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Wx } from '../../apps/citizen/src/platform/wechat'

/** The citizens' page inside WeChat, against a stand-in that answers as WeChat's documents say. */

const SIGNED = { appId: 'wx1', timestamp: 1_700_000_000, nonceStr: 'abc', signature: 'f'.repeat(40), script: 'https://res.wx.qq.com/open/js/jweixin-1.6.0.js' }

function standIn(believes: boolean) {
  const said: { config?: Parameters<Wx['config']>[0]; card?: unknown } = {}
  let ready = (): void => undefined
  let wrong: (error: { errMsg: string }) => void = () => undefined
  const wx: Wx = {
    ready: (then) => (ready = then),
    error: (then) => (wrong = then),
    config: (wish) => {
      said.config = wish
      queueMicrotask(() => (believes ? ready() : wrong({ errMsg: 'config:invalid signature' })))
    },
    getLocation: ({ type, success, fail }) =>
      type === 'wgs84' ? success({ latitude: 31.0300001, longitude: 112.2, accuracy: 29.6 }) : fail?.({ errMsg: 'getLocation:fail' }),
    scanQRCode: ({ needResult, success }) => success({ resultStr: needResult ? 'https://city.example/m/r/ABCDE23456' : '' }),
    updateAppMessageShareData: (card) => (said.card = card),
    updateTimelineShareData: () => undefined,
  }
  return { wx, said }
}

function answering(status: number): void {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(status < 400 ? SIGNED : { code: 'messaging.wechat-unavailable' }), { status }))
}

function agent(text: string): void {
  vi.stubGlobal('navigator', { userAgent: text })
}

async function fresh() {
  vi.resetModules()
  return import('../../apps/citizen/src/platform/wechat')
}

describe('inside WeChat', () => {
  beforeEach(() => {
    vi.unstubAllGlobals()
    agent('Mozilla/5.0 (iPhone) MicroMessenger/8.0.50')
    answering(200)
  })

  it('the page is signed, and tells its place and what was scanned', async () => {
    const { wx, said } = standIn(true)
    const asked: string[] = []
    const { openWechat } = await fresh()
    const wechat = await openWechat(async (address) => {
      asked.push(address)
      return wx
    })
    expect(asked).toEqual([SIGNED.script])
    expect(said.config).toMatchObject({ appId: 'wx1', nonceStr: 'abc', signature: SIGNED.signature })
    expect(said.config?.jsApiList).toContain('getLocation')
    expect(await wechat!.locate()).toEqual({ at: { lon: 112.2, lat: 31.03 }, accuracyM: 30 })
    const { codeIn } = await import('../../apps/citizen/src/modules/follow/code')
    expect(codeIn(await wechat!.scan())).toBe('ABCDE23456')
  })

  it('the card that friends see leads to the front page, never to a report', async () => {
    const { wx, said } = standIn(true)
    const { openWechat } = await fresh()
    ;(await openWechat(async () => wx))!.share('E点通', '拍照上报')
    expect(JSON.stringify(said.card)).not.toContain('/r/')
  })

  it('a signature that is not believed leaves the page as in any browser', async () => {
    const { openWechat } = await fresh()
    expect(await openWechat(async () => standIn(false).wx)).toBeNull()
  })

  it('nothing is fetched where the city has not set it up, and nothing outside of WeChat', async () => {
    answering(503)
    let fetched = 0
    const load = async () => {
      fetched += 1
      return standIn(true).wx
    }
    expect(await (await fresh()).openWechat(load)).toBeNull()
    answering(200)
    agent('Mozilla/5.0 (iPhone) Safari')
    expect(await (await fresh()).openWechat(load)).toBeNull()
    expect(fetched).toBe(0)
  })
})
