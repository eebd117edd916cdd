import type { Box } from '../../../../shared/document'

/** Clockwise quarter turns a reader gives the page on screen; the document itself is never changed. */
export type Turn = 0 | 90 | 180 | 270

export interface PageSize {
  readonly width: number
  readonly height: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** How a page is shown: turned by `turn`, then magnified to `scale` screen pixels per point. */
export interface PageView {
  readonly turn: Turn
  readonly scale: number
}

/** The turn one step clockwise of `turn`. */
export function turnClockwise(turn: Turn): Turn {
  return addTurns(turn, 90)
}

/** Sum of two turns, again between 0 and 270. */
export function addTurns(left: Turn, right: Turn): Turn {
  return ((left + right) % 360) as Turn
}

/** Size of the page once turned. */
export function turnedSize(page: PageSize, turn: Turn): PageSize {
  return turn % 180 === 0 ? page : { width: page.height, height: page.width }
}

/** The box on the turned page; `page` is the size before turning. */
export function turnBox(box: Box, page: PageSize, turn: Turn): Box {
  const { x, y, width, height } = box
  if (turn === 90) return { x: page.height - y - height, y: x, width: height, height: width }
  if (turn === 180) return { x: page.width - x - width, y: page.height - y - height, width, height }
  if (turn === 270) return { x: y, y: page.width - x - width, width: height, height: width }
  return box
}

/** The box in screen pixels, measured from the top left corner of the page as it is shown. */
export function placeBox(box: Box, page: PageSize, view: PageView): Box {
  const turned = turnBox(box, page, view.turn)
  return {
    x: turned.x * view.scale,
    y: turned.y * view.scale,
    width: turned.width * view.scale,
    height: turned.height * view.scale,
  }
}

/** The point of the page, in points, under a pixel of the page as it is shown; the inverse of {@link placeBox}. */
export function pointOnPage(pixel: Point, page: PageSize, view: PageView): Point {
  const shown = turnedSize(page, view.turn)
  const back = ((360 - view.turn) % 360) as Turn
  const point = turnBox({ x: pixel.x / view.scale, y: pixel.y / view.scale, width: 0, height: 0 }, shown, back)
  return { x: point.x, y: point.y }
}

/** True when the point lies in the box or within `slack` points of it. */
export function isInside(point: Point, box: Box, slack = 0): boolean {
  return (
    point.x >= box.x - slack &&
    point.x <= box.x + box.width + slack &&
    point.y >= box.y - slack &&
    point.y <= box.y + box.height + slack
  )
}

/** A box with some air around it, so that the frame does not touch the ink. */
export function inflate(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by }
}
