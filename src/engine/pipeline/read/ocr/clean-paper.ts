import type { GreyImage } from './pgm'

/** Side of the squares in which the colour of the paper is looked for, in pixels. */
const tile = 32
/** Share of the brightest pixels of a square that may be glare. */
const glare = 0.1
/** Share of the darkest pixels of a page that print is expected to cover. */
const inkShare = 0.02
/** Grey, of 255, above which a pixel is paper once the light is evened out. */
const paper = 225

/**
 * Evens out shadows and faint print: every pixel is measured against the paper around it, then stretched so that paper is white
 * and ink is black. Scans of good print come out as they were.
 */
export function cleanPaper(image: GreyImage): GreyImage {
  const { width, height, pixels } = image
  const columns = Math.ceil(width / tile)
  const rows = Math.ceil(height / tile)
  const light = smooth(paperLight(image, columns, rows), columns, rows)
  const even = new Uint8Array(pixels.length)
  const counts = new Uint32Array(256)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x
      const value = Math.min(255, Math.round(((pixels[at] ?? 255) * 255) / lightAt(light, columns, rows, x, y)))
      even[at] = value
      counts[value] = (counts[value] ?? 0) + 1
    }
  }
  const black = Math.min(darkest(counts, pixels.length * inkShare), paper - 60)
  const stretched = Uint8Array.from({ length: 256 }, (_, value) =>
    Math.max(0, Math.min(255, Math.round(((value - black) * 255) / (paper - black)))),
  )
  for (let at = 0; at < even.length; at += 1) even[at] = stretched[even[at] ?? 255] ?? 255
  return { width, height, pixels: even }
}

function paperLight({ width, height, pixels }: GreyImage, columns: number, rows: number): Float32Array {
  const light = new Float32Array(columns * rows)
  const counts = new Uint32Array(256)
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      counts.fill(0)
      let seen = 0
      for (let y = row * tile; y < Math.min(height, (row + 1) * tile); y += 2)
        for (let x = column * tile; x < Math.min(width, (column + 1) * tile); x += 2) {
          const value = pixels[y * width + x] ?? 255
          counts[value] = (counts[value] ?? 0) + 1
          seen += 1
        }
      light[row * columns + column] = brightest(counts, seen * glare)
    }
  return light
}

/** Mean over neighbouring squares: the light on paper changes slowly, print does not. */
function smooth(light: Float32Array, columns: number, rows: number): Float32Array {
  return light.map((_, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns]
    let [sum, count] = [0, 0]
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y += 1)
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x += 1) {
        sum += light[y * columns + x] ?? 255
        count += 1
      }
    return Math.max(40, sum / count)
  })
}

/** Light at a pixel, between the middles of the squares around it. */
function lightAt(light: Float32Array, columns: number, rows: number, x: number, y: number): number {
  const fx = Math.max(0, Math.min(columns - 1, x / tile - 0.5))
  const fy = Math.max(0, Math.min(rows - 1, y / tile - 0.5))
  const [left, top] = [Math.floor(fx), Math.floor(fy)]
  const right = Math.min(columns - 1, left + 1)
  const bottom = Math.min(rows - 1, top + 1)
  const at = (column: number, row: number) => light[row * columns + column] ?? 255
  const upper = at(left, top) + (at(right, top) - at(left, top)) * (fx - left)
  const lower = at(left, bottom) + (at(right, bottom) - at(left, bottom)) * (fx - left)
  return upper + (lower - upper) * (fy - top)
}

function brightest(counts: Uint32Array, skip: number): number {
  let left = skip
  for (let value = 255; value >= 0; value -= 1) {
    left -= counts[value] ?? 0
    if (left < 0) return value
  }
  return 255
}

function darkest(counts: Uint32Array, skip: number): number {
  let left = skip
  for (let value = 0; value < 256; value += 1) {
    left -= counts[value] ?? 0
    if (left < 0) return value
  }
  return 0
}
