import { findPaper } from './find-paper'
import { turn, type GreyImage } from './pgm'
import { skewOf } from './skew'
import { projection, warp, type Point, type Quad, type ToSource } from './warp'

/** A picture made from another one, and where its points lie there. */
export interface Straight {
  readonly image: GreyImage
  readonly toSource: ToSource
  /** False when it is the picture it was made from. */
  readonly isChanged: boolean
}

/** Long side a sheet gets when it is small in its picture, and how much it may grow for it. */
const sheetSide = 1_900
const mostGrowth = 2

export type Quarter = 0 | 90 | 180 | 270

/** The picture as it is. */
export function unchanged(image: GreyImage): Straight {
  return { image, toSource: (x, y) => ({ x, y }), isChanged: false }
}

/** The sheet of paper in a photograph, seen from straight above; null when none is found beyond doubt. */
export function sheetOf(image: GreyImage): Straight | null {
  const quad = findPaper(image)
  if (!quad) return null
  const [across, down] = [mean(quad, 0, 1, 3, 2), mean(quad, 0, 3, 1, 2)]
  const growth = Math.min(mostGrowth, Math.max(1, sheetSide / Math.max(across, down)))
  const [width, height] = [Math.round(across * growth), Math.round(down * growth)]
  const toSource = projection(quad, width, height)
  return { image: warp(image, toSource, width, height), toSource, isChanged: true }
}

/** A picture turned by quarters, and then by the few degrees its lines of text run off. */
export function upright(base: Straight, quarter: Quarter): Straight {
  const { width, height } = base.image
  const turned = turn(base.image, quarter)
  const back: ToSource = (x, y) => {
    const point = turnPoint({ x, y }, turned.width, turned.height, opposite(quarter))
    return base.toSource(point.x, point.y)
  }
  const skew = skewOf(turned)
  if (skew === 0) return { image: turned, toSource: back, isChanged: base.isChanged }
  const slanted = aroundMiddle(skew, quarter % 180 === 0 ? [width, height] : [height, width])
  const image = warp(turned, slanted, turned.width, turned.height)
  const toSource: ToSource = (x, y) => {
    const point = slanted(x, y)
    return back(point.x, point.y)
  }
  return { image, toSource, isChanged: true }
}

/** Where a point of a picture of this size lies once the picture is turned clockwise. */
export function turnPoint({ x, y }: Point, width: number, height: number, quarter: Quarter): Point {
  if (quarter === 90) return { x: height - y, y: x }
  if (quarter === 180) return { x: width - x, y: height - y }
  if (quarter === 270) return { x: y, y: width - x }
  return { x, y }
}

function opposite(quarter: Quarter): Quarter {
  return quarter === 90 ? 270 : quarter === 270 ? 90 : quarter
}

function aroundMiddle(degrees: number, [width, height]: readonly [number, number]): ToSource {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  const [cx, cy] = [width / 2, height / 2]
  return (x, y) => ({ x: cx + (x - cx) * cos - (y - cy) * sin, y: cy + (x - cx) * sin + (y - cy) * cos })
}

function mean(quad: Quad, a: 0 | 1, b: 1 | 3, c: 3 | 1, d: 2): number {
  const length = (from: Point, to: Point) => Math.hypot(to.x - from.x, to.y - from.y)
  return (length(quad[a], quad[b]) + length(quad[c], quad[d])) / 2
}
