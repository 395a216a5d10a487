/** Photos as a camera writes them: a JPEG with when, where and by what it was taken. */

export interface Shot {
  /** Local time as cameras write it: `2026:03:02 09:00:00`. */
  taken: string
  /** Whole degrees, minutes and seconds. */
  north: [number, number, number]
  east: [number, number, number]
  device: string
}

/** Puts an EXIF segment in front of the picture. */
export function byCamera(jpeg: Buffer, shot: Shot): Buffer {
  const tiff = Buffer.alloc(400)
  const entries = (at: number, list: [tag: number, type: number, count: number, value: number][]): void => {
    tiff.writeUInt16BE(list.length, at)
    list.forEach(([tag, type, count, value], index) => {
      const from = at + 2 + index * 12
      tiff.writeUInt16BE(tag, from)
      tiff.writeUInt16BE(type, from + 2)
      tiff.writeUInt32BE(count, from + 4)
      tiff.writeUInt32BE(value >>> 0, from + 8)
    })
  }
  const degrees = (at: number, parts: [number, number, number]): void =>
    parts.forEach((part, index) => {
      tiff.writeUInt32BE(part, at + index * 8)
      tiff.writeUInt32BE(1, at + index * 8 + 4)
    })
  tiff.write('MM', 0, 'latin1')
  tiff.writeUInt16BE(42, 2)
  tiff.writeUInt32BE(8, 4)
  entries(8, [
    [0x0110, 2, shot.device.length + 1, 300],
    [0x8769, 4, 1, 80],
    [0x8825, 4, 1, 100],
  ])
  entries(80, [[0x9003, 2, 20, 210]])
  entries(100, [
    [1, 2, 2, 'N'.charCodeAt(0) << 24],
    [2, 5, 3, 240],
    [3, 2, 2, 'E'.charCodeAt(0) << 24],
    [4, 5, 3, 270],
  ])
  tiff.write(`${shot.taken}\0`, 210, 'latin1')
  degrees(240, shot.north)
  degrees(270, shot.east)
  tiff.write(`${shot.device}\0`, 300, 'latin1')
  const head = Buffer.concat([Buffer.from([0xff, 0xe1, 0, 0]), Buffer.from('Exif\0\0', 'latin1'), tiff])
  head.writeUInt16BE(head.length - 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, jpeg.subarray(2)])
}
