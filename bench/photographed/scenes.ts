import { createCanvas } from '@napi-rs/canvas'
import type { PageReading } from '../../src/engine/pipeline/facts'
import { fromRgba, type GreyImage } from '../../src/engine/pipeline/read/ocr/pgm'
import { warp, type Quad, type ToSource } from '../../src/engine/pipeline/read/ocr/warp'

/** Pixels per point: an A4 page at about 180 dpi, as a telephone sees it. */
const scale = 2.5
const typeface = 'sans-serif'

/** A page as its words say, black on white. */
export function drawn({ words, width, height }: PageReading): GreyImage {
  const canvas = createCanvas(Math.round(width * scale), Math.round(height * scale))
  const context = canvas.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = 'black'
  context.textBaseline = 'middle'
  for (const { text, box } of words) {
    context.font = `${box.height * scale}px ${typeface}`
    const squeeze = Math.min(1, (box.width * scale) / context.measureText(text).width)
    context.setTransform(squeeze, 0, 0, 1, box.x * scale, (box.y + box.height / 2) * scale)
    context.fillText(text, 0, 0)
    context.setTransform(1, 0, 0, 1, 0, 0)
  }
  return fromRgba(context.getImageData(0, 0, canvas.width, canvas.height).data, canvas.width, canvas.height)
}

/** What is done to a page before it is read. */
export type Scene = (page: GreyImage) => GreyImage

export const scenes: Readonly<Record<string, Scene>> = {
  'as drawn': page => page,
  'seen aslant on a table': page => onTable(page, aslant),
  'seen aslant, corners cut off': page => onTable(page, cutOff),
  'under a shadow': shaded,
  'aslant under a shadow': page => shaded(onTable(page, aslant)),
}

/** Corners of the page in its picture, as shares of its width and height. */
const aslant: Quad = corners(0.1, 0.06, 0.91, 0.03, 0.97, 0.95, 0.04, 0.97)
const cutOff: Quad = corners(0.08, -0.02, 0.93, -0.015, 1.03, 1.02, -0.03, 1.02)

function corners(x0: number, y0: number, x1: number, y1: number, x2: number, y2: number, x3: number, y3: number): Quad {
  return [
    { x: x0, y: y0 },
    { x: x1, y: y1 },
    { x: x2, y: y2 },
    { x: x3, y: y3 },
  ]
}

/** Grey of the table, of 255. */
const table = 70

function onTable(page: GreyImage, shares: Quad): GreyImage {
  const { width, height } = page
  const [a, b, c, d] = shares.map(({ x, y }) => ({ x: x * width, y: y * height })) as unknown as Quad
  const toPage = wayBack([a, b, c, d], width, height)
  const { pixels } = warp(page, toPage, width, height)
  for (let at = 0; at < pixels.length; at += 1) {
    const { x, y } = toPage((at % width) + 0.5, Math.floor(at / width) + 0.5)
    if (x < 0 || y < 0 || x > width || y > height) pixels[at] = table
  }
  return { width, height, pixels }
}

/** Where on the page a point of the picture lies: the adjugate of the projection of the unit square onto its corners there. */
function wayBack([a, b, c, d]: Quad, width: number, height: number): ToSource {
  const [dx1, dx2, dx3] = [b.x - c.x, d.x - c.x, a.x - b.x + c.x - d.x]
  const [dy1, dy2, dy3] = [b.y - c.y, d.y - c.y, a.y - b.y + c.y - d.y]
  const area = dx1 * dy2 - dx2 * dy1
  const [g, h] = [(dx3 * dy2 - dx2 * dy3) / area, (dx1 * dy3 - dx3 * dy1) / area]
  const [m0, m1, m2] = [b.x - a.x + g * b.x, d.x - a.x + h * d.x, a.x]
  const [m3, m4, m5] = [b.y - a.y + g * b.y, d.y - a.y + h * d.y, a.y]
  return (x, y) => {
    const u = (m4 - m5 * h) * x + (m2 * h - m1) * y + (m1 * m5 - m2 * m4)
    const v = (m5 * g - m3) * x + (m0 - m2 * g) * y + (m2 * m3 - m0 * m5)
    const w = (m3 * h - m4 * g) * x + (m1 * g - m0 * h) * y + (m0 * m4 - m1 * m3)
    return { x: (u / w) * width, y: (v / w) * height }
  }
}

/** How dark the far corner and the shadow of a hand are, as shares of full light. */
const [farCorner, hand] = [0.6, 0.5]
/** Width of the shadow's soft edge, as a share of the picture's width. */
const softEdge = 0.04

/** Light that falls off to a corner, and the shadow of a hand over the right side. */
function shaded({ width, height, pixels }: GreyImage): GreyImage {
  const lit = new Uint8Array(pixels.length)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const far = (x / width + y / height) / 2
      const edge = (x / width - 0.62 - 0.1 * Math.sin((y / height) * 5)) / softEdge
      const light = (1 - (1 - farCorner) * far) * (1 - (1 - hand) / (1 + Math.exp(-edge)))
      lit[y * width + x] = Math.round((pixels[y * width + x] ?? 255) * light)
    }
  return { width, height, pixels: lit }
}
