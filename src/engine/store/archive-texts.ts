import { eq } from 'drizzle-orm'
import type { DocumentId, EpochMs } from '../../shared/ids'
import { archiveTexts, inboxRows } from './schema'
import type { Reader, Tx } from './write'

/** Some six pages: enough words to find a document by. */
const longestArchiveText = 20_000

/** Keeps what the archive read of a document, and has its search index brought up to date. */
export function keepArchiveText(tx: Tx, documentId: DocumentId, said: string, now: EpochMs): void {
  const text = said.slice(0, longestArchiveText)
  if (text === (archiveTextOf(tx, documentId) ?? '')) return
  tx.insert(archiveTexts)
    .values({ documentId, text, readAt: now })
    .onConflictDoUpdate({ target: archiveTexts.documentId, set: { text, readAt: now } })
    .run()
  tx.update(inboxRows).set({ isSearchStale: true }).where(eq(inboxRows.documentId, documentId)).run()
}

/** What the archive read of a document; undefined where it was never asked or read nothing. */
export function archiveTextOf(reader: Reader, documentId: DocumentId): string | undefined {
  const own = eq(archiveTexts.documentId, documentId)
  return reader.select({ text: archiveTexts.text }).from(archiveTexts).where(own).get()?.text
}
