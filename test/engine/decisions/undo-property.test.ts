import fc from 'fast-check'
import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { DocumentId } from '../../../src/shared/ids'
import type { FieldName } from '../../../src/shared/invoice'
import { AppError } from '../../../src/shared/result'
import {
  addLine,
  applyFix,
  approve,
  hold,
  redo,
  reject,
  removeLine,
  reopenIssue,
  restore,
  setAccount,
  setField,
  setLine,
  undo,
} from '../../../src/engine/decisions/commands'
import { snapshot } from '../../../src/engine/decisions/snapshot'
import { verifyJournal } from '../../../src/engine/store/journal'
import { accountExamples, documents, vendorAliases, vendors } from '../../../src/engine/store/schema'
import { Book } from './book'

type Step = (book: Book, documentId: DocumentId) => void

const fields = ['invoice_number', 'issue_date', 'currency', 'seller.name', 'net_total', 'grand_total'] as const
const values: Record<(typeof fields)[number], readonly (string | null)[]> = {
  invoice_number: ['A-1', 'B-77', null],
  issue_date: ['2026-03-01', '12/3/2026', null],
  currency: ['MXN', 'JPY', 'EUR', null],
  'seller.name': ['Ferretería Ruiz', 'Hosting AG', null],
  net_total: ['10,000.00', '9000', '=5000*2', null],
  grand_total: ['11600.00', '12,000.50', null],
}

const step: fc.Arbitrary<Step> = fc.oneof(
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

/** Everything a decision may change: the document with its parts, its place in the list, vendors and lessons. */
function everything(book: Book, documentId: DocumentId) {
  const { db } = book.store
  const { urgency, openIssues } = documents
  const listed = db.select({ urgency, openIssues }).from(documents).where(eq(documents.id, documentId)).get()
  return {
    rows: snapshot(db, documentId),
    listed,
    vendors: db.select().from(vendors).orderBy(asc(vendors.id)).all(),
    aliases: db.select().from(vendorAliases).orderBy(asc(vendorAliases.nameKey)).all(),
    examples: db.select().from(accountExamples).orderBy(asc(accountExamples.id)).all(),
  }
}

function attempt(change: () => void): boolean {
  try {
    change()
    return true
  } catch (error) {
    // A decision that is refused is no decision: nothing may have changed.
    if (error instanceof AppError) return false
    throw error
  }
}

test('whatever was decided, undoing all of it gives back the document, the vendors and the lessons as they were', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async steps => {
      const book = new Book()
      const documentId = book.read({ sure: { grand_total: 0.7 }, values: { grand_total: '12000.00' } })
      const history = [everything(book, documentId)]
      for (const decide of steps) {
        const before = everything(book, documentId)
        if (!attempt(() => decide(book, documentId))) expect(everything(book, documentId)).toEqual(before)
        else if (JSON.stringify(everything(book, documentId)) !== JSON.stringify(before))
          history.push(everything(book, documentId))
      }
      const last = history.length - 1
      for (let index = last - 1; index >= 0; index -= 1) {
        book.do(undo, { documentId })
        expect(everything(book, documentId)).toEqual(history[index])
      }
      expect(book.view(documentId).canUndo).toBe(false)
      for (let index = 1; index <= last; index += 1) {
        book.do(redo, { documentId })
        expect(everything(book, documentId)).toEqual(history[index])
      }
      expect((await verifyJournal(book.store.db)).isIntact).toBe(true)
      book.store.close()
    }),
    { numRuns: 40 },
  )
})
