import type { GreyImage } from './pgm'

export interface Point {
  readonly x: number
  readonly y: number
}

/** Corners in a picture: top left, top right, bottom right, bottom left of what should become a rectangle. */
export type Quad = readonly [Point, Point, Point, Point]

/** Where a point of the straightened picture lies in the one it was made from. */
export type ToSource = (x: number, y: number) => Point

/**
 * The projection that takes a rectangle of the given size, its corners at the middles of pixels' outer edges, onto a quad.
 * Closed form for the unit square after Heckbert, "Fundamentals of Texture Mapping" (1989), section 2.2.3.
 */
export function projection([p0, p1, p2, p3]: Quad, width: number, height: number): ToSource {
  const [dx1, dx2, dx3] = [p1.x - p2.x, p3.x - p2.x, p0.x - p1.x + p2.x - p3.x]
  const [dy1, dy2, dy3] = [p1.y - p2.y, p3.y - p2.y, p0.y - p1.y + p2.y - p3.y]
  const area = dx1 * dy2 - dx2 * dy1
  const g = (dx3 * dy2 - dx2 * dy3) / area
  const h = (dx1 * dy3 - dx3 * dy1) / area
  const [a, b] = [p1.x - p0.x + g * p1.x, p3.x - p0.x + h * p3.x]
  const [d, e] = [p1.y - p0.y + g * p1.y, p3.y - p0.y + h * p3.y]
  return (x, y) => {
    const [u, v] = [x / width, y / height]
    const depth = g * u + h * v + 1
    return { x: (a * u + b * v + p0.x) / depth, y: (d * u + e * v + p0.y) / depth }
  }
}

/** The picture of a rectangle seen as `quad`; what lies outside the source is white. */
export function warp(image: GreyImage, toSource: ToSource, width: number, height: number): GreyImage {
  const pixels = new Uint8Array(width * height).fill(255)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = toSource(x + 0.5, y + 0.5)
      pixels[y * width + x] = sample(image, at.x - 0.5, at.y - 0.5)
    }
  return { width, height, pixels }
}

function sample({ width, height, pixels }: GreyImage, x: number, y: number): number {
  if (x < -0.5 || y < -0.5 || x > width - 0.5 || y > height - 0.5) return 255
  const left = Math.max(0, Math.min(width - 1, Math.floor(x)))
  const top = Math.max(0, Math.min(height - 1, Math.floor(y)))
  const right = Math.min(width - 1, left + 1)
  const bottom = Math.min(height - 1, top + 1)
  const [fx, fy] = [Math.max(0, x - left), Math.max(0, y - top)]
  const upper = (pixels[top * width + left] ?? 255) * (1 - fx) + (pixels[top * width + right] ?? 255) * fx
  const lower = (pixels[bottom * width + left] ?? 255) * (1 - fx) + (pixels[bottom * width + right] ?? 255) * fx
  return Math.round(upper * (1 - fy) + lower * fy)
}
