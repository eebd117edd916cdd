import { asc, eq } from 'drizzle-orm'
import type { DocumentId } from '../../../shared/ids'
import type { Sighting } from '../../pipeline/facts'
import { fold } from '../../pipeline/read/page/fold'
import { pages } from '../../store/schema'
import type { Reader } from '../../store/write'

/** What is kept of a document's pages for lessons. */
export interface PageMemory {
  readonly sightings: readonly Sighting[]
  readonly pages: number
  readonly words: readonly string[]
}

export function loadPageMemory(reader: Reader, documentId: DocumentId): PageMemory {
  const { sightings, words } = pages
  const rows = reader
    .select({ sightings, words })
    .from(pages)
    .where(eq(pages.documentId, documentId))
    .orderBy(asc(pages.number))
    .all()
  return {
    sightings: rows.flatMap(row => row.sightings ?? []),
    pages: rows.length,
    words: rows.flatMap(row => row.words.map(([text]) => text)),
  }
}

/** Folded words joined by blanks: whether a name is printed on the pages is one question to this. */
export function foldedText({ words }: PageMemory): string {
  return words.map(fold).filter(Boolean).join(' ')
}
