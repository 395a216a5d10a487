/** Photos as they travel: not larger than anybody needs, without the camera's notes in them. */

const LONGEST_EDGE = 2048
const LIGHT_BYTES = 400_000
const QUALITY = 0.86

export function fitted(width: number, height: number): [width: number, height: number] {
  const shrink = Math.min(1, LONGEST_EDGE / Math.max(width, height))
  return [Math.round(width * shrink), Math.round(height * shrink)]
}

function load(file: Blob): Promise<HTMLImageElement> {
  return new Promise((done, failed) => {
    const image = new Image()
    const address = URL.createObjectURL(file)
    image.onload = () => {
      URL.revokeObjectURL(address)
      done(image)
    }
    image.onerror = () => {
      URL.revokeObjectURL(address)
      failed(new Error('not a picture'))
    }
    image.src = address
  })
}

/** A JPEG of the picture that fits; refused when the file is no picture. */
export async function prepared(file: Blob): Promise<Blob> {
  const image = await load(file)
  const [width, height] = fitted(image.naturalWidth, image.naturalHeight)
  if (file.type === 'image/jpeg' && file.size <= LIGHT_BYTES && width === image.naturalWidth) return file
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')!.drawImage(image, 0, 0, width, height)
  const smaller = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
  return smaller ?? file
}
