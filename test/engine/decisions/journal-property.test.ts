import fc from 'fast-check'
import { and, count, eq, isNotNull, notInArray } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import type { DocumentId, GroupId } from '../../../src/shared/ids'
import {
  documentsOfGroup,
  hold,
  redo,
  redoGroup,
  reject,
  undo,
  undoGroup,
} from '../../../src/engine/decisions/commands'
import { rowsAt } from '../../../src/engine/decisions/past-state'
import { engineKinds, toldRows } from '../../../src/engine/decisions/record-change'
import { snapshot } from '../../../src/engine/decisions/snapshot'
import { conservation } from '../../../src/engine/lists/counts'
import { journalHead } from '../../../src/engine/store/journal'
import { verifyJournal } from '../../../src/engine/store/verify-journal'
import { newId } from '../../../src/engine/store/new-id'
import { patchSettings } from '../../../src/engine/store/settings'
import { journal, vendors } from '../../../src/engine/store/schema'
import { write } from '../../../src/engine/store/write'
import { updateVendor } from '../../../src/engine/vendors/vendor-store'
import { attempt } from './attempt'
import { Book } from './book'
import { step } from './some-decisions'

/** Three invoices of one seller: the second nearly repeats the first, the third waits for its vendor. */
function readThree(): { book: Book; documentIds: DocumentId[] } {
  const book = new Book()
  const documentIds = [
    book.read({ sure: { grand_total: 0.7 }, values: { grand_total: '12000.00' } }),
    book.read({ values: { invoice_number: 'A-1' } }),
    book.read({
      values: { 'seller.name': 'Hosting AG', 'seller.tax_id': null, invoice_number: '2026-77' },
      // Nothing the hardware teaches speaks for these.
      lines: [{ description: 'Servidor virtual marzo', total: '10000.00' }],
    }),
  ]
  return { book, documentIds }
}

const template = readThree()
const books = () => ({ book: template.book.copy(), documentIds: template.documentIds })
afterAll(() => template.book.store.close())

type Move = (book: Book, documentIds: readonly DocumentId[]) => void

const together: readonly ((book: Book, documentIds: readonly DocumentId[]) => void)[] = [
  (book, documentIds) => {
    const group = newId<GroupId>(book.now)
    for (const documentId of documentIds) {
      attempt(() => write(book.store, tx => hold(tx, { documentId, reason: 'month end' }, { ...book.ctx, group })))
    }
  },
  (book, documentIds) => {
    const group = newId<GroupId>(book.now)
    for (const documentId of documentIds) {
      attempt(() => write(book.store, tx => reject(tx, { documentId, reason: '' }, { ...book.ctx, group })))
    }
  },
]

const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(fc.nat(2), step).map(
      ([which, decide]): Move =>
        (book, ids) =>
          decide(book, at(ids, which)),
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(...together) },
)

const otherMove: fc.Arbitrary<Move> = fc.oneof(
  fc.nat(2).map(
    (which): Move =>
      (book, ids) =>
        void book.do(undo, { documentId: at(ids, which) }),
  ),
  fc.nat(2).map(
    (which): Move =>
      (book, ids) =>
        void book.do(redo, { documentId: at(ids, which) }),
  ),
  fc.constantFrom('vendor A', 'Ferretería Ruiz', 'Hosting').map((name): Move => book => {
    const [vendor] = book.store.db.select().from(vendors).all()
    if (vendor) write(book.store, tx => updateVendor(tx, { vendorId: vendor.id, name }, book.ctx))
  }),
  fc.constantFrom(0.5, 0.95).map((checkBar): Move => book => {
    book.settings = write(book.store, tx => patchSettings(tx, { checkBar }, book.now))
  }),
  fc.nat(2).map((which): Move => (book, ids) => {
    const { state } = book.view(at(ids, which))
    if (state === 'needs_review' || state === 'ready') book.record(at(ids, which))
  }),
)

test('the journal alone tells what every invoice is, whatever was decided, undone, read again or set', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(move, otherMove), { minLength: 1, maxLength: 12 }), async moves => {
      const { book, documentIds } = books()
      const past: { sequence: number; rows: unknown[] }[] = []
      for (const run of moves) {
        attempt(() => run(book, documentIds))
        const rows = documentIds.map(documentId => toldRows(book.store.db, documentId))
        past.push({ sequence: journalHead(book.store.db).sequence, rows })
        expect(conservation(book.store.db)).toMatchObject({ received: 3, isBalanced: true })
      }
      for (const { sequence, rows } of past) {
        expect(documentIds.map(documentId => rowsAt(book.store.db, documentId, sequence))).toEqual(rows)
      }
      expect((await verifyJournal(book.store.db)).isIntact).toBe(true)
      book.store.close()
    }),
    { numRuns: 25 },
  )
})

