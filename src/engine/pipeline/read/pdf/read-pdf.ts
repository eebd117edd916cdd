import type { PDFPageProxy } from 'pdfjs-dist'
import { AppError, toErrorData } from '../../../../shared/result'
import type { ReadOptions } from '../../../worker/protocol'
import type { PageReading, Word } from '../../facts'
import { within } from '../deadline'
import { limits } from '../limits'
import { ocrPage } from '../ocr/ocr-page'
import { embeddedInvoices, type EmbeddedInvoice } from './attachments'
import { drawPage } from './draw-page'
import { markInvisible, type SeenWords } from './invisible-runs'
import { openPdf, type OpenPdf } from './open-pdf'
import { loadPdfjs } from './parse-thread'
import { pageWords } from './page-words'

export interface PdfReading {
  readonly pages: readonly PageReading[]
  readonly embedded: readonly EmbeddedInvoice[]
  readonly pagesLeftOut: number
}

/** More filled outlines than this, and text may have been drawn as shapes. */
const outlinePaths = 150
/** Fewer letters and digits than this in plain sight, and a page counts as a picture. */
const usableLetters = 40
/** A picture covering more of the page than this may be the page itself … */
const pagePicture = 0.4
/** … unless this many letters and digits stand beside it. */
const besidePicture = 250

/**
 * Reads all text first, then looks for invisible text, then draws and recognises only the pages that have no usable text.
 * A page that cannot be read carries its `failure`; the others still count.
 * @throws AppError when the document does not open
 */
export async function readPdf(bytes: Uint8Array, options: ReadOptions, onPage: PageProgress): Promise<PdfReading> {
  const session = new PdfSession(bytes, options.password)
  try {
    const { document } = await session.get()
    const count = Math.min(document.numPages, options.maxPages)
    const embedded = await embeddedInvoices(await session.get())
    const pages: PageReading[] = []
    for (let number = 1; number <= count; number += 1) {
      onPage(number, count)
      pages.push(await textOf(session, number))
    }
    const budget: Budget = { ocrPages: embedded.length > 0 ? 0 : limits.ocrPages }
    for (const [index, page] of pages.entries()) {
      const onTry = () => onPage(index + 1, count)
      onTry()
      pages[index] = await finishPage(session, page, options, budget, onTry)
    }
    return { pages, embedded, pagesLeftOut: document.numPages - count }
  } finally {
    await session.close()
  }
}

export type PageProgress = (page: number, of: number) => void

/** The open document; opened anew when a page had to be stopped by ending the parser. */
class PdfSession {
  private pdf: OpenPdf | undefined

  constructor(
    private readonly bytes: Uint8Array,
    private readonly password: string | undefined,
  ) {}

  async get(): Promise<OpenPdf> {
    if (!this.pdf || this.pdf.thread.ended) this.pdf = await openPdf(this.bytes, this.password)
    return this.pdf
  }

  async page<T>(number: number, ms: number, step: string, work: (page: PDFPageProxy) => Promise<T>): Promise<T> {
    const { document, thread } = await this.get()
    return within(document.getPage(number).then(work), ms, step, () => thread.end())
  }

  async close(): Promise<void> {
    await this.pdf?.close()
  }
}

const emptyPage = { width: 612, height: 792, textSource: 'none', rotation: 0, words: [] } as const

async function textOf(session: PdfSession, number: number): Promise<PageReading> {
  try {
    return await session.page(number, limits.textMs, 'text', async page => {
      const { width, height } = page.getViewport({ scale: 1 })
      const words = pageWords(await page.getTextContent({ includeMarkedContent: false }), page)
      return { number, width, height, textSource: 'none', rotation: 0, words, failure: null }
    })
  } catch (thrown) {
    return { ...emptyPage, number, failure: failureOf(thrown) }
  }
}

/** Counts down over the document. None when an embedded XML gives the facts: OCR would only cost time. */
interface Budget {
  ocrPages: number
}

