import type { Box } from '../../../../shared/document'
import { turnedSize, type PageSize, type Turn } from './geometry'

/** Air around and between pages, in screen pixels. */
export const pageGap = 16

/** Screen pixels per point at 100 %: a CSS pixel is 1/96 inch, a point 1/72. */
export const actualSize = 96 / 72

const zoomSteps = [0.25, 0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] as const

/** `fit`: as wide as the pane allows. A number: 1 is 100 %. */
export type Zoom = 'fit' | number

/** One page's place in the scrolled column, in screen pixels. */
export interface PlacedPage extends Box {
  readonly number: number
}

export interface PageColumn {
  readonly pages: readonly PlacedPage[]
  readonly width: number
  readonly height: number
}

/** Screen pixels per point such that the widest page fills the pane, or the asked zoom. */
export function scaleFor(zoom: Zoom, sizes: readonly PageSize[], turn: Turn, paneWidth: number): number {
  if (zoom !== 'fit') return zoom * actualSize
  const widest = Math.max(1, ...sizes.map(size => turnedSize(size, turn).width))
  return Math.max(0.05, (paneWidth - 2 * pageGap) / widest)
}

/** The zoom one step larger or smaller than what is shown now. */
export function stepZoom(scale: number, direction: 1 | -1): number {
  const now = scale / actualSize
  const larger = zoomSteps.find(step => step > now + 0.005)
  const smaller = zoomSteps.findLast(step => step < now - 0.005)
  return (direction === 1 ? larger : smaller) ?? now
}

/** Stacks the pages in one column, each centred in the wider of pane and widest page. */
export function stackPages(sizes: readonly PageSize[], turn: Turn, scale: number, paneWidth: number): PageColumn {
  const shown = sizes.map(size => turnedSize(size, turn))
  const widest = Math.max(0, ...shown.map(size => size.width * scale))
  const width = Math.max(paneWidth, widest + 2 * pageGap)
  const pages: PlacedPage[] = []
  let y = pageGap
  for (const [index, size] of shown.entries()) {
    const pageWidth = size.width * scale
    const pageHeight = size.height * scale
    pages.push({ number: index + 1, x: (width - pageWidth) / 2, y, width: pageWidth, height: pageHeight })
    y += pageHeight + pageGap
  }
  return { pages, width, height: y }
}

/** Pages that show in the window `top … top + height`, the one filling most of it first. */
export function visiblePages(column: PageColumn, top: number, height: number): number[] {
  const overlap = (page: PlacedPage) => Math.min(top + height, page.y + page.height) - Math.max(top, page.y)
  return column.pages
    .filter(page => overlap(page) > 0)
    .toSorted((left, right) => overlap(right) - overlap(left))
    .map(page => page.number)
}

/** Smallest height, in screen pixels, at which a value on the page is still readable. */
const readableHeight = 10
const comfortableHeight = 13
const largestZoom = 3

/** Where to scroll so that a box is seen, or null when it is seen already. `box` is in pixels of the column. */
export function scrollToSee(
  box: Box,
  pane: { readonly top: number; readonly left: number; readonly width: number; readonly height: number },
): { top: number; left: number } | null {
  const seesVertically = box.y >= pane.top && box.y + box.height <= pane.top + pane.height
  const seesHorizontally = box.x >= pane.left && box.x + box.width <= pane.left + pane.width
  if (seesVertically && seesHorizontally) return null
  // Only as far as needed, and not quite to the edge: the eye keeps its place on the page.
  const edge = Math.min(pane.height * 0.2, Math.max(0, (pane.height - box.height) / 2))
  const top = box.y < pane.top ? box.y - edge : box.y + box.height + edge - pane.height
  return {
    top: seesVertically ? pane.top : Math.max(0, top),
    left: seesHorizontally ? pane.left : Math.max(0, box.x + box.width / 2 - pane.width / 2),
  }
}

/** The zoom at which a box that is too small to read becomes readable, or null when it is readable as it is. */
export function zoomToRead(heightOnScreen: number, scale: number): number | null {
  if (heightOnScreen >= readableHeight || heightOnScreen <= 0) return null
  const wanted = (scale / actualSize) * (comfortableHeight / heightOnScreen)
  return Math.min(largestZoom, wanted)
}
