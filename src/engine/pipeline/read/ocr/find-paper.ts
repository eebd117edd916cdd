import type { GreyImage } from './pgm'
import { shrink } from './shrink'
import type { Point, Quad } from './warp'

/** Long side of the picture in which the sheet is looked for, in pixels. */
const searchSide = 240
/** A sheet covers at least this share of its picture, and fills its four corners by at least this share. */
const leastArea = 0.2
const leastFill = 0.9
/** More bright area beside the four corners than this share, and a hand or another sheet belongs to it. */
const mostBeside = 0.06
/** Opposite sides of a sheet differ by perspective only: the shorter is at least this share of the longer. */
const leastOpposite = 0.7
/** How much brighter than what it lies on a sheet must be, of 255. */
const leastContrast = 35
/** Corners of a sheet seen at an angle, in degrees. */
const [sharpest, bluntest] = [58, 122]
/** All corners must lie in the picture, this share of its long side away from its edges: the crop of a sheet is no sheet. */
const innerMargin = 0.008

/**
 * Finds the sheet of paper in a photograph: the largest bright area, if it has four corners and lies on something darker.
 * @returns its corners in pixels of the picture, or null when there is doubt
 */
export function findPaper(image: GreyImage): Quad | null {
  const factor = Math.max(1, Math.ceil(Math.max(image.width, image.height) / searchSide))
  const small = shrink(image, factor)
  const area = brightArea(small)
  if (area.size < leastArea * small.pixels.length || contrast(small, area.mask) < leastContrast) return null
  const quad = largestQuad(hull(edgePoints(small, area.mask)))
  if (!quad || area.size < leastFill * areaOf(quad) || areaOf(quad) < leastArea * small.pixels.length) return null
  if (area.size > (1 + mostBeside) * areaOf(quad)) return null
  if (quad.some((_, at) => isOdd(angleAt(quad, at))) || isLopsided(quad)) return null
  if (!quad.every(corner => isInside(corner, small))) return null
  const ordered = fromTopLeft(quad)
  return ordered.map(({ x, y }) => ({ x: x * factor, y: y * factor })) as unknown as Quad
}

function isOdd(angle: number): boolean {
  return angle < sharpest || angle > bluntest
}

interface Area {
  /** 1 inside the area, holes included. */
  readonly mask: Uint8Array
  readonly size: number
}

/** The largest connected area brighter than Otsu's threshold, with its holes (print, pictures) filled. */
function brightArea(image: GreyImage): Area {
  const { width, height, pixels } = image
  const threshold = otsu(pixels)
  const marks = new Int32Array(pixels.length)
  let [largest, largestSize] = [0, 0]
  for (let start = 0, mark = 1; start < pixels.length; start += 1) {
    if (marks[start] !== 0 || (pixels[start] ?? 0) <= threshold) continue
    const size = flood(marks, width, height, [start], mark, at => (pixels[at] ?? 0) > threshold)
    if (size > largestSize) [largest, largestSize] = [mark, size]
    mark += 1
  }
  const outside = new Int32Array(pixels.length)
  const border = [...marks.keys()].filter(at => isBorder(at, width, height) && marks[at] !== largest)
  flood(outside, width, height, border, 1, at => marks[at] !== largest)
  const mask = Uint8Array.from(outside, mark => 1 - mark)
  return { mask, size: mask.reduce((sum, value) => sum + value, 0) }
}

function flood(
  marks: Int32Array,
  width: number,
  height: number,
  starts: readonly number[],
  mark: number,
  isInside: (at: number) => boolean,
): number {
  const open = [...starts]
  for (const start of starts) marks[start] = mark
  let size = 0
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    size += 1
    const x = at % width
    const beside = [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width]
    for (const next of beside)
      if (next >= 0 && next < width * height && marks[next] === 0 && isInside(next)) {
        marks[next] = mark
        open.push(next)
      }
  }
  return size
}

function isBorder(at: number, width: number, height: number): boolean {
  const x = at % width
  return x === 0 || x === width - 1 || at < width || at >= width * (height - 1)
}

/** Otsu's threshold: the grey that parts dark from bright with the most variance between the two. */
function otsu(pixels: Uint8Array): number {
  const counts = new Float64Array(256)
  for (const value of pixels) counts[value] = (counts[value] ?? 0) + 1
  const total = counts.reduce((sum, count, value) => sum + count * value, 0)
  let [below, sumBelow, best, threshold] = [0, 0, 0, 127]
  for (let value = 0; value < 256; value += 1) {
    below += counts[value] ?? 0
    sumBelow += (counts[value] ?? 0) * value
    const above = pixels.length - below
    if (below === 0 || above === 0) continue
    const between = below * above * (sumBelow / below - (total - sumBelow) / above) ** 2
    if (between > best) [best, threshold] = [between, value]
  }
  return threshold
}

