import type { PagesOfFiles, ReadOptions } from '../../worker/protocol'
import type { DocumentReading } from '../facts'
import { readImage } from './image/read-image'
import type { Judge, ReadPage } from './ocr/read-pages'
import type { Claim, Contradiction } from './pdf/compare-with-picture'
import { readPdf } from './pdf/read-pdf'

/** Pages of a document put together from files, numbered as the document numbers them. */
export interface PagesRead {
  readonly pages: readonly ReadPage[]
  readonly previews: DocumentReading['previews']
  readonly pagesLeftOut: number
  /** Numbers of the pages whose text could not be checked for being seen. */
  readonly unchecked: readonly number[]
  readonly contradictions: readonly Contradiction[]
}

/**
 * Reads only the pages wanted of each file and puts them in the document's order.
 * @param onPage called before each page
 * @throws AppError when one of the files does not open
 */
export async function readPagesOf(
  { files, pages }: PagesOfFiles,
  options: ReadOptions,
  onPage: (page: number, of: number) => void,
  judge: Judge,
  claimsOf: (pages: readonly ReadPage[]) => readonly Claim[],
): Promise<PagesRead> {
  const found: { file: number; page: ReadPage; preview: DocumentReading['previews'][number] | undefined }[] = []
  const unchecked = new Set<string>()
  const contradictions: { file: number; found: Contradiction }[] = []
  for (const [file, { bytes, kind }] of files.entries()) {
    const numbers = pages.flatMap(place => (place.file === file ? [place.page] : []))
    const ofFile = { ...options, pages: numbers }
    const before = found.length
    const tell = (page: number) => onPage(before + page, pages.length)
    if (kind === 'pdf') {
      const read = await readPdf(bytes, ofFile, tell, judge, claimsOf)
      found.push(...read.pages.map(page => ({ file, page, preview: undefined })))
      contradictions.push(...read.contradictions.map(one => ({ file, found: one })))
      for (const number of read.unchecked) unchecked.add(`${file}:${number}`)
    } else {
      const read = await readImage(bytes, ofFile, tell, judge)
      const previewOf = (number: number) => read.previews.find(({ page }) => page === number)
      found.push(...read.pages.map(page => ({ file, page, preview: previewOf(page.shown.number) })))
    }
  }
  const inOrder = pages.flatMap((place, index) => {
    const read = found.find(({ file, page }) => file === place.file && page.shown.number === place.page)
    return read ? [{ ...read, place, number: index + 1 }] : []
  })
  return {
    pages: inOrder.map(({ page, number }) => ({ ...page, shown: { ...page.shown, number } })),
    previews: inOrder.flatMap(({ preview, number }) => (preview ? [{ ...preview, page: number }] : [])),
    pagesLeftOut: pages.length - inOrder.length,
    unchecked: inOrder.flatMap(({ place, number }) => (unchecked.has(`${place.file}:${place.page}`) ? [number] : [])),
    contradictions: inOrder.flatMap(({ place, number }) =>
      contradictions
        .filter(({ file, found: one }) => file === place.file && one.page === place.page)
        .map(({ found: one }) => ({ ...one, page: number })),
    ),
  }
}
