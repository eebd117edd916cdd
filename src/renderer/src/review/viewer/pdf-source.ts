import {
  getDocument,
  GlobalWorkerOptions,
  PasswordException,
  TextLayer,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist'
import drawingWorkerUrl from 'pdfjs-dist/build/pdf.renderer.min.mjs?url'
import parsingWorkerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { addTurns, type PageSize, type Turn } from './geometry'
import { ViewError, type Drawing, type PageSource } from './page-source'

// Each document gets its own two workers, ended with it: a hostile file can hang them, never the window.
GlobalWorkerOptions.workerSrc = new URL(parsingWorkerUrl, document.baseURI).href
GlobalWorkerOptions.rendererSrc = new URL(drawingWorkerUrl, document.baseURI).href

/** Fonts, character maps and decoders that pdf.js asks for by address; the build copies them beside the page. */
const resources = new URL('pdfjs/', document.baseURI).href

/** Images inside a PDF larger than this many pixels are left out rather than drawn. */
const largestImage = 100_000_000

/** Pages beyond this many get the first page's size until they are drawn; asking for each would take seconds. */
const measuredPages = 40

export interface PdfOptions {
  readonly password?: string
  /** Clockwise turn of each page before it is shown, as found while reading; boxes refer to the turned page. */
  readonly turns: readonly Turn[]
  /** Sizes already known from reading; spares asking the file. */
  readonly sizes: readonly PageSize[]
}

/**
 * Opens a PDF for viewing.
 * @param bytes  handed over to the worker; unusable afterwards
 * @throws ViewError `needs_password`, `wrong_password`, `cannot_show`
 */
export async function openPdf(bytes: Uint8Array, options: PdfOptions): Promise<PageSource> {
  const task = getDocument({
    data: bytes,
    ...(options.password === undefined ? {} : { password: options.password }),
    cMapUrl: `${resources}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${resources}standard_fonts/`,
    wasmUrl: `${resources}wasm/`,
    iccUrl: `${resources}iccs/`,
    maxImageSize: largestImage,
    enableXfa: false,
  })
  const pdf = await opened(task, options.password !== undefined)
  const turnOf = (page: number): Turn => options.turns[page - 1] ?? 0
  const sizes = options.sizes.length === pdf.numPages ? options.sizes : await measure(pdf, turnOf)

  const rotation = (page: PDFPageProxy, turn: Turn) => (page.rotate + turnOf(page.pageNumber) + turn) % 360

  return {
    sizes,
    async draw({ page: number, view, area }: Drawing, signal) {
      const page = await pdf.getPage(number)
      signal.throwIfAborted()
      const viewport = page.getViewport({ scale: view.scale, rotation: rotation(page, view.turn) })
      const canvas = document.createElement('canvas')
      canvas.width = Math.max(1, Math.round(area?.width ?? viewport.width))
      canvas.height = Math.max(1, Math.round(area?.height ?? viewport.height))
      const shift = area ? { transform: [1, 0, 0, 1, -area.x, -area.y] } : {}
      const rendering = page.render({ canvas, viewport, ...shift })
      const cancel = () => rendering.cancel()
      signal.addEventListener('abort', cancel, { once: true })
      try {
        await rendering.promise
      } catch (cause) {
        signal.throwIfAborted()
        throw new ViewError('cannot_show', { cause })
      } finally {
        signal.removeEventListener('abort', cancel)
      }
      return canvas
    },
    async drawText(number, view, container, signal) {
      const page = await pdf.getPage(number)
      signal.throwIfAborted()
      const viewport = page.getViewport({ scale: view.scale, rotation: rotation(page, view.turn) })
      const layer = new TextLayer({ textContentSource: page.streamTextContent(), container, viewport })
      signal.addEventListener('abort', () => layer.cancel(), { once: true })
      await layer.render()
    },
    close() {
      void task.destroy()
    },
  }
}

async function opened(task: PDFDocumentLoadingTask, hadPassword: boolean): Promise<PDFDocumentProxy> {
  try {
    return await task.promise
  } catch (cause) {
    void task.destroy()
    const isLocked = cause instanceof PasswordException
    throw new ViewError(isLocked ? (hadPassword ? 'wrong_password' : 'needs_password') : 'cannot_show', { cause })
  }
}

async function measure(pdf: PDFDocumentProxy, turnOf: (page: number) => Turn): Promise<PageSize[]> {
  const sizes: PageSize[] = []
  for (let number = 1; number <= Math.min(pdf.numPages, measuredPages); number++) {
    const page = await pdf.getPage(number)
    const rotation = addTurns((page.rotate % 360) as Turn, turnOf(number))
    const { width, height } = page.getViewport({ scale: 1, rotation })
    sizes.push({ width, height })
  }
  const first = sizes[0] ?? { width: 595, height: 842 }
  while (sizes.length < pdf.numPages) sizes.push(first)
  return sizes
}
