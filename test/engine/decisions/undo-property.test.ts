import fc from 'fast-check'
import { asc, eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import type { DocumentId } from '../../../src/shared/ids'
import { redo, undo } from '../../../src/engine/decisions/commands'
import { snapshot } from '../../../src/engine/decisions/snapshot'
import { verifyJournal } from '../../../src/engine/store/verify-journal'
import { accountExamples, documents, vendorAliases, vendors } from '../../../src/engine/store/schema'
import { attempt } from './attempt'
import { Book } from './book'
import { step } from './some-decisions'

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

const template = new Book()
const documentId = template.read({ sure: { grand_total: 0.7 }, values: { grand_total: '12000.00' } })
afterAll(() => template.store.close())

test('whatever was decided, undoing all of it gives back the document, the vendors and the lessons as they were', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async steps => {
      const book = template.copy()
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
