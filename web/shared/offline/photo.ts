/** Photos are made smaller on the phone, and carry time, place and person in the picture. */

const LONGEST_SIDE = 1600
const QUALITY = 0.82
const LINE = 1.45

/** The size of a picture whose longer side is at most so many pixels. */
export function fitted(width: number, height: number, longest = LONGEST_SIDE): { width: number; height: number } {
  const share = Math.min(1, longest / Math.max(width, height))
  return { width: Math.round(width * share), height: Math.round(height * share) }
}

function drawLines(pen: CanvasRenderingContext2D, lines: string[], width: number, height: number): void {
  const size = Math.max(18, Math.round(Math.min(width, height) / 26))
  const pad = Math.round(size * 0.7)
  pen.font = `600 ${size}px "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif`
  pen.textBaseline = 'top'
  const room = width - 2 * pad
  const deep = Math.round(lines.length * size * LINE) + 2 * pad
  pen.fillStyle = 'rgba(16, 24, 31, 0.62)'
  pen.fillRect(0, height - deep, width, deep)
  pen.fillStyle = '#ffffff'
  lines.forEach((line, index) => pen.fillText(line, pad, height - deep + pad + index * size * LINE, room))
}

/** A smaller JPEG with these lines along its lower edge; what the camera wrote beside it stays behind. */
export async function stamped(file: Blob, lines: string[]): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    const { width, height } = fitted(picture.width, picture.height)
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    const pen = canvas.getContext('2d')!
    pen.drawImage(picture, 0, 0, width, height)
    drawLines(pen, lines, width, height)
    return await new Promise<Blob>((done, failed) =>
      canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('canvas gave no picture'))), 'image/jpeg', QUALITY),
    )
  } finally {
    picture.close()
  }
}
