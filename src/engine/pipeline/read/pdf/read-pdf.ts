import type { OcrLanguage } from '../../../../shared/settings'
import type { ReadOptions } from '../../../worker/protocol'
import type { PageReading, Word } from '../../facts'
import { limits } from '../limits'
import { wantedPages } from '../wanted-pages'
import { readAgain, type Judge, type ReadPage } from '../ocr/read-pages'
import { embeddedInvoices, type EmbeddedInvoice } from './attachments'
import { contradictions, type Claim, type Contradiction } from './compare-with-picture'
import { markInvisible, type SeenWords } from './invisible-runs'
import { ocrOf } from './ocr-of-page'
import { pageWords } from './page-words'
import { failureOf, PdfSession } from './pdf-session'

export interface PdfReading {
  readonly pages: readonly ReadPage[]
  readonly embedded: readonly EmbeddedInvoice[]
  /** Pages beyond the limits: of the document, and of OCR for those that are pictures. */
  readonly pagesLeftOut: number
  readonly pagesRead: number
  /** Numbers of the pages whose text could not be checked for being seen. */
  readonly unchecked: readonly number[]
  readonly contradictions: readonly Contradiction[]
}

/** Fewer letters and digits than this in plain sight, and a page counts as a picture. */
const usableLetters = 40
/** A picture covering more of the page than this may be the page itself … */
const pagePicture = 0.4
/** … unless this many letters and digits stand beside it. */
const besidePicture = 250

/**
 * Reads all text first, then looks for invisible text, then draws and recognises only the pages that have no usable text.
 * Where a text layer is doubtful, the values that money depends on (`claimsOf`) are compared with what the page shows.
 * A page that cannot be read carries its `failure`; the others still count.
 * @throws AppError when the document does not open
 */
export async function readPdf(
  bytes: Uint8Array,
  options: ReadOptions,
  onPage: PageProgress,
  judge: Judge,
  claimsOf: (pages: readonly ReadPage[]) => readonly Claim[],
): Promise<PdfReading> {
  const session = new PdfSession(bytes, options.password)
  try {
    const { document } = await session.get()
    const wanted = wantedPages(document.numPages, options.pages)
    const numbers = wanted.slice(0, options.maxPages)
    const count = numbers.length
    const embedded = await embeddedInvoices(await session.get())
    const pages: PageReading[] = []
    for (const [index, number] of numbers.entries()) {
      onPage(index + 1, count)
      pages.push(await textOf(session, number))
    }
    const hasXml = embedded.length > 0
    const progress: Progress = {
      ocrPages: hasXml ? 0 : limits.ocrPages,
      languages: options.ocrLanguages,
      leftOut: 0,
      unchecked: [],
      doubtful: [],
    }
    const finished: ReadPage[] = []
    for (const [index, page] of pages.entries()) {
      const onTry = () => onPage(index + 1, count)
      onTry()
      finished.push(await finishPage(session, page, options, progress, onTry))
    }
    const pagesLeftOut = wanted.length - count + (hasXml ? 0 : progress.leftOut)
    const read = await readAgain(finished, judge)
    const doubted = hasXml ? [] : claimsOf(read).filter(claim => progress.doubtful.includes(claim.page))
    return {
      pages: read,
      embedded,
      pagesLeftOut,
      pagesRead: wanted.length - pagesLeftOut,
      unchecked: progress.unchecked,
      contradictions: await contradictions(session, doubted, options.ocrLanguages),
    }
  } finally {
    await session.close()
  }
}

export type PageProgress = (page: number, of: number) => void

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

/** Goes along over the pages of a document. */
interface Progress {
  /** How many may still be read by OCR. None when an embedded XML gives the facts: OCR would only cost time. */
  ocrPages: number
  /** What the last picture was read in. */
  languages: readonly OcrLanguage[]
  /** Pictures that were not read. */
  leftOut: number
  unchecked: number[]
  /** Pages whose text layer may say other things than they show. */
  doubtful: number[]
}

async function finishPage(
  session: PdfSession,
  page: PageReading,
  options: ReadOptions,
  progress: Progress,
  onTry: () => void,
): Promise<ReadPage> {
  if (page.failure) return { shown: page, ocr: null }
  const { words, pictureShare, hasRemappedDigits } = await withoutInvisible(session, page, progress)
  const asText = { ...page, words, textSource: words.length > 0 ? 'text_layer' : 'none' } as const
  if (isUsable(words, pictureShare) && !options.forceOcr) {
    if (pictureShare > pagePicture || hasRemappedDigits) progress.doubtful.push(page.number)
    return { shown: asText, ocr: null }
  }
  if (progress.ocrPages <= 0) {
    progress.leftOut += 1
    return { shown: asText, ocr: null }
  }
  progress.ocrPages -= 1
  const read = await ocrOf(session, asText, progress.languages, onTry)
  progress.languages = read.ocr?.languages ?? progress.languages
  return read
}

async function withoutInvisible(session: PdfSession, page: PageReading, progress: Progress): Promise<SeenWords> {
  const unchecked = { words: page.words, pictureShare: 0, hasRemappedDigits: false }
  if (page.words.length === 0) return unchecked
  try {
    return await session.page(page.number, limits.paintListMs, 'paint_list', async proxy =>
      markInvisible(page.words, await proxy.getOperatorList(), proxy),
    )
  } catch (thrown) {
    // A page whose paint list cannot be had still has its text; only a bug of ours may stop the reading.
    if (failureOf(thrown) === 'bug') throw thrown
    progress.unchecked.push(page.number)
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
