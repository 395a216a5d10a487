import { signForWechat, type Spot, type WechatSignature } from '../api/open'
import { insideWechat } from './inside-wechat'
import type { Fix } from './where'

/**
 * What WeChat's own browser can do for a page (JS-SDK): its place, its scanner, the card that friends
 * see. Its script is fetched only inside WeChat, and only when the city has set it up.
 */

const PATIENCE_MS = 8_000
const WANTED = ['getLocation', 'scanQRCode', 'updateAppMessageShareData', 'updateTimelineShareData'] as const

interface Asked<T> {
  success(answer: T): void
  fail?(error: { errMsg: string }): void
  cancel?(): void
}

/** As WeChat documents it, as far as it is used here. */
export interface Wx {
  config(wish: { debug: boolean; appId: string; timestamp: number; nonceStr: string; signature: string; jsApiList: readonly string[] }): void
  ready(then: () => void): void
  error(then: (error: { errMsg: string }) => void): void
  getLocation(wish: { type: 'wgs84' | 'gcj02' } & Asked<{ latitude: number; longitude: number; accuracy: number }>): void
  scanQRCode(wish: { needResult: 0 | 1; scanType: string[] } & Asked<{ resultStr: string }>): void
  updateAppMessageShareData(card: { title: string; desc: string; link: string; imgUrl: string }): void
  updateTimelineShareData(card: { title: string; link: string; imgUrl: string }): void
}

export interface Wechat {
  locate(): Promise<Fix>
  /** The text behind the code that was scanned; empty when the person turned back. */
  scan(): Promise<string>
  share(title: string, words: string): void
}

export type LoadScript = (address: string) => Promise<Wx>

function loadScript(address: string): Promise<Wx> {
  return new Promise((done, failed) => {
    const script = document.createElement('script')
    script.src = address
    script.onload = () => done((window as unknown as { wx: Wx }).wx)
    script.onerror = () => failed(new Error('The script of WeChat did not come.'))
    document.head.append(script)
  })
}

function configured(wx: Wx, { script: _, ...signed }: WechatSignature): Promise<void> {
  return new Promise((done, failed) => {
    const timer = setTimeout(() => failed(new Error('WeChat does not answer.')), PATIENCE_MS)
    wx.error(({ errMsg }) => failed(new Error(errMsg)))
    wx.ready(() => {
      clearTimeout(timer)
      done()
    })
    wx.config({ debug: false, ...signed, jsApiList: WANTED })
  })
}

function six(degrees: number): number {
  return Number(degrees.toFixed(6))
}

function able(wx: Wx): Wechat {
  return {
    locate: () =>
      new Promise((done, failed) => {
        wx.getLocation({
          type: 'wgs84',
          success: ({ latitude, longitude, accuracy }) => {
            const at: Spot = { lon: six(longitude), lat: six(latitude) }
            done({ at, accuracyM: Math.round(accuracy) })
          },
          fail: () => failed('unknown'),
          cancel: () => failed('denied'),
        })
      }),
    scan: () =>
      new Promise((done, failed) => {
        wx.scanQRCode({
          needResult: 1,
          scanType: ['qrCode', 'barCode'],
          success: ({ resultStr }) => done(resultStr),
          fail: ({ errMsg }) => failed(new Error(errMsg)),
          cancel: () => done(''),
        })
      }),
    share: (title, desc) => {
      // Never the page itself: the address of a report is the key to it.
      const link = `${location.origin}${import.meta.env.BASE_URL}`
      const imgUrl = `${link}icon-192.png`
      wx.updateAppMessageShareData({ title, desc, link, imgUrl })
      wx.updateTimelineShareData({ title, link, imgUrl })
    },
  }
}

let opened: Promise<Wechat | null> | null = null

async function open(load: LoadScript): Promise<Wechat | null> {
  try {
    const signed = await signForWechat(location.href.split('#')[0]!)
    const wx = await load(signed.script)
    await configured(wx, signed)
    return able(wx)
  } catch {
    // Not set up, not reached or not believed: the page works as in any browser.
    return null
  }
}

/** WeChat's abilities, or null outside of it and where the city has not set it up; asked for once. */
export function openWechat(load: LoadScript = loadScript): Promise<Wechat | null> {
  if (!insideWechat()) return Promise.resolve(null)
  opened ??= open(load)
  return opened
}