test('every decision that changed something is exactly one row of the journal; undoing all of them gives every invoice back', () => {
  fc.assert(
    fc.property(fc.array(move, { minLength: 1, maxLength: 10 }), moves => {
      const { book, documentIds } = books()
      const start = documentIds.map(documentId => snapshot(book.store.db, documentId))
      let decisions = 0
      for (const run of moves) {
        for (const documentId of documentIds) {
          const before = [bytes(book, documentId), rowsOf(book, documentId)] as const
          if (!attempt(() => run(book, [documentId, documentId, documentId]))) {
            expect(bytes(book, documentId)).toEqual(before[0])
          }
          const changed = bytes(book, documentId) === before[0] ? 0 : 1
          expect(rowsOf(book, documentId) - before[1]).toBe(changed)
          decisions += changed
          expect(conservation(book.store.db)).toMatchObject({ received: 3, isBalanced: true })
        }
      }
      for (let undone = 0; undone < decisions; undone += 1) undoLast(book)
      for (const [index, documentId] of documentIds.entries()) {
        expect(book.view(documentId).canUndo).toBe(false)
        expect(withoutPassing(snapshot(book.store.db, documentId), start[index] ?? {})).toEqual(start[index])
      }
      book.store.close()
    }),
    { numRuns: 25 },
  )
})

test('what one action did to three invoices is undone as one and redone as one, as often as one likes', () => {
  fc.assert(
    fc.property(fc.constantFrom(...together), fc.nat(3), (act, times) => {
      const { book, documentIds } = books()
      const state = () => documentIds.map(documentId => snapshot(book.store.db, documentId))
      const before = state()
      act(book, documentIds)
      const after = state()
      const group = book.store.db.select({ groupId: journal.groupId }).from(journal).all().at(-1)?.groupId
      if (!group) throw new Error('no group was journaled')
      for (let time = 0; time <= times; time += 1) {
        for (const documentId of documentsOfGroup(book.store.db, group)) book.do(undoGroup, { documentId, group })
        expect(state()).toEqual(before)
        for (const documentId of documentIds) book.do(redoGroup, { documentId, group })
        expect(state()).toEqual(after)
      }
      book.store.close()
    }),
    { numRuns: 8 },
  )
})

function at(ids: readonly DocumentId[], which: number): DocumentId {
  const id = ids[which]
  if (!id) throw new Error('three documents expected')
  return id
}

function bytes(book: Book, documentId: DocumentId): string {
  return JSON.stringify(snapshot(book.store.db, documentId))
}

/** Decisions of persons on a document, as the journal counts them. */
function rowsOf(book: Book, documentId: DocumentId): number {
  const decided = and(eq(journal.documentId, documentId), notInArray(journal.kind, [...engineKinds]))
  return book.store.db.select({ rows: count() }).from(journal).where(decided).get()?.rows ?? 0
}

/** Undoes the latest decision that is not undone yet, on whichever document it was. */
function undoLast(book: Book): void {
  const { id, kind, params, documentId, sequence } = journal
  const changed = and(isNotNull(documentId), isNotNull(journal.after), notInArray(kind, [...engineKinds]))
  const told = book.store.db
    .select({ id, kind, params, documentId })
    .from(journal)
    .where(changed)
    .orderBy(sequence)
    .all()
  const undone = new Set(told.filter(row => row.kind === 'document.undone').map(row => row.params['entry']))
  const last = told.findLast(row => row.kind !== 'document.undone' && !undone.has(row.id))
  if (!last?.documentId) throw new Error('nothing left to undo')
  book.do(undo, { documentId: last.documentId })
}

/** Without issues that another invoice's decision raised here and that ended with its undo: they did happen. */
function withoutPassing(rows: Readonly<Record<string, unknown>>, start: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(rows).filter(([key, row]) => {
      const isPassing = key.startsWith('issue:') && !(key in start)
      return !(isPassing && (row as { resolvedBy: string | null }).resolvedBy === 'engine')
    }),
  )
}
