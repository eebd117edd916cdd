import type { Box } from '../../../../shared/document'
import type { PageSize, PageView } from './geometry'

/** One drawing order: a whole page, or only `area` of it (screen pixels from the shown page's top left corner). */
export interface Drawing {
  readonly page: number
  readonly view: PageView
  readonly area?: Box
}

/** Where pages come from: a PDF, or an image. The viewer treats both alike. */
export interface PageSource {
  /** Sizes in points as shown to a reader, first page first. */
  readonly sizes: readonly PageSize[]
  /**
   * Draws on a fresh canvas, `drawing.view.scale` canvas pixels per point.
   * @throws DOMException `AbortError` when the signal fired
   */
  draw(drawing: Drawing, signal: AbortSignal): Promise<HTMLCanvasElement>
  /**
   * Lays selectable, invisible text over the page. Left out where the document has none of its own.
   * @param container empty element of exactly the page's size on screen
   */
  drawText?(page: number, view: PageView, container: HTMLElement, signal: AbortSignal): Promise<void>
  /** Frees memory and ends helpers; drawings under way are abandoned. */
  close(): void
}

/** Why a document cannot be shown; the sentence is the translation `review.viewer.<reason>`. */
export type ViewFailure = 'needs_password' | 'wrong_password' | 'cannot_show'

/** A document that the viewer cannot open. */
export class ViewError extends Error {
  constructor(
    readonly reason: ViewFailure,
    options?: { cause?: unknown },
  ) {
    super(reason, options)
    this.name = 'ViewError'
  }
}
