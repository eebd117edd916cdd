// Draws the app's icon from icon.svg in every size and container the systems want.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'

const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512]
const windowsSizes = [16, 24, 32, 48, 64, 128, 256]
/** Apple's names for PNGs of these widths inside an .icns file. */
const appleSizes = { ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 }

/** Writes `linux/<n>x<n>.png`, `icon.ico` and `icon.icns` into `folder`. */
export async function drawIcons(folder) {
  const svg = readFileSync(join(import.meta.dirname, 'icon.svg'))
  const drawn = new Map()
  for (const size of new Set([...linuxSizes, ...windowsSizes, ...Object.values(appleSizes)])) {
    drawn.set(
      size,
      await sharp(svg, { density: (72 * size) / 256 })
        .resize(size, size)
        .png()
        .toBuffer(),
    )
  }
  const png = size => drawn.get(size)
  mkdirSync(join(folder, 'linux'), { recursive: true })
  for (const size of linuxSizes) writeFileSync(join(folder, 'linux', `${size}x${size}.png`), png(size))
  writeFileSync(join(folder, 'icon.ico'), ico(windowsSizes.map(size => ({ size, png: png(size) }))))
  writeFileSync(
    join(folder, 'icon.icns'),
    icns(Object.entries(appleSizes).map(([type, size]) => ({ type, png: png(size) }))),
  )
}

/** A directory of pictures, then the pictures. A width of 256 is written as 0. */
function ico(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  pictures.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  })
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}

/** Blocks of a four-letter type, their length with this head, and a PNG. */
function icns(pictures) {
  const block = (type, bytes) => {
    const head = Buffer.alloc(8)
    head.write(type, 0, 'latin1')
    head.writeUInt32BE(bytes.length + 8, 4)
    return Buffer.concat([head, bytes])
  }
  return block('icns', Buffer.concat(pictures.map(({ type, png }) => block(type, png))))
}
