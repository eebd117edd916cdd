import type { PDFPageProxy } from 'pdfjs-dist'
import { AppError } from '../../../../shared/result'
import { limits } from '../limits'
import { fromRgba, type GreyImage } from '../ocr/pgm'
import type { OpenPdf } from './open-pdf'

export interface DrawnPage {
  readonly image: GreyImage
  readonly pixelsPerPoint: number
}

/**
 * Draws a page in grey for OCR, at most `limits.ocrPixels` large.
 * @throws AppError `resource_limit` when the page is too large, paints too much or takes too long
 */
export async function drawPage(pdf: OpenPdf, page: PDFPageProxy): Promise<DrawnPage> {
  const atOne = page.getViewport({ scale: 1 })
  const wanted = limits.ocrDpi / 72
  const scale = Math.min(wanted, Math.sqrt(limits.ocrPixels / (atOne.width * atOne.height)))
  // A page some metres wide would be unreadable at the pixels we allow.
  if (scale < wanted / 4) throw new AppError('resource_limit', { limit: 'page_size', step: 'draw' }, 'never')
  const viewport = page.getViewport({ scale })
  const { canvasFactory } = pdf.document as unknown as { canvasFactory: CanvasFactory }
  const target = canvasFactory.create(Math.floor(viewport.width), Math.floor(viewport.height))
  try {
    const task = page.render({
      canvas: target.canvas as never,
      canvasContext: target.context as never,
      viewport,
      background: '#fff',
    })
    // Without this pause pdf.js never lets the timer run that ends a page drawn for ever.
    task.onContinue = (next: () => void) => setImmediate(next)
    await pdf.thread.answer(task.promise, limits.drawMs, 'draw', () => task.cancel())
    const { width, height } = target.canvas
    const { data } = target.context.getImageData(0, 0, width, height)
    return { image: fromRgba(data, width, height), pixelsPerPoint: scale }
  } finally {
    canvasFactory.destroy(target)
  }
}

interface CanvasFactory {
  create(width: number, height: number): CanvasAndContext
  destroy(target: CanvasAndContext): void
}

interface CanvasAndContext {
  readonly canvas: { readonly width: number; readonly height: number }
  readonly context: {
    getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray }
  }
}
