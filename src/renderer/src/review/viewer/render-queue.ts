import type { Box } from '../../../../shared/document'
import type { PageView } from './geometry'
import type { Drawing, PageSource } from './page-source'

/** Canvases kept at once; the ones unseen longest go first. */
export const drawnPagesLimit = 10

/** Largest canvas of a whole page. Beyond it the page is drawn coarser and what is seen sharper on top. */
export const pixelCap = 16_000_000

/** What the viewer shows at this moment. */
export interface Wanted {
  /** Pages in sight, the one filling most of the pane first. */
  readonly visible: readonly number[]
  /** Scale in canvas pixels per point, screen density included. */
  readonly view: PageView
  /** The way the reader scrolls: the page to have ready next. */
  readonly direction: 1 | -1
  /** Parts in sight of pages that are too large to draw whole, in canvas pixels. */
  readonly details: readonly { readonly page: number; readonly area: Box }[]
}

export interface DrawnPage {
  readonly canvas: HTMLCanvasElement
  readonly view: PageView
}

export interface DrawnDetail extends DrawnPage {
  readonly area: Box
}

/** Scale at which a whole page stays under the pixel cap. */
export function cappedScale(scale: number, page: { width: number; height: number }): number {
  return Math.min(scale, Math.sqrt(pixelCap / (page.width * page.height)))
}

/**
 * What to draw next, or null when everything wanted is there: visible pages, then sharp details, then the next
 * page in the scroll direction.
 */
export function nextDrawing(
  wanted: Wanted,
  sizes: PageSource['sizes'],
  pages: ReadonlyMap<number, DrawnPage>,
  details: ReadonlyMap<number, DrawnDetail>,
  failed: ReadonlySet<number>,
): Drawing | null {
  const wholePage = (page: number): Drawing | null => {
    const size = sizes[page - 1]
    if (!size || failed.has(page)) return null
    const view = { turn: wanted.view.turn, scale: cappedScale(wanted.view.scale, size) }
    const drawn = pages.get(page)
    return drawn && sameView(drawn.view, view) ? null : { page, view }
  }
  for (const page of wanted.visible) {
    const drawing = wholePage(page)
    if (drawing) return drawing
  }
  for (const { page, area } of wanted.details) {
    const drawn = details.get(page)
    if (failed.has(page) || (drawn && sameView(drawn.view, wanted.view) && covers(drawn.area, area))) continue
    return { page, view: wanted.view, area }
  }
  const edge = wanted.direction === 1 ? Math.max(...wanted.visible) : Math.min(...wanted.visible)
  return Number.isFinite(edge) ? wholePage(edge + wanted.direction) : null
}

function sameView(left: PageView, right: PageView): boolean {
  return left.turn === right.turn && Math.abs(left.scale - right.scale) < 1e-6
}

function covers(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  )
}

/** Draws one thing at a time, always what the reader needs most now, and forgets what was not seen for long. */
export class RenderQueue {
  /** Kept in order of last use, oldest first. */
  readonly pages = new Map<number, DrawnPage>()
  readonly details = new Map<number, DrawnDetail>()
  readonly failed = new Set<number>()
  /** Changes with every page drawn or given up. */
  version = 0
  readonly #listeners = new Set<() => void>()
  #wanted: Wanted | null = null
  #running: { drawing: Drawing; abort: AbortController } | null = null
  #isResting = false

  constructor(private readonly source: PageSource) {}

  /** Tells when something was drawn. @returns its own undo */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Says what is in sight now. A drawing under way that nobody wants any more is abandoned. */
  show(wanted: Wanted): void {
    this.#isResting = false
    this.#wanted = wanted
    for (const page of wanted.visible) this.#touch(page)
    for (const page of [...this.details.keys()]) {
      if (!wanted.details.some(detail => detail.page === page)) this.details.delete(page)
    }
    const running = this.#running
    if (running && !isStillWanted(running.drawing, wanted)) running.abort.abort()
    this.#work()
  }

  /** Abandons everything and frees the canvases, until something is to be shown again. */
  rest(): void {
    this.#isResting = true
    this.#wanted = null
    this.#running?.abort.abort()
    for (const { canvas } of [...this.pages.values(), ...this.details.values()]) release(canvas)
    this.pages.clear()
    this.details.clear()
  }

  #work(): void {
    if (this.#isResting || this.#running || !this.#wanted) return
    const drawing = nextDrawing(this.#wanted, this.source.sizes, this.pages, this.details, this.failed)
    if (!drawing) return
    const abort = new AbortController()
    this.#running = { drawing, abort }
    this.source
      .draw(drawing, abort.signal)
      .then(canvas => this.#keep(drawing, canvas))
      .catch(() => {
        // An abandoned drawing is no failure; a page that cannot be drawn says so in its place instead of being tried for ever.
        if (!abort.signal.aborted) this.failed.add(drawing.page)
      })
      .finally(() => {
        this.#running = null
        if (this.#isResting) return
        this.version++
        for (const listener of this.#listeners) listener()
        this.#work()
      })
  }

  #keep({ page, view, area }: Drawing, canvas: HTMLCanvasElement): void {
    if (this.#isResting) return release(canvas)
    if (area) {
      this.details.set(page, { canvas, view, area })
      return
    }
    this.pages.delete(page)
    this.pages.set(page, { canvas, view })
    for (const [old, drawn] of this.pages) {
      if (this.pages.size <= drawnPagesLimit) break
      this.pages.delete(old)
      release(drawn.canvas)
    }
  }

  #touch(page: number): void {
    const drawn = this.pages.get(page)
    if (!drawn) return
    this.pages.delete(page)
    this.pages.set(page, drawn)
  }
}

function isStillWanted(drawing: Drawing, wanted: Wanted): boolean {
  const isNear = [...wanted.visible, ...wanted.visible.map(page => page + wanted.direction)].includes(drawing.page)
  return isNear && drawing.view.turn === wanted.view.turn && drawing.view.scale <= wanted.view.scale * 1.001
}

// Chromium keeps a canvas's pixels until it is collected; a size of zero frees them now.
function release(canvas: HTMLCanvasElement): void {
  canvas.width = 0
  canvas.height = 0
}
