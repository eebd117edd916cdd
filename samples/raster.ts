import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Canvas, ImageData } from '@napi-rs/canvas'
import { createCanvas } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Draws the first page of a PDF at a resolution, with the fonts that pdf.js brings: the same picture on every machine. */
export async function rasterise(pdf: Uint8Array, dpi: number): Promise<Canvas> {
  const assets = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const loading = getDocument({
    data: pdf.slice(),
    standardFontDataUrl: `${join(assets, 'standard_fonts')}/`,
    useSystemFonts: false,
    verbosity: 0,
  })
  const document = await loading.promise
  const page = await document.getPage(1)
  const viewport = page.getViewport({ scale: dpi / 72 })
  const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height))
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  // pdf.js wants the browser's canvas type; napi's has the same methods.
  const target = { canvas: canvas as unknown as HTMLCanvasElement, viewport }
  await page.render(target).promise
  await loading.destroy()
  return canvas
}

/** What a flatbed in grey makes of a page: a slight turn, paper that is not quite white, and noise. */
export function scanned(page: Canvas, random: () => number): Canvas {
  const { width, height } = page
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#f4f4f2'
  context.fillRect(0, 0, width, height)
  context.translate(width / 2, height / 2)
  context.rotate((-0.6 * Math.PI) / 180)
  context.drawImage(page, -width / 2, -height / 2)
  context.setTransform(1, 0, 0, 1, 0, 0)
  const picture = context.getImageData(0, 0, width, height)
  const { data } = picture
  for (let at = 0; at < data.length; at += 4) {
    const grey = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)
    // A lamp is a little weaker towards the right edge.
    const lamp = 1 - (0.03 * ((at / 4) % width)) / width
    const value = Math.max(0, Math.min(255, (24 + grey * 0.885) * lamp + (random() - 0.5) * 9))
    data[at] = data[at + 1] = data[at + 2] = value
  }
  context.putImageData(picture, 0, 0)
  return canvas
}

type Corner = readonly [number, number]

/** What a telephone makes of a page on a desk: perspective, a shadow, warm light, grain. Corners clockwise from top left. */
export function photographed(
  page: Canvas,
  size: { width: number; height: number },
  corners: readonly [Corner, Corner, Corner, Corner],
  random: () => number,
): Canvas {
  const source = page.getContext('2d').getImageData(0, 0, page.width, page.height)
  const canvas = createCanvas(size.width, size.height)
  const context = canvas.getContext('2d')
  const picture = context.createImageData(size.width, size.height)
  const toPage = unprojection(corners, page.width, page.height)
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++) {
      const [u, v] = toPage(x, y)
      const onPage = u >= 0 && v >= 0 && u < page.width - 1 && v < page.height - 1
      const at = 4 * (y * size.width + x)
      const grain = (random() - 0.5) * 10
      const light = lightAt(x / size.width, y / size.height)
      const edge = onPage ? 1 : paperShadow(u / page.width, v / page.height)
      for (let channel = 0; channel < 3; channel++) {
        const surface = onPage ? sampled(source, u, v, channel) : deskAt(x, y, channel)
        const warmth = channel === 0 ? 1 : channel === 1 ? 0.975 : 0.91
        picture.data[at + channel] = Math.max(0, Math.min(255, surface * light * edge * warmth + grain))
      }
      picture.data[at + 3] = 255
    }
  }
  context.putImageData(picture, 0, 0)
  return canvas
}

/** Solves the projective map from picture to page coordinates (square to quadrilateral, inverted; Heckbert 1989). */
function unprojection(corners: readonly [Corner, Corner, Corner, Corner], width: number, height: number) {
  const [[x0, y0], [x1, y1], [x2, y2], [x3, y3]] = corners
  const [dx1, dx2, dx3] = [x1 - x2, x3 - x2, x0 - x1 + x2 - x3]
  const [dy1, dy2, dy3] = [y1 - y2, y3 - y2, y0 - y1 + y2 - y3]
  const det = dx1 * dy2 - dx2 * dy1
  const g = (dx3 * dy2 - dx2 * dy3) / det
  const h = (dx1 * dy3 - dx3 * dy1) / det
  const [a, b, c] = [x1 - x0 + g * x1, x3 - x0 + h * x3, x0]
  const [d, e, f] = [y1 - y0 + g * y1, y3 - y0 + h * y3, y0]
  const inverse = [
    e - f * h,
    c * h - b,
    b * f - c * e,
    f * g - d,
    a - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ] as const
  return (x: number, y: number): Corner => {
    const w = inverse[6] * x + inverse[7] * y + inverse[8]
    const u = (inverse[0] * x + inverse[1] * y + inverse[2]) / w
    const v = (inverse[3] * x + inverse[4] * y + inverse[5]) / w
    return [u * width, v * height]
  }
}

function sampled({ data, width }: ImageData, u: number, v: number, channel: number): number {
  const [left, top] = [Math.floor(u), Math.floor(v)]
  const [fx, fy] = [u - left, v - top]
  const at = (x: number, y: number) => data[4 * (y * width + x) + channel] ?? 255
  const upper = at(left, top) * (1 - fx) + at(left + 1, top) * fx
  const lower = at(left, top + 1) * (1 - fx) + at(left + 1, top + 1) * fx
  return upper * (1 - fy) + lower * fy
}

/** Window light from the upper left, and the soft shadow of whoever holds the telephone. */
function lightAt(x: number, y: number): number {
  const falloff = 1.02 - 0.16 * x - 0.1 * y
  const fromShadow = Math.hypot((x - 1.02) / 0.55, (y - 0.88) / 0.42)
  return falloff * (0.74 + 0.26 * Math.min(1, Math.max(0, (fromShadow - 0.55) / 0.5)))
}

/** The desk darkens close to the sheet's lower and right edges. */
function paperShadow(u: number, v: number): number {
  const outside = Math.max(0, -u, -v, u - 1, v - 1)
  return u > 0.02 && v > 0.02 ? Math.min(1, 0.62 + outside * 14) : 1
}

function deskAt(x: number, y: number, channel: number): number {
  const wave = Math.sin(x / 41 + Math.sin(y / 173) * 2.2) * 6 + Math.sin(x / 7.3 + y / 300) * 3
  return ([134, 98, 66][channel] ?? 0) + wave
}
