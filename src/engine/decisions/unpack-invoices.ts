import { eq } from 'drizzle-orm'
import type { DocumentId } from '../../shared/ids'
import type { DocumentReading } from '../pipeline/facts'
import { reconcileIssues } from '../issues/reconcile'
import { refreshSummary } from '../issues/summary'
import { insertDocument, moveDocument, documentById, type DocumentRow } from '../store/documents'
import { enqueueJob, laneOf } from '../store/jobs'
import { pages } from '../store/schema'
import type { Tx } from '../store/write'
import type { DecisionContext } from './context'
import { findInvoice } from './load'
import { isOfReading } from './reading-issues'
import { recordChange } from './record-change'

/** How many invoices a file holds beside the one that was read; 1 for nearly every file. */
export function invoicesInFile(reading: Pick<DocumentReading, 'remarks'>): number {
  const remark = reading.remarks.find(({ code }) => code === 'more_invoices')
  return Number(remark?.params['count'] ?? 1)
}

// A year's invoices of a busy supplier. A file made to hold half a million would keep everybody waiting for minutes.
const partsAtMost = 1_000

/**
 * Makes a document of each invoice in a file: same original bytes, own intake number, read by itself. Rows, jobs and
 * the file's new state are one transaction: a kill leaves either none of them or all.
 *
 * A file with more invoices than anybody sends, and one whose first invoice a person may have worked on already (read
 * before files were taken apart), stay whole; the issue about the others stands.
 *
 * @returns false when the file is one document
 */
export function unpackInvoices(
  tx: Tx,
  documentId: DocumentId,
  reading: Pick<DocumentReading, 'remarks'>,
  ctx: DecisionContext,
): boolean {
  const count = invoicesInFile(reading)
  const file = documentById(tx, documentId)
  if (count < 2 || count > partsAtMost || file.part !== null || findInvoice(tx, documentId)) return false
  for (let part = 1; part <= count; part++) insertPart(tx, file, part, ctx)
  const params = { fileName: file.fileName, count }
  recordChange(tx, documentId, { kind: 'document.unpacked', params, isFact: true }, ctx, () => {
    moveDocument(tx, documentId, { state: 'unpacked' })
    // What an earlier, failed reading asked is answered.
    tx.delete(pages).where(eq(pages.documentId, documentId)).run()
    reconcileIssues(tx, documentId, [], isOfReading, ctx)
    refreshSummary(tx, documentId)
  })
  return true
}

function insertPart(tx: Tx, file: DocumentRow, part: number, ctx: DecisionContext): void {
  const id = ctx.newId<DocumentId>()
  const { sha256, fileName, bytes, kind, mediaType, source } = file
  const original = { sha256, fileName, bytes, kind, mediaType, source }
  const params = () => ({ fileName, bytes, sha256, intakeNumber: documentById(tx, id).intakeNumber, source })
  recordChange(tx, id, { kind: 'document.received', params, isFact: true }, ctx, () =>
    insertDocument(tx, { id, ...original, receivedAt: ctx.now, state: 'queued', parentId: file.id, part }),
  )
  enqueueJob(tx, { documentId: id, step: 'read', lane: laneOf.read, runAfter: ctx.now, options: {}, now: ctx.now })
}