async function finishPage(
  session: PdfSession,
  page: PageReading,
  options: ReadOptions,
  budget: Budget,
  onTry: () => void,
): Promise<PageReading> {
  if (page.failure) return page
  const { words, pictureShare } = await withoutInvisible(session, page)
  if (isUsable(words, pictureShare) && !options.forceOcr) return { ...page, words, textSource: 'text_layer' }
  if (budget.ocrPages <= 0) return { ...page, words, textSource: words.length > 0 ? 'text_layer' : 'none' }
  budget.ocrPages -= 1
  return ocrOf(session, page, words, options, onTry)
}

async function withoutInvisible(session: PdfSession, page: PageReading): Promise<SeenWords> {
  const unchecked = { words: page.words, pictureShare: 0 }
  if (page.words.length === 0) return unchecked
  try {
    return await session.page(page.number, limits.paintListMs, 'paint_list', async proxy =>
      markInvisible(page.words, await proxy.getOperatorList(), proxy),
    )
  } catch (thrown) {
    // A page whose paint list cannot be had still has its text; only a bug of ours may stop the reading.
    if (failureOf(thrown) === 'bug') throw thrown
    return unchecked
  }
}

function isUsable(words: readonly Word[], pictureShare: number): boolean {
  let letters = 0
  let hidden = 0
  for (const word of words) {
    const count = word.text.replace(/[^\p{L}\p{N}]/gu, '').length
    if (word.hidden) hidden += count
    else letters += count
  }
  // Mostly invisible text is somebody's OCR below a picture of the page; we would rather look ourselves.
  return letters >= (pictureShare > pagePicture ? besidePicture : usableLetters) && hidden <= letters
}

async function ocrOf(
  session: PdfSession,
  page: PageReading,
  words: readonly Word[],
  options: ReadOptions,
  onTry: () => void,
): Promise<PageReading> {
  const kept = { ...page, words, textSource: words.length > 0 ? 'text_layer' : 'none' } as const
  try {
    const list = await session.page(page.number, limits.drawMs, 'paint_list', proxy => proxy.getOperatorList())
    if (!(await hasPicture(list))) return kept
    if (list.fnArray.length > limits.paintOperations) return { ...kept, failure: 'resource_limit' }
    const pdf = await session.get()
    const proxy = await within(pdf.document.getPage(page.number), limits.textMs, 'page', () => pdf.thread.end())
    const { image, pixelsPerPoint } = await drawPage(pdf, proxy)
    proxy.cleanup()
    const read = await ocrPage(image, pixelsPerPoint, pixelsPerPoint * 72, options.ocrLanguages, onTry)
    if (read.words.length === 0) return kept
    const swap = read.rotation === 90 || read.rotation === 270
    const size = swap ? { width: page.height, height: page.width } : { width: page.width, height: page.height }
    return { ...page, ...size, words: read.words, textSource: 'ocr', rotation: read.rotation }
  } catch (thrown) {
    return { ...kept, failure: failureOf(thrown) }
  }
}

/** Without an image or drawn outlines, the little text of a page is all there is. */
async function hasPicture({ fnArray }: { readonly fnArray: readonly number[] }): Promise<boolean> {
  const { OPS } = await loadPdfjs()
  const images: readonly number[] = [
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
    OPS.paintInlineImageXObjectGroup,
    OPS.paintImageXObjectRepeat,
    OPS.paintImageMaskXObjectGroup,
    OPS.paintImageMaskXObjectRepeat,
  ]
  let paths = 0
  for (const operation of fnArray) {
    if (images.includes(operation)) return true
    if (operation === OPS.constructPath) paths += 1
  }
  return paths > outlinePaths
}

function failureOf(thrown: unknown): PageReading['failure'] {
  if (thrown instanceof AppError) return toErrorData(thrown).code
  // pdf.js throws its own kinds of error for a page it cannot make sense of.
  return 'corrupt_document'
}
