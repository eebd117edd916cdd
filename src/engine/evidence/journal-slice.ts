import { and, asc, eq, gte, inArray, lte, min } from 'drizzle-orm'
import type { DocumentId } from '../../shared/ids'
import { contentHashOf } from '../store/journal'
import { journal } from '../store/schema'
import type { Reader } from '../store/write'
import { packMadeKind, type PackedRow } from './pack-format'

interface Slice {
  readonly from: number
  readonly to: number
  /** Rows about these are told in full, others only by their content hash. */
  readonly documentIds: ReadonlySet<DocumentId>
}

const rowsAtOnce = 500

/** The rows of a part of the journal, one JSON object per line. */
export function journalLines(reader: Reader, { from, to, documentIds }: Slice): string {
  const lines: string[] = []
  for (let next = from; next <= to; next += rowsAtOnce) {
    const rows = reader
      .select()
      .from(journal)
      .where(and(gte(journal.sequence, next), lte(journal.sequence, Math.min(to, next + rowsAtOnce - 1))))
      .orderBy(asc(journal.sequence))
      .all()
    for (const { hash: _hash, previousHash: _previous, ...told } of rows) {
      const isOpen = (told.documentId !== null && documentIds.has(told.documentId)) || told.kind === packMadeKind
      const row: PackedRow = isOpen ? told : { sequence: told.sequence, contentHash: contentHashOf(told) }
      lines.push(`${JSON.stringify(row)}\n`)
    }
  }
  return lines.join('')
}

/** The first row that tells about one of these documents; 1 when none does. */
export function firstRowOf(reader: Reader, documentIds: readonly DocumentId[]): number {
  let first = Infinity
  for (let start = 0; start < documentIds.length; start += rowsAtOnce) {
    const part = documentIds.slice(start, start + rowsAtOnce)
    const row = reader
      .select({ first: min(journal.sequence) })
      .from(journal)
      .where(inArray(journal.documentId, part))
      .get()
    first = Math.min(first, row?.first ?? Infinity)
  }
  return first === Infinity ? 1 : first
}

/** Hash of the row before one; undefined before the first. */
export function hashBefore(reader: Reader, sequence: number): string | undefined {
  return reader
    .select({ hash: journal.hash })
    .from(journal)
    .where(eq(journal.sequence, sequence - 1))
    .get()?.hash
}
