import { eq, inArray } from 'drizzle-orm'
import type { Replay } from '../../shared/activity'
import type { DocumentId } from '../../shared/ids'
import { FieldName } from '../../shared/invoice'
import type { IssueKey } from '../../shared/issue'
import type { DocumentReading } from '../pipeline/facts'
import type { Store } from '../store/open'
import { accountExamples, invoiceLines, invoices, issues, readings } from '../store/schema'
import { write, type Reader, type Tx } from '../store/write'
import { checkDocument } from './check-document'
import { codeDocument } from './code-document'
import type { DecisionContext } from './context'
import { loadFields, loadInvoice, loadLines } from './load'
import { recordReading } from './record-reading'

type Side = ReturnType<typeof sideOf>

/** Carries the result out of a transaction that must not stay. */
class Replayed extends Error {
  constructor(readonly side: Side) {
    super('replayed')
  }
}

/**
 * What today's engine makes of a document, beside what stands in the books: values, accounts and questions as they would
 * be had no person said a word about it. It is done in a transaction that is taken back, so that nothing changes.
 *
 * @param reading the document read anew
 * @throws AppError `invoice_not_found` when nothing was read from the document so far
 */
export function replayDocument(
  store: Store,
  documentId: DocumentId,
  reading: DocumentReading,
  ctx: DecisionContext,
): Replay {
  const decided = sideOf(store.db, documentId)
  const replayed = sandboxed(store, tx => {
    forgetDecisions(tx, documentId)
    recordReading(tx, documentId, reading, { previews: [], xmlSha256: null }, ctx)
    checkDocument(tx, documentId, ctx)
    codeDocument(tx, documentId, ctx)
    return sideOf(tx, documentId)
  })
  return {
    documentId,
    reader: { then: decided.reader, now: reading.reader },
    fields: FieldName.options.map(name => {
      const [own, other] = [decided.fields[name], replayed.fields[name]]
      const differs = own.value !== other.value
      return { name, decided: own.value, replayed: other.value, byPerson: own.byPerson, differs }
    }),
    lines: { decided: decided.lines.length, replayed: replayed.lines.length },
    accounts: differentAccounts(decided, replayed),
    issues: {
      onlyThen: [...decided.open].filter(key => !replayed.open.has(key)),
      onlyNow: [...replayed.open].filter(key => !decided.open.has(key)),
    },
  }
}

function sandboxed(store: Store, work: (tx: Tx) => Side): Side {
  try {
    write(store, tx => {
      throw new Replayed(work(tx))
    })
  } catch (thrown) {
    if (thrown instanceof Replayed) return thrown.side
    throw thrown
  }
  throw new Error('a replay must be taken back')
}

/** Also what was learned from this document: it would not have been known. */
function forgetDecisions(tx: Tx, documentId: DocumentId): void {
  const invoice = loadInvoice(tx, documentId)
  const lineIds = loadLines(tx, invoice.id).map(line => line.id)
  tx.delete(accountExamples).where(inArray(accountExamples.lineId, lineIds)).run()
  tx.delete(readings).where(eq(readings.invoiceId, invoice.id)).run()
  tx.delete(invoiceLines).where(eq(invoiceLines.invoiceId, invoice.id)).run()
  tx.delete(issues).where(eq(issues.documentId, documentId)).run()
  tx.update(invoices).set({ vendorId: null }).where(eq(invoices.id, invoice.id)).run()
}

function sideOf(reader: Reader, documentId: DocumentId) {
  const invoice = loadInvoice(reader, documentId)
  const rows = reader.select().from(issues).where(eq(issues.documentId, documentId)).all()
  return {
    reader: invoice.reader,
    fields: loadFields(reader, invoice),
    lines: loadLines(reader, invoice.id),
    open: new Set<IssueKey>(rows.filter(row => row.state === 'open').map(row => row.key)),
  }
}

/** Lines of the same place whose accounts are not the same. */
function differentAccounts(decided: Side, replayed: Side): Replay['accounts'] {
  return decided.lines.flatMap(({ position, description, accountCode }) => {
    const other = replayed.lines.find(line => line.position === position)?.accountCode ?? null
    return other === accountCode ? [] : [{ position, description, decided: accountCode, replayed: other }]
  })
}
