import { asc, eq } from 'drizzle-orm'
import { documentView, type ViewContext } from '../decisions/document-view'
import { toldRows } from '../decisions/record-change'
import { documentRecord } from '../export/record'
import { journal } from '../store/schema'
import type { Reader } from '../store/write'
import type { DocumentRow } from './choose-documents'

/** The files that tell about one document, by name; all of them as of one moment. */
export function filesOfDocument(reader: Reader, document: DocumentRow, context: ViewContext): Record<string, unknown> {
  const view = documentView(reader, document.id, context)
  const history = historyOf(reader, document)
  return {
    // What other programs read: the same record as `export`.
    'record.json': documentRecord(reader, document.id),
    // Every value with where it comes from: page, box and text, or the path in an XML; and the other values found.
    'values.json': { pages: view.pages, fields: view.invoice?.fields ?? [], lines: view.invoice?.lines ?? [] },
    'issues.json': view.issues,
    'decisions.json': history,
    'approvals.json': history.filter(entry => entry.kind === 'document.approved' || entry.kind.startsWith('bill.')),
    'bill.json': view.bill,
    // The rows as stored. The journal alone must lead to the same: the checker follows it.
    'state.json': toldRows(reader, document.id),
  }
}

function historyOf(reader: Reader, { id }: DocumentRow) {
  const { sequence, at, actor, kind, params, groupId } = journal
  return reader
    .select({ sequence, at, actor, kind, params, groupId })
    .from(journal)
    .where(eq(journal.documentId, id))
    .orderBy(asc(sequence))
    .all()
}
