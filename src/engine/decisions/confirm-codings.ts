import { inArray } from 'drizzle-orm'
import type { DocumentId, LineId } from '../../shared/ids'
import { AppError } from '../../shared/result'
import { invoiceLines, invoices } from '../store/schema'
import { eq } from 'drizzle-orm'
import type { Reader, Tx } from '../store/write'
import type { DecisionContext } from './context'
import { loadInvoice, loadLines } from './load'
import { setAccount } from './set-account'

export interface CodingOfDocument {
  readonly documentId: DocumentId
  readonly lineIds: readonly LineId[]
  readonly accountCode: string
}

const idsPerStatement = 500

/**
 * Sorts lines by the document they are on: a decision about many lines is one decision per document, in one group.
 *
 * @throws AppError `line_not_found` when none of them is there any more
 */
export function linesByDocument(reader: Reader, lineIds: readonly LineId[]): ReadonlyMap<DocumentId, LineId[]> {
  const found = new Map<DocumentId, LineId[]>()
  for (let start = 0; start < lineIds.length; start += idsPerStatement) {
    const rows = reader
      .select({ lineId: invoiceLines.id, documentId: invoices.documentId })
      .from(invoiceLines)
      .innerJoin(invoices, eq(invoices.id, invoiceLines.invoiceId))
      .where(inArray(invoiceLines.id, lineIds.slice(start, start + idsPerStatement)))
      .all()
    for (const { lineId, documentId } of rows) found.set(documentId, [...(found.get(documentId) ?? []), lineId])
  }
  if (found.size === 0) throw new AppError('line_not_found', {}, 'never')
  return found
}

/**
 * The account proposed for these lines is right.
 *
 * @throws AppError `changed_meanwhile` when one of them is proposed another one by now; as {@link setAccount} otherwise
 */
export function confirmCoding(
  tx: Tx,
  { documentId, lineIds, accountCode }: CodingOfDocument,
  ctx: DecisionContext,
): void {
  const lines = loadLines(tx, loadInvoice(tx, documentId).id).filter(line => lineIds.includes(line.id))
  if (lines.some(line => line.accountCode !== accountCode)) throw new AppError('changed_meanwhile')
  correctCoding(tx, { documentId, lineIds, accountCode }, ctx)
}

/**
 * A person gives lines another account than the one proposed.
 *
 * @throws AppError as {@link setAccount}
 */
export function correctCoding(
  tx: Tx,
  { documentId, lineIds, accountCode }: CodingOfDocument,
  ctx: DecisionContext,
): void {
  // The revision is not the person's: the lines were shown, not the invoices they are on.
  setAccount(tx, { documentId, lineIds: [...lineIds], accountCode, revision: null }, ctx)
}
