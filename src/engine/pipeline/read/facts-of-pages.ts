import type { ReadOptions } from '../../worker/protocol'
import type { InvoiceFacts } from '../facts'
import { verdictOn } from './ocr/judge'
import { asRead, type Judge, type ReadPage } from './ocr/read-pages'
import { claimsOfText } from './page/claims-of-text'
import { readPageFacts } from './page/read-page-facts'
import type { Claim } from './pdf/compare-with-picture'

/** What pages say about an invoice, its boxes where the pages were read: straightened ones are not mapped back. */
export function factsOf(pages: readonly ReadPage[], options: ReadOptions): InvoiceFacts {
  return readPageFacts(pages.map(asRead), options)
}

/** Tells OCR what a reading of pages is worth as an invoice. */
export function judgeFor(options: ReadOptions): Judge {
  return pages => verdictOn(factsOf(pages, options))
}

/** Tells which values of a text layer are worth a look at what is drawn. */
export function claimsFor(options: ReadOptions): (pages: readonly ReadPage[]) => readonly Claim[] {
  return pages =>
    claimsOfText(
      factsOf(pages, options),
      pages.map(page => page.shown),
    )
}
