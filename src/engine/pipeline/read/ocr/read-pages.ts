import { AppError } from '../../../../shared/result'
import type { PageReading } from '../../facts'
import type { OcrPage, Variant } from './ocr-page'

/** A page as the window shows it, and as it was read where OCR had a part in it. */
export interface ReadPage {
  readonly shown: PageReading
  readonly ocr: OcrPage | null
}

/** The page with the words OCR found; turned if the text lay on its side. */
export function withOcr(page: PageReading, ocr: OcrPage): ReadPage {
  const swap = ocr.rotation === 90 || ocr.rotation === 270
  const size = swap ? { width: page.height, height: page.width } : { width: page.width, height: page.height }
  return { shown: { ...page, ...size, words: ocr.words, textSource: ocr.words.length > 0 ? 'ocr' : 'none' }, ocr }
}

/** The page as fields are looked for on it: straightened where the picture was seen aslant. */
export function asRead({ shown, ocr }: ReadPage): PageReading {
  if (!ocr?.straight) return shown
  const { words, width, height } = ocr.straight
  return { ...shown, words, width, height }
}

/** What the words of all pages are worth as an invoice; the page reader knows. */
export interface Verdict {
  /** Higher is better; only compared with verdicts on the same document. */
  readonly worth: number
  /** The amounts confirm each other and nothing important is missing: no use in reading again. */
  readonly isConvincing: boolean
}

export type Judge = (pages: readonly ReadPage[]) => Verdict

/** Other ways to read a page, in the order they are tried. */
const variants: readonly Variant[] = [
  { segmentation: '4', threshold: '0', size: 1.5 },
  { segmentation: '6', threshold: '0', size: 1 },
]
/** Of a longer document the pages are not read again: its first and last page would not be enough to tell. */
const mostPages = 3
/** Another reading must be worth this much more than the one kept: a guess surer by a little is still a guess. */
const leastGain = 0.6

/**
 * Reads the pictures among the pages again in other ways while what they say is not convincing, and keeps what says the most.
 * Engines misread differently at another size or with another idea of the layout.
 */
export async function readAgain(pages: readonly ReadPage[], judge: Judge): Promise<readonly ReadPage[]> {
  const pictures = pages.filter(page => page.ocr !== null && page.shown.words.length > 0)
  if (pictures.length === 0 || pictures.length > mostPages) return pages
  let best = { pages, verdict: judge(pages) }
  for (const variant of variants) {
    if (best.verdict.isConvincing) break
    for (const [index, page] of pages.entries()) {
      if (!page.ocr || !pictures.includes(page)) continue
      const read = await attemptOf(page.ocr, variant)
      if (!read) return best.pages
      const ocr = { ...read, again: page.ocr.again }
      const changed = best.pages.with(index, { shown: { ...page.shown, words: ocr.words }, ocr })
      const verdict = judge(changed)
      if (verdict.worth > best.verdict.worth + leastGain) best = { pages: changed, verdict }
    }
  }
  return best.pages
}

/** Nothing when the page takes too long: what was read before still stands. */
async function attemptOf(ocr: OcrPage, variant: Variant): Promise<OcrPage | null> {
  try {
    return await ocr.again(variant)
  } catch (thrown) {
    if (thrown instanceof AppError) return null
    throw thrown
  }
}
