import type { DocumentView } from '../../../../shared/document-view'
import type { DocumentId } from '../../../../shared/ids'
import { openComposed } from './composed-source'
import { openImage } from './image-source'
import { ViewError, type PageSource } from './page-source'
import type { PdfOptions } from './pdf-source'

/** Address of a document's bytes as received, served by the app itself. */
function originalUrl(documentId: DocumentId): string {
  return `doc://${documentId}/original`
}

/** Address of one page of an image: a preview where the original is no format the window draws, else the original. */
export function pageUrl(documentId: DocumentId, page: number): string {
  return `doc://${documentId}/page/${page}`
}

/** Whether a document has pages to look at. */
export function hasPages(view: Pick<DocumentView, 'kind'>): boolean {
  return view.kind === 'pdf' || view.kind === 'image'
}

/**
 * Opens a document's pages. pdf.js is loaded at the first PDF, so that a window that only shows XML never pays for it.
 * @throws ViewError
 */
export async function openDocument(view: DocumentView, password: string | undefined): Promise<PageSource> {
  if (view.pagesFrom) {
    return openComposed(view, view.pagesFrom, {
      openFile: (documentId, turns) => openFile(documentId, { turns, sizes: [], ...locked(password) }),
      loadPicture: page => fetched(pageUrl(view.documentId, page)),
    })
  }
  const turns = view.pages.map(page => page.rotation)
  const sizes = view.pages.map(({ width, height }) => ({ width, height }))
  if (view.kind === 'image') {
    return openImage({ sizes, turns, load: page => fetched(pageUrl(view.documentId, page)) })
  }
  return openFile(view.documentId, { turns, sizes, ...locked(password) })
}

/**
 * Opens a file that the engine took out of a document.
 * @throws ViewError
 */
export async function openTakenOut(fileId: string, kind: 'pdf' | 'image'): Promise<PageSource> {
  const url = `doc://${fileId}/original`
  return kind === 'pdf'
    ? openPdfAt(url, { turns: [], sizes: [] })
    : openImage({ turns: [], sizes: [], load: () => fetched(url) })
}

function openFile(documentId: DocumentId, options: PdfOptions): Promise<PageSource> {
  return openPdfAt(originalUrl(documentId), options)
}

async function openPdfAt(url: string, options: PdfOptions): Promise<PageSource> {
  const [bytes, { openPdf }] = await Promise.all([fetched(url), import('./pdf-source')])
  return openPdf(new Uint8Array(await bytes.arrayBuffer()), options)
}

function locked(password: string | undefined): Pick<PdfOptions, 'password'> {
  return password === undefined ? {} : { password }
}

async function fetched(url: string): Promise<Blob> {
  let response: Response
  try {
    response = await fetch(url)
  } catch (cause) {
    throw new ViewError('cannot_show', { cause })
  }
  if (!response.ok) throw new ViewError('cannot_show', { cause: response.status })
  return response.blob()
}
