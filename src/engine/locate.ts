import { and, eq } from 'drizzle-orm'
import { DocumentId } from '../shared/ids'
import type { Company } from './company'
import type { BlobReader } from './store/blob-format'
import type { Reader } from './store/open'
import { documents, pages } from './store/schema'

/** Content the `doc:` protocol may serve: a file on disk as it is, or what only the engine can read. */
export interface LocatedFile {
  readonly mediaType: string
  readonly bytes: number
  /** Null where it lies sealed on disk, or in memory. */
  readonly path: string | null
  open(): Promise<BlobReader>
}

/**
 * Where a document's original lies, or the picture of one of its pages: a preview where Chromium cannot draw the
 * original or it lies on its side, else the original.
 *
 * @param page null for the original
 * @returns null when there is no such document or picture, or the disk damaged its bytes
 */
export async function locateOriginal(
  company: Company,
  documentId: string,
  page: number | null,
): Promise<LocatedFile | null> {
  const { store, blobs, ready } = company
  const toSave = ready.find(documentId)
  if (toSave !== null) return toSave
  const id = DocumentId.safeParse(documentId)
  if (!id.success) return null
  const found = page === null ? originalOf(store.db, id.data) : pictureOf(store.db, id.data, page)
  if (!found?.sha256 || !found.mediaType) return null
  // What a person compares the values with must be what was received: a damaged picture is not shown at all.
  if ((await blobs.verify(found.sha256)) !== 'intact') return null
  const { sha256, mediaType } = found
  const reader = await blobs.open(sha256)
  await reader.close()
  const path = store.key === null ? blobs.pathOf(sha256) : null
  return { mediaType, bytes: reader.bytes, path, open: () => blobs.open(sha256) }
}

function pagesFromOf(reader: Reader, documentId: DocumentId) {
  return reader.select({ pagesFrom: documents.pagesFrom }).from(documents).where(eq(documents.id, documentId)).get()
    ?.pagesFrom
}

function originalOf(reader: Reader, documentId: DocumentId) {
  return reader
    .select({ sha256: documents.sha256, mediaType: documents.mediaType })
    .from(documents)
    .where(eq(documents.id, documentId))
    .get()
}

/** The preview of a page where one was made; else the original itself, which then is a picture Chromium draws. */
function pictureOf(reader: Reader, documentId: DocumentId, page: number) {
  const preview = reader
    .select({ sha256: pages.previewSha256, mediaType: pages.previewMediaType })
    .from(pages)
    .where(and(eq(pages.documentId, documentId), eq(pages.number, page)))
    .get()
  if (preview?.sha256) return preview
  const from = pagesFromOf(reader, documentId)?.[page - 1]
  // Put together from files: the page is a picture of its file.
  if (from) return pictureOf(reader, from.documentId, from.page)
  return page > 1 ? preview : originalOf(reader, documentId)
}
