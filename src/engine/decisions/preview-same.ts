import { eq } from 'drizzle-orm'
import type { Parsed } from '../../shared/contract'
import type { SamePreview } from '../../shared/same-cause'
import { FieldName } from '../../shared/invoice'
import { toErrorData } from '../../shared/result'
import { sameCauseAs, type SameCause } from '../issues/same-cause'
import type { Store } from '../store/open'
import { documents } from '../store/schema'
import { rehearse, type Reader } from '../store/write'
import { applyFix, loadIssue } from './apply-fix'
import type { DecisionContext } from './context'
import { fieldText } from './invoice-fields'
import { findInvoice, loadLines } from './load'

/** Each is rehearsed for real; more of them would make everybody wait. */
const rehearsedAtMost = 12

/**
 * Which open issues have the cause of one that was settled, and what the same answer would change there. On request
 * the first ones are rehearsed on the store and taken back, so the difference shown is the difference made.
 *
 * @throws AppError `issue_not_found`
 */
export function previewSame(
  store: Store,
  { issueId, rehearse: isRehearsed }: Parsed<'issue.previewSame'>,
  ctx: DecisionContext,
): SamePreview {
  const found = sameCauseAs(store.db, loadIssue(store.db, issueId))
  const documentIds = [...new Set(found.map(({ issue }) => issue.documentId))]
  const looked = isRehearsed ? found.slice(0, rehearsedAtMost) : []
  const rows = looked.map(same => rehearsed(store, same, ctx))
  return { issues: found.length, documentIds, rows }
}

function rehearsed(store: Store, { issue, fix }: SameCause, ctx: DecisionContext): SamePreview['rows'][number] {
  const { documentId } = issue
  const before = shortly(store.db, documentId)
  const row = { issueId: issue.id, documentId, ...named(store.db, documentId) }
  try {
    const after = rehearse(store, tx => {
      applyFix(tx, { issueId: issue.id, fix, note: '' }, ctx)
      return shortly(tx, documentId)
    })
    const changes = Object.keys(after.values)
      .filter(name => after.values[name] !== before.values[name])
      .map(name => ({ name, from: before.values[name] ?? '', to: after.values[name] ?? '' }))
    return { ...row, changes, currency: after.currency, stateAfter: after.state, error: null }
  } catch (thrown) {
    const error = toErrorData(thrown)
    return { ...row, changes: [], currency: before.currency, stateAfter: before.state, error }
  }
}

function named(reader: Reader, documentId: SameCause['issue']['documentId']) {
  const document = reader.select().from(documents).where(eq(documents.id, documentId)).get()
  const number = findInvoice(reader, documentId)?.invoiceNumber ?? null
  return { intakeNumber: document?.intakeNumber ?? 0, number }
}

/** Header values and accounts of a document, as a difference names them. */
function shortly(reader: Reader, documentId: SameCause['issue']['documentId']) {
  const invoice = findInvoice(reader, documentId)
  const state = reader.select({ state: documents.state }).from(documents).where(eq(documents.id, documentId)).get()
  const values: Record<string, string> = {}
  if (invoice) {
    for (const field of FieldName.options) values[field] = fieldText(invoice, field) ?? ''
    for (const line of loadLines(reader, invoice.id)) values[`line ${line.position}`] = line.accountCode ?? ''
  }
  return { values, currency: invoice?.currency ?? null, state: state?.state ?? 'needs_review' }
}
