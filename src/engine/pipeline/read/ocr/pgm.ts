import type { Box } from '../../../../shared/document'

/** Grey picture, one byte per pixel, rows from the top. */
export interface GreyImage {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/** Netpbm grey file: the fastest hand-over to Tesseract (no compression on either side). */
export function toPgm(image: GreyImage): Uint8Array {
  const header = Buffer.from(`P5\n${image.width} ${image.height}\n255\n`, 'latin1')
  return Buffer.concat([header, image.pixels])
}

/** Grey by the luma weights of ITU-R BT.601. */
export function fromRgba(rgba: Uint8ClampedArray, width: number, height: number): GreyImage {
  const pixels = new Uint8Array(width * height)
  for (let index = 0, at = 0; index < pixels.length; index += 1, at += 4)
    pixels[index] = ((rgba[at] ?? 0) * 77 + (rgba[at + 1] ?? 0) * 150 + (rgba[at + 2] ?? 0) * 29) >> 8
  return { width, height, pixels }
}

/** The picture turned clockwise by a quarter, a half or three quarters. */
export function turn(image: GreyImage, degrees: 0 | 90 | 180 | 270): GreyImage {
  if (degrees === 0) return image
  const { width, height, pixels } = image
  const turned = new Uint8Array(pixels.length)
  const swap = degrees !== 180
  const newWidth = swap ? height : width
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [toX, toY] =
        degrees === 90 ? [height - 1 - y, x] : degrees === 180 ? [width - 1 - x, height - 1 - y] : [y, width - 1 - x]
      turned[toY * newWidth + toX] = pixels[y * width + x] ?? 255
    }
  return { width: newWidth, height: swap ? width : height, pixels: turned }
}

/** A piece of a picture, on a white border that Tesseract needs around a line. */
export function crop(image: GreyImage, { x, y, width, height }: Box): GreyImage {
  const [left, top] = [Math.max(0, Math.floor(x)), Math.max(0, Math.floor(y))]
  const [right, bottom] = [Math.min(image.width, Math.ceil(x + width)), Math.min(image.height, Math.ceil(y + height))]
  const [across, down] = [Math.max(1, right - left), Math.max(1, bottom - top)]
  const pixels = new Uint8Array((across + 2 * border) * (down + 2 * border)).fill(255)
  for (let row = top; row < bottom; row += 1)
    pixels.set(
      image.pixels.subarray(row * image.width + left, row * image.width + Math.max(left, right)),
      (row - top + border) * (across + 2 * border) + border,
    )
  return { width: across + 2 * border, height: down + 2 * border, pixels }
}

/** White pixels around a piece. */
const border = 20
