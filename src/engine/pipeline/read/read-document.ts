import type { DocumentKind } from '../../../shared/document'
import { AppError } from '../../../shared/result'
import type { PagesOfFiles, ReadOptions } from '../../worker/protocol'
import type { DocumentReading, InvoiceFacts, PageReading } from '../facts'
import { beginDocument } from './deadline'
import { readEInvoice } from './einvoice/read-e-invoice'
import { claimsFor, factsOf, judgeFor } from './facts-of-pages'
import { readImage } from './image/read-image'
import { mapBack } from './ocr/map-back'
import { asRead, type ReadPage } from './ocr/read-pages'
import { proposeCuts } from './page/propose-cuts'
import { comparePages, placesOnPage } from './page/compare-with-xml'
import type { Contradiction } from './pdf/compare-with-picture'
import { readPdf } from './pdf/read-pdf'
import { readPagesOf } from './read-pages-of-files'
import { signedContent } from './xml/signed-content'

const pageReader = 'page 1'

/**
 * Reads one document: an embedded XML beats the page's text, the text layer beats OCR, and that page by page.
 * @param kind      what the bytes are, found by looking at them
 * @param onPage    called before each page
 * @throws AppError with the final reason when nothing of the document can be read
 */
export async function readDocument(
  bytes: Uint8Array,
  kind: DocumentKind,
  mediaType: string,
  options: ReadOptions,
  onPage: (page: number, of: number) => void,
): Promise<DocumentReading> {
  beginDocument()
  if (bytes.length === 0) throw new AppError('empty_file', {}, 'never')
  if (kind === 'xml') return readEInvoice(bytes, kind, mediaType, options.part)
  if (kind === 'p7m') return readEInvoice(signedContent(bytes), kind, mediaType, options.part)
  if (kind === 'pdf') return fromPdf(bytes, mediaType, options, onPage)
  if (kind === 'image') return fromImage(bytes, mediaType, options, onPage)
  throw new AppError('unsupported_type', {}, 'never')
}

/**
 * Reads a document that consists of pages of files. What is embedded in a file belongs to the file and is not looked at.
 * @throws AppError with the final reason when one of the files cannot be read
 */
export async function readPagesOfFiles(
  pagesOf: PagesOfFiles,
  mediaType: string,
  options: ReadOptions,
  onPage: (page: number, of: number) => void,
): Promise<DocumentReading> {
  beginDocument()
  const {
    pages: read,
    previews,
    pagesLeftOut,
    unchecked,
    contradictions,
  } = await readPagesOf(pagesOf, options, onPage, judgeFor(options), claimsFor(options))
  const pages = read.map(page => page.shown)
  const facts = mapBack(factsOf(read, options), read)
  const remarks = [
    ...pageRemarks(pages, pagesLeftOut, pages.length),
    ...unchecked.map(toUnchecked),
    ...contradictions.map(toContradiction),
    ...severalInvoices(read, facts, options),
  ]
  const kind = pagesOf.files.every(file => file.kind === 'image') ? 'image' : 'pdf'
  return fromPages(kind, mediaType, pages, previews, facts, remarks)
}

async function fromPdf(
  bytes: Uint8Array,
  mediaType: string,
  options: ReadOptions,
  onPage: (page: number, of: number) => void,
): Promise<DocumentReading> {
  const {
    pages: read,
    embedded,
    pagesLeftOut,
    pagesRead,
    unchecked,
    contradictions,
  } = await readPdf(bytes, options, onPage, judgeFor(options), claimsFor(options))
  const onPages = mapBack(factsOf(read, options), read)
  const pages = read.map(page => page.shown)
  const remarks = [
    ...pageRemarks(pages, pagesLeftOut, pagesRead),
    ...unchecked.map(toUnchecked),
    ...contradictions.map(toContradiction),
  ]
  const [winner, ...others] = embedded
  if (!winner) {
    const found = [...remarks, ...severalInvoices(read, onPages, options)]
    return fromPages('pdf', mediaType, pages, [], onPages, found)
  }
  const { format, reader, facts: inFile } = winner.reading
  const facts = { ...inFile, candidates: [...inFile.candidates, ...placesOnPage(inFile, onPages)] }
  const disagreements = comparePages(
    facts,
    onPages,
    others.map(other => other.reading.facts),
  )
  const allRemarks = [...remarks, ...disagreements]
  return { kind: 'pdf', mediaType, format, reader, pages, previews: [], facts, remarks: allRemarks, xml: winner.bytes }
}

async function fromImage(
  bytes: Uint8Array,
  mediaType: string,
  options: ReadOptions,
  onPage: (page: number, of: number) => void,
): Promise<DocumentReading> {
  const { pages: read, previews, pagesLeftOut } = await readImage(bytes, options, onPage, judgeFor(options))
  const pages = read.map(page => page.shown)
  const facts = mapBack(factsOf(read, options), read)
  const remarks = [...pageRemarks(pages, pagesLeftOut, pages.length), ...severalInvoices(read, facts, options)]
  return fromPages('image', mediaType, pages, previews, facts, remarks)
}

function fromPages(
  kind: DocumentKind,
  mediaType: string,
  pages: readonly PageReading[],
  previews: DocumentReading['previews'],
  facts: InvoiceFacts,
  remarks: DocumentReading['remarks'],
): DocumentReading {
  const format = Object.keys(facts.chosen).length > 0 ? 'page' : 'none'
  return { kind, mediaType, format, reader: pageReader, pages, previews, facts, remarks, xml: null }
}

/** Where the pages look like several invoices: which page each of the others begins with. */
function severalInvoices(
  pages: readonly ReadPage[],
  whole: InvoiceFacts,
  options: ReadOptions,
): DocumentReading['remarks'] {
  const starts = proposeCuts(pages.map(asRead), whole, options)
  if (starts.length === 0) return []
  return [{ code: 'several_invoices', params: { count: starts.length + 1, starts: starts.join(', ') } }]
}

function toUnchecked(page: number): DocumentReading['remarks'][number] {
  return { code: 'page_unchecked', params: { page } }
}

function toContradiction({ page, text, picture }: Contradiction): DocumentReading['remarks'][number] {
  return { code: 'text_layer_disagrees', params: { page, text, picture } }
}

function pageRemarks(
  pages: readonly PageReading[],
  pagesLeftOut: number,
  pagesRead: number,
): DocumentReading['remarks'] {
  const failed = pages.flatMap(page =>
    page.failure === null
      ? []
      : [{ code: 'page_failed' as const, params: { page: page.number, reason: page.failure } }],
  )
  if (pagesLeftOut <= 0) return failed
  return [...failed, { code: 'pages_left_out', params: { count: pagesLeftOut, read: pagesRead } }]
}
