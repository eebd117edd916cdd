import { and, eq } from 'drizzle-orm'
import type { DocumentId } from '../shared/ids'
import type { EngineLog } from './host'
import { toErrorData } from '../shared/result'
import type { Picture } from './model/question'
import type { Blobs } from './store/blobs'
import { documentById } from './store/documents'
import type { Store } from './store/open'
import { pages } from './store/schema'
import type { Pool } from './worker/pool'

/** Draws pages for an outside model, in a document worker. A page that cannot be drawn is left out; its words remain. */
export function pictureDrawer(parts: { store: Store; blobs: Blobs; pool: Pool; log: EngineLog }) {
  const { store, blobs, pool, log } = parts
  return async (documentId: DocumentId, numbers: readonly number[]): Promise<Picture[]> => {
    const { sha256, kind } = documentById(store.db, documentId)
    const drawn: Picture[] = []
    for (const page of numbers) {
      const which = and(eq(pages.documentId, documentId), eq(pages.number, page))
      const turned = store.db.select({ rotation: pages.rotation }).from(pages).where(which).get()?.rotation ?? 0
      try {
        drawn.push({ page, ...(await pool.draw({ bytes: await blobs.load(sha256), kind, page, turned })) })
      } catch (thrown) {
        log.warn({ documentId, page, code: toErrorData(thrown).code }, 'a page could not be drawn for the model')
      }
    }
    return drawn
  }
}
