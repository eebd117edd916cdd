import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { InvoiceFacts, PageReading } from '../../src/engine/pipeline/facts'
import { beginDocument } from '../../src/engine/pipeline/read/deadline'
import { readXmlDocument } from '../../src/engine/pipeline/read/einvoice/read-xml-document'
import { claimsFor, judgeFor } from '../../src/engine/pipeline/read/facts-of-pages'
import { asRead } from '../../src/engine/pipeline/read/ocr/read-pages'
import { readPageFacts } from '../../src/engine/pipeline/read/page/read-page-facts'
import { signedContent } from '../../src/engine/pipeline/read/xml/signed-content'
import { sniff } from '../../src/engine/pipeline/sniff'
import type { ReadOptions } from '../../src/engine/worker/protocol'
import { toErrorData } from '../../src/shared/result'
import type { ReadRecord } from './record'
import { recordOf, sha256Of } from './record'

/** What a new company's settings give the reader; nothing that would help with a corpus. */
export const benchOptions: ReadOptions = {
  forceOcr: false,
  ocrLanguages: ['eng', 'spa'],
  maxPages: 200,
  ownTaxIds: [],
  country: 'MX',
  homeCurrency: 'MXN',
}

/** Reads pages whose words are already known. */
export function readWordsForBench(pages: readonly PageReading[], file: string, sha256 = ''): ReadRecord {
  const begun = performance.now()
  const facts = readPageFacts(pages, benchOptions)
  const format = Object.keys(facts.chosen).length > 0 ? 'page' : 'none'
  return recordOf(file, sha256, { format, facts }, performance.now() - begun)
}

/** The words of a page document, kept in a folder where one is given, and what the page reader makes of them. */
export async function readPagesForBench(
  path: string,
  keptWords?: string,
): Promise<{ pages: readonly PageReading[]; facts: InvoiceFacts }> {
  const kept = keptWords === undefined ? null : await keptPages(path, keptWords)
  return kept === null
    ? readPages(new Uint8Array(readFileSync(path)))
    : { pages: kept, facts: readPageFacts(kept, benchOptions) }
}

/**
 * Reads one file in this process, timed without the disk. What cannot be read is a record with its reason.
 * @param keptWords  folder where the words of pages are kept from one run to the next: changes of the page reader are then
 *                   measured in seconds, without PDF and OCR work
 */
export async function readFileForBench(path: string, file: string, keptWords?: string): Promise<ReadRecord> {
  const bytes = new Uint8Array(readFileSync(path))
  const sha256 = sha256Of(bytes)
  const { kind } = sniff(bytes, bytes.length)
  const start = performance.now()
  try {
    if (kind === 'xml' || kind === 'p7m') {
      const reading = readXmlDocument(kind === 'p7m' ? signedContent(bytes) : bytes)
      return recordOf(file, sha256, reading, performance.now() - start)
    }
    if (keptWords !== undefined) {
      const kept = await keptPages(path, keptWords)
      if (kept !== null) return readWordsForBench(kept, file, sha256)
    }
    const reading = await readPages(bytes)
    return recordOf(file, sha256, reading, performance.now() - start)
  } catch (thrown) {
    const { code } = toErrorData(thrown)
    if (code === 'bug') throw thrown
    return { file, sha256, format: 'none', error: code }
  }
}

/**
 * Words of a document's pages as fields are looked for on them, straightened where the picture was seen aslant; kept in a folder from
 * one run to the next. Null when its facts are in an XML. Words of a changed OCR need another folder.
 */
export async function keptPages(path: string, folder: string): Promise<readonly PageReading[] | null> {
  const bytes = new Uint8Array(readFileSync(path))
  const kept = join(folder, `${sha256Of(bytes)}.as-read.json`)
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8')) as PageReading[]
  const pages = await pagesAsRead(bytes)
  if (pages === null) return null
  mkdirSync(folder, { recursive: true })
  writeFileSync(kept, JSON.stringify(pages))
  return pages
}

/** PDF and OCR work, without a window's view of it; null for anything but pages. */
async function pagesAsRead(bytes: Uint8Array<ArrayBuffer>): Promise<readonly PageReading[] | null> {
  const { kind } = sniff(bytes, bytes.length)
  const judge = judgeFor(benchOptions)
  const ignore = () => undefined
  beginDocument()
  if (kind === 'image') {
    const { readImage } = await import('../../src/engine/pipeline/read/image/read-image')
    return (await readImage(bytes, benchOptions, ignore, judge)).pages.map(asRead)
  }
  if (kind !== 'pdf') return null
  const { readPdf } = await import('../../src/engine/pipeline/read/pdf/read-pdf')
  const { pages, embedded } = await readPdf(bytes, benchOptions, ignore, judge, claimsFor(benchOptions))
  return embedded.length > 0 ? null : pages.map(asRead)
}

async function readPages(bytes: Uint8Array<ArrayBuffer>) {
  // Loaded when needed: the XML corpus is measured without pdf.js and OCR in memory.
  const { readDocument } = await import('../../src/engine/pipeline/read/read-document')
  const { kind, mediaType } = sniff(bytes, bytes.length)
  return readDocument(bytes, kind, mediaType, benchOptions, () => undefined)
}
