import type { Browser, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { byCamera } from './camera.ts'
import { asPost, report, type Case } from './cases.ts'
import { base, launch, type Person } from './desk.ts'
import { inspectBoth } from './looks.ts'

/** Photos: sent through a cut connection, seen side by side, covered before they are published. */


let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

interface File {
  photos: { before: string[]; after: string[] }
}

/** A finished case with photos of before and after. */
async function pairOf(person: Person): Promise<{ id: number; file: File }> {
  const list = await person.ask<{ items: { id: number }[] }>('/api/cases?view=finished&limit=50')
  for (const { id } of list.items) {
    const file = await person.ask<File>(`/api/cases/${id}`)
    if (file.photos.before.length > 0 && file.photos.after.length > 0) return { id, file }
  }
  throw new Error('No finished case has a pair of photos')
}

describe('a photo', () => {
  it('goes on where it stopped when the connection is cut', async () => {
    await asPost(browser, 'SUPERVISOR', 'zh-CN', async (person) => {
      const { page } = person
      await person.open('/report')
      await page.locator('.pick-map canvas').first().waitFor()
      const pieces: string[] = []
      const cut = async (route: Route): Promise<void> => {
        const request = route.request()
        if (request.method() !== 'PATCH') return route.continue()
        pieces.push((await request.headerValue('upload-offset')) ?? '')
        if (pieces.length === 2) return route.abort('connectionreset')
        return route.continue()
      }
      await page.route('**/api/uploads/**', cut)
      const picture = await page.evaluate(() => {
        const canvas = document.createElement('canvas')
        canvas.width = 1600
        canvas.height = 1200
        const pen = canvas.getContext('2d')!
        const pixels = pen.createImageData(canvas.width, canvas.height)
        for (let index = 0; index < pixels.data.length; index++) pixels.data[index] = Math.random() * 256
        pen.putImageData(pixels, 0, 0)
        return canvas.toDataURL('image/jpeg', 0.98).split(',')[1]!
      })
      const bytes = Buffer.from(picture, 'base64')
      expect(bytes.length).toBeGreaterThan(2 * 1024 * 1024)
      await page.setInputFiles('.report .form input[type=file]', { name: 'noise.jpg', mimeType: 'image/jpeg', buffer: bytes })
      const shown = page.locator('.report .form .picker li img')
      await shown.waitFor({ timeout: 60_000 })
      expect(pieces[0]).toBe('0')
      expect(pieces.filter((offset) => offset === pieces[1]).length, 'the piece that was cut is sent again').toBe(2)
      expect(new Set(pieces).size, 'no other piece is sent twice').toBe(pieces.length - 1)
      person.errors.splice(0, person.errors.length, ...person.errors.filter((error) => !error.includes('ERR_CONNECTION_RESET')))
      await person.shot('upload-whole')
    })
  })

  it.each(['zh-CN', 'en'] as const)('stands beside the one taken after, in %s', async (language) => {
    await asPost(browser, 'SHIFT_LEAD', language, async (person) => {
      const { page } = person
      const { id } = await pairOf(person)
      await person.open(`/cases/${id}`)
      await inspectBoth(person, 'case-photos')
      await page.click('[data-compare]')
      await page.waitForSelector('.compare-dialog .stage img')
      await inspectBoth(person, 'compare')
      await page.locator('.stage').focus()
      await page.keyboard.press('+')
      expect(Number(await page.getAttribute('.stage', 'data-zoom'))).toBeGreaterThan(1)
      await page.click('[data-slide]')
      await inspectBoth(person, 'compare-slide')
    })
  })

  it.each(['zh-CN', 'en'] as const)('is covered by hand for publication, in %s', async (language) => {
    await asPost(browser, 'SHIFT_LEAD', language, async (person) => {
      const { page } = person
      const { id, file } = await pairOf(person)
      const photo = file.photos.before[0]!
      await person.open(`/cases/${id}`)
      await page.locator('[data-blur]').first().click()
      await page.waitForSelector('.blur-dialog img')
      await page.click('[data-blur-add]')
      await page.locator('.blur-dialog .box').last().focus()
      for (const key of ['ArrowRight', 'ArrowDown']) await page.keyboard.press(key)
      await inspectBoth(person, 'blur')
      await page.click('[data-blur-save]')
      const link = page.locator('.blur-dialog .foot a')
      await link.waitFor()
      const published = await page.request.get(`${base}${await link.getAttribute('href')}`)
      const original = await page.request.get(`${base}/api/cases/${id}/photos/${photo}`)
      expect(published.headers()['content-type']).toBe('image/jpeg')
      expect((await published.body()).equals(await original.body())).toBe(false)
    })
  })

  it.each(['zh-CN', 'en'] as const)('shows what the camera wrote to who says why, in %s', async (language) => {
    let made: Case = { id: '', no: '' }
    await asPost(browser, 'SUPERVISOR', language, async (person) => {
      made = await report(person, (jpeg) =>
        byCamera(jpeg, { taken: '2026:03:02 09:00:00', north: [31, 4, 12], east: [112, 12, 0], device: 'Mate 60' }),
      )
    })
    await asPost(browser, 'SHIFT_LEAD', language, async (person) => {
      const { page } = person
      await person.open(`/cases/${made.id}`)
      await page.locator('[data-facts]').first().click()
      await page.locator('.form-dialog button[type=submit]').click()
      await page.waitForSelector('.form-dialog .missing')
      await page.fill('.form-dialog textarea', language === 'en' ? 'The place does not fit' : '拍摄地点存疑，核对')
      await inspectBoth(person, 'facts-reason')
      await page.locator('.form-dialog button[type=submit]').click()
      await page.waitForSelector('.facts-dialog [data-sign="FAR"]')
      const says = await page.locator('.facts-dialog').innerText()
      expect(says).toContain('2026-03-02 09:00')
      expect(says).toContain('Mate 60')
      await inspectBoth(person, 'facts')
    })
  })
})
