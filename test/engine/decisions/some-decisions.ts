import fc from 'fast-check'
import type { DocumentId } from '../../../src/shared/ids'
import type { FieldName } from '../../../src/shared/invoice'
import {
  addLine,
  applyFix,
  approve,
  hold,
  reject,
  removeLine,
  reopenIssue,
  restore,
  setAccount,
  setField,
  setLine,
} from '../../../src/engine/decisions/commands'
import type { Book } from './book'

/** Something a person decides on one document; does nothing where there is nothing to decide. */
export type Step = (book: Book, documentId: DocumentId) => void

const fields = ['invoice_number', 'issue_date', 'currency', 'seller.name', 'net_total', 'grand_total'] as const
const values: Record<(typeof fields)[number], readonly (string | null)[]> = {
  invoice_number: ['A-1', 'B-77', null],
  issue_date: ['2026-03-01', '12/3/2026', null],
  currency: ['MXN', 'JPY', 'EUR', null],
  'seller.name': ['Ferretería Ruiz', 'Hosting AG', null],
  net_total: ['10,000.00', '9000', '=5000*2', null],
  grand_total: ['11600.00', '12,000.50', null],
}

/** Any decision a person can take on an invoice. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom(...fields).chain(field =>
    fc.constantFrom(...values[field]).map((value): Step => (book, documentId) => {
      book.do(setField, { documentId, revision: book.revision(documentId), field: field as FieldName, value })
    }),
  ),
  fc.tuple(fc.nat(5), fc.nat(5)).map(([issue, suggestion]): Step => (book, documentId) => {
    const open = book.openIssues(documentId)
    const chosen = open[issue % Math.max(1, open.length)]
    const fix = chosen?.suggestions[suggestion % chosen.suggestions.length]?.fix
    if (chosen && fix && fix.type !== 'retry_reading') book.do(applyFix, { issueId: chosen.id, fix, note: '' })
  }),
  fc.nat(9).map((index): Step => (book, documentId) => {
    const settled = book.view(documentId).issues.filter(issue => issue.state === 'waived' || issue.state === 'skipped')
    const chosen = settled[index % Math.max(1, settled.length)]
    if (chosen) book.do(reopenIssue, { issueId: chosen.id })
  }),
  fc
    .tuple(fc.nat(9), fc.constantFrom('601.56', '601.72', '601.84'))
    .map(([index, accountCode]): Step => (book, documentId) => {
      const lines = book.view(documentId).invoice?.lines ?? []
      const line = lines[index % Math.max(1, lines.length)]
      const revision = book.revision(documentId)
      if (line) book.do(setAccount, { documentId, revision, lineIds: [line.id], accountCode })
    }),
  fc
    .tuple(fc.nat(9), fc.constantFrom('quantity', 'lineTotal', 'description'), fc.constantFrom('5', '1234.50', null))
    .map(([index, column, value]): Step => (book, documentId) => {
      const lines = book.view(documentId).invoice?.lines ?? []
      const line = lines[index % Math.max(1, lines.length)]
      const revision = book.revision(documentId)
      if (line) book.do(setLine, { documentId, revision, lineId: line.id, column: column as 'quantity', value })
    }),
  fc.nat(9).map((index): Step => (book, documentId) => {
    const lines = book.view(documentId).invoice?.lines ?? []
    const line = lines[index % Math.max(1, lines.length)]
    if (line) book.do(removeLine, { documentId, revision: book.revision(documentId), lineId: line.id })
  }),
  fc.constant<Step>((book, documentId) => {
    book.do(addLine, { documentId, revision: book.revision(documentId), afterLineId: null })
  }),
  fc.constant<Step>((book, documentId) => void book.do(approve, { documentId })),
  fc.constant<Step>((book, documentId) => void book.do(hold, { documentId, reason: 'ask Ana' })),
  fc.constant<Step>((book, documentId) => void book.do(reject, { documentId, reason: 'not ours' })),
  fc.constant<Step>((book, documentId) => {
    if (book.view(documentId).invoice) book.do(restore, { documentId })
  }),
)
