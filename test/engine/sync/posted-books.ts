import type { DocumentId, Sha256 } from '../../../src/shared/ids'
import { insertDocument } from '../../../src/engine/store/documents'
import { newId } from '../../../src/engine/store/new-id'
import { ledgerBills } from '../../../src/engine/store/schema'
import { write } from '../../../src/engine/store/write'
import type { Bill } from '../../ledger-stand-in/books'
import { approve, stationery } from './books'
import type { Desk } from './ledger-desk'

/** Posts one bill for real and gives both sides more of its like, so that thousands need no hour. */
export async function postMany(desk: Desk, count: number): Promise<DocumentId[]> {
  const { store, standIn, clock } = desk
  const first = approve(store, stationery('P-0', { dueDate: '2026-03-12' }), clock.now)
  await desk.settle()
  const [bill] = standIn.books.bills
  const held = store.db.select().from(ledgerBills).get()
  if (!bill || !held?.posted) throw new Error('the first bill was not posted')
  const { posted } = held
  const ids = [first]
  write(store, tx => {
    for (let number = 1; number < count; number++) {
      const documentId = newId<DocumentId>(clock.now + number)
      insertDocument(tx, {
        id: documentId,
        sha256: '0123456789abcdef'.repeat(4) as Sha256,
        fileName: `P-${number}.xml`,
        bytes: 1000,
        kind: 'xml',
        mediaType: 'application/xml',
        source: 'drop',
        receivedAt: clock.now,
        state: 'posted',
      })
      const billNumber = `PNO010203AB1-P-${number}`
      const id = standIn.books.nextId.bill++
      standIn.books.bills.push({ ...bill, id, number: billNumber })
      const now = { ledgerId: String(id), billNumber, posted: { ...posted, number: billNumber } }
      tx.insert(ledgerBills)
        .values({ ...held, documentId, ...now })
        .run()
      ids.push(documentId)
    }
  })
  return ids
}

/** Ways in which somebody changes a bill over there; each must be noticed. */
export const edits: readonly ((bill: Bill) => Bill | undefined)[] = [
  bill => ({ ...bill, amount: bill.amount + 1 }),
  bill => ({ ...bill, date: '2026-02-11' }),
  bill => ({ ...bill, number: `${bill.number ?? ''}-X` }),
  bill => ({
    ...bill,
    entries: bill.entries.map((entry, at) => (at === 0 ? { ...entry, costAccountId: 1020 } : entry)),
  }),
  bill => ({
    ...bill,
    entries: bill.entries.map((entry, at) => (at === 0 ? { ...entry, description: 'otra cosa' } : entry)),
  }),
  // A cent from one line to the other: the total stays.
  bill => ({
    ...bill,
    entries: bill.entries.map((entry, at) => ({ ...entry, rate: entry.rate + (at === 0 ? 0.01 : -0.01) })),
  }),
  () => undefined,
]

/** What happens to bills every day and is no drift: payments, and saving without a change (lines get new ids). */
export function everyday(bill: Bill, random: () => number, nextEntryId: () => number): Bill {
  if (random() < 0.5) return { ...bill, paid: Math.min(bill.amount, bill.paid + Math.round(random() * 300)) }
  return { ...bill, entries: bill.entries.map(entry => ({ ...entry, id: nextEntryId() })) }
}