/** Difference of the middle greys inside and outside. */
function contrast({ pixels }: GreyImage, mask: Uint8Array): number {
  const middle = (wanted: number) => {
    const values = pixels.filter((_, at) => mask[at] === wanted).toSorted()
    return values[values.length >> 1] ?? 0
  }
  return middle(1) - middle(0)
}

/** Leftmost and rightmost pixel of each row, at their outer edges. */
function edgePoints({ width, height }: GreyImage, mask: Uint8Array): Point[] {
  const points: Point[] = []
  for (let y = 0; y < height; y += 1) {
    const row = mask.subarray(y * width, (y + 1) * width)
    const [from, to] = [row.indexOf(1), row.lastIndexOf(1)]
    if (from < 0) continue
    points.push({ x: from, y }, { x: to + 1, y }, { x: from, y: y + 1 }, { x: to + 1, y: y + 1 })
  }
  return points
}

function cross(o: Point, a: Point, b: Point): number {
  return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x)
}

/** Convex hull by Andrew's monotone chain. */
function hull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((left, right) => left.x - right.x || left.y - right.y)
  const half = (ordered: readonly Point[]) => {
    const chain: Point[] = []
    for (const point of ordered) {
      while (chain.length > 1 && cross(chain.at(-2) ?? point, chain.at(-1) ?? point, point) <= 0) chain.pop()
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return [...half(sorted), ...half(sorted.toReversed())]
}

/** Most corners of a hull that are tried against each other. */
const mostCorners = 26

/** The four points of the hull that span the largest area. */
function largestQuad(points: readonly Point[]): Quad | null {
  let corners = [...points]
  // The corner that adds the least area goes first.
  while (corners.length > mostCorners) {
    const around = corners
    const flatness = around.map((point, at) =>
      Math.abs(cross(around.at(at - 1) ?? point, point, around[(at + 1) % around.length] ?? point)),
    )
    const flattest = flatness.indexOf(Math.min(...flatness))
    corners = around.filter((_, at) => at !== flattest)
  }
  let [best, bestArea]: [Quad | null, number] = [null, 0]
  for (const [i, a] of corners.entries())
    for (const [j, b] of corners.entries())
      if (j > i)
        for (const [k, c] of corners.entries())
          if (k > j)
            for (const d of corners.slice(k + 1)) {
              const area = areaOf([a, b, c, d])
              if (area > bestArea) [best, bestArea] = [[a, b, c, d], area]
            }
  return best
}

function areaOf(quad: Quad): number {
  return Math.abs(cross(quad[0], quad[1], quad[2]) + cross(quad[0], quad[2], quad[3])) / 2
}

function angleAt(quad: Quad, at: number): number {
  const [before, here, after] = [quad[(at + 3) % 4], quad[at], quad[(at + 1) % 4]] as [Point, Point, Point]
  const turn = Math.atan2(after.y - here.y, after.x - here.x) - Math.atan2(before.y - here.y, before.x - here.x)
  const degrees = Math.abs((turn * 180) / Math.PI) % 360
  return degrees > 180 ? 360 - degrees : degrees
}

function isLopsided(quad: Quad): boolean {
  const sides = quad.map(({ x, y }, at) => {
    const next = quad[(at + 1) % 4] ?? { x, y }
    return Math.hypot(next.x - x, next.y - y)
  })
  return [0, 1].some(at => {
    const pair = [sides[at] ?? 0, sides[at + 2] ?? 0]
    return Math.min(...pair) < leastOpposite * Math.max(...pair)
  })
}

/** The same corners, clockwise on screen, from the one nearest to the top left. */
function fromTopLeft(quad: Quad): Quad {
  const clockwise = cross(quad[0], quad[1], quad[2]) > 0 ? [...quad] : quad.toReversed()
  const sums = clockwise.map(({ x, y }) => x + y)
  const first = sums.indexOf(Math.min(...sums))
  return [...clockwise.slice(first), ...clockwise.slice(0, first)] as unknown as Quad
}

function isInside({ x, y }: Point, { width, height }: GreyImage): boolean {
  const margin = innerMargin * Math.max(width, height)
  return x >= margin && y >= margin && x <= width - margin && y <= height - margin
}
