import { and, desc, eq, getTableColumns, gt, gte, inArray, like, lt, max, min, sql } from 'drizzle-orm'
import type { ActivityFilter, ActivityRow } from '../../shared/activity'
import type { DocumentId } from '../../shared/ids'
import { AppError } from '../../shared/result'
import { startOfDay } from '../evidence/choose-documents'
import { documents, invoices, journal } from '../store/schema'
import type { Reader } from '../store/write'

export interface ActivityPage {
  readonly filter: ActivityFilter
  /** `next` of the page before. */
  readonly after: string | null
  readonly limit: number
}

/** The journal, newest first, in pages, each row with the name of its document. */
export function listActivity(
  reader: Reader,
  { filter, after, limit }: ActivityPage,
): { rows: ActivityRow[]; next: string | null } {
  const { before: _before, after: _after, hash: _hash, previousHash: _previous, ...columns } = getTableColumns(journal)
  const { actor, kind, documentId } = filter
  const rows = reader
    .select(columns)
    .from(journal)
    .where(
      and(
        after === null ? undefined : lt(journal.sequence, Number(after)),
        documentId === null ? undefined : eq(journal.documentId, documentId),
        actor === null ? undefined : eq(journal.actor, actor),
        kind === null ? undefined : kind.endsWith('.') ? like(journal.kind, `${kind}%`) : eq(journal.kind, kind),
        filter.from === null ? undefined : gte(journal.at, startOfDay(filter.from)),
        filter.to === null ? undefined : lt(journal.at, startOfDay(filter.to, 1)),
      ),
    )
    .orderBy(desc(journal.sequence))
    .limit(limit + 1)
    .all()
  const shown = rows.slice(0, limit)
  const named = namesOf(
    reader,
    shown.flatMap(row => row.documentId ?? []),
  )
  return {
    rows: shown.map(({ groupId, ...row }) => ({
      ...row,
      group: groupId,
      document: row.documentId === null ? null : (named.get(row.documentId) ?? null),
    })),
    next: rows.length > limit ? String(shown.at(-1)?.sequence) : null,
  }
}

/** One row of the journal. @throws AppError `document_not_found` when the document has no such row */
export function activityRow(reader: Reader, documentId: DocumentId, sequence: number): ActivityRow {
  const filter = { documentId, actor: null, kind: null, from: null, to: null }
  const [row] = listActivity(reader, { filter, after: String(sequence + 1), limit: 1 }).rows
  if (row?.sequence !== sequence) throw new AppError('document_not_found', {}, 'never')
  return row
}

/** Rows about a document before and after one of them. */
export function neighbouringRows(reader: Reader, documentId: DocumentId, sequence: number) {
  const own = eq(journal.documentId, documentId)
  const [previous, next] = [
    reader
      .select({ at: max(journal.sequence) })
      .from(journal)
      .where(and(own, lt(journal.sequence, sequence)))
      .get(),
    reader
      .select({ at: min(journal.sequence) })
      .from(journal)
      .where(and(own, gt(journal.sequence, sequence)))
      .get(),
  ]
  return { previous: previous?.at ?? null, next: next?.at ?? null }
}

/** Who ever did anything, for the filter. */
export function actorsOf(reader: Reader): string[] {
  return reader
    .select({ actor: journal.actor })
    .from(journal)
    .groupBy(journal.actor)
    .orderBy(desc(sql`count(*)`))
    .limit(100)
    .all()
    .map(row => row.actor)
}

function namesOf(reader: Reader, ids: readonly DocumentId[]) {
  const rows = reader
    .select({
      id: documents.id,
      intakeNumber: documents.intakeNumber,
      fileName: documents.fileName,
      number: invoices.invoiceNumber,
    })
    .from(documents)
    .leftJoin(invoices, eq(invoices.documentId, documents.id))
    .where(inArray(documents.id, [...new Set(ids)]))
    .all()
  return new Map(rows.map(({ id, ...name }) => [id, name] as const))
}
