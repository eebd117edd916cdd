import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeBackup } from '../../../src/engine/backup/make-backup'
import { shelfOf } from '../../../src/engine/backup/places'
import { restoreBackup } from '../../../src/engine/backup/restore-backup'
import { openBlobs } from '../../../src/engine/store/blobs'
import { moveDocument } from '../../../src/engine/store/documents'
import { write } from '../../../src/engine/store/write'
import { cancelUnsent, enqueueBill } from '../../../src/engine/sync/enqueue-bill'
import { unknownBills } from '../../../src/engine/sync/unknown-bills'
import type { DocumentId, EpochMs } from '../../../src/shared/ids'
import type { LedgerName, UnknownBillAnswer } from '../../../src/shared/unknown-bill'
import { told } from '../store/journal-told'
import { approve, stationery, type InvoiceToApprove } from './books'
import { expectExactlyOnce } from './expect-once'
import { openDesk, type Desk } from './ledger-desk'
import { postMany } from './posted-books'

// Books are put back from an older backup, or another machine posts to the same ledger: bills stand there with our mark that
// nothing here stands for. A person hears of each, and whatever that person says, none is ever made a second time.

let dataFolder: string
let desk: Desk
beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'quittance-unknown-'))
  desk = await openDesk({ folder: join(dataFolder, 'own') })
})
afterEach(async () => {
  await desk.close()
  rmSync(dataFolder, { recursive: true, force: true })
})

const listed = () => unknownBills(desk.store.db, { limit: 50 })
const numbers = () => listed().bills.map(({ billNumber }) => billNumber)
const creates = () =>
  desk.standIn.calls.filter(({ method, pattern }) => method === 'POST' && !pattern.endsWith('apply-to-bills')).length
const answer = (given: UnknownBillAnswer, bills: LedgerName[] | null = null) =>
  desk.sync().answerUnknown({ bills, answer: given })
const bill = (ledgerId = ''): LedgerName => ({ kind: 'bill', ledgerId })

/** Taken in and looked through, but approved by nobody yet. */
function receive(invoice: InvoiceToApprove): DocumentId {
  const sha256 = openBlobs(desk.store.folder).put(Buffer.from(JSON.stringify(invoice)))
  const documentId = approve(desk.store, { ...invoice, sha256 }, desk.clock.now)
  write(desk.store, tx => {
    cancelUnsent(tx, documentId)
    moveDocument(tx, documentId, { state: 'ready' })
  })
  return documentId
}

function approveNow(documentId: DocumentId): void {
  write(desk.store, tx => {
    moveDocument(tx, documentId, { state: 'approved' })
    enqueueBill(tx, documentId, { now: desk.clock.now })
  })
}

/** Something happens after a backup, which is put back an hour later. */
async function forgetting(happens: () => Promise<void>): Promise<void> {
  const { folder } = await makeBackup({
    company: 'own',
    companyFolder: desk.store.folder,
    target: join(dataFolder, 'disk'),
    madeBy: 'quittance test',
    at: desk.clock.now as EpochMs,
  })
  await happens()
  desk.clock.now += 60 * 60_000
  await desk.reopen(async () => {
    const shelf = shelfOf(join(dataFolder, 'disk'), 'own')
    await restoreBackup({ folder, shelf, dataFolder, at: desk.clock.now as EpochMs })
  })
}

/** A day later everything is compared again. */
async function compareAgain(): Promise<void> {
  desk.clock.now += 25 * 60 * 60_000
  await desk.sync().syncNow()
}

test('a bill whose document came after the backup is shown at the first look, and linked when the document is approved again', async () => {
  await forgetting(async () => {
    approve(desk.store, stationery('A-1'), desk.clock.now)
    await desk.settle()
  })
  const made = creates()
  await desk.sync().syncNow()
  expect(listed()).toMatchObject({
    total: 1,
    bills: [
      {
        billNumber: 'PNO010203AB1-A-1',
        vendorName: 'Papelería del Norte SA de CV',
        date: '2026-02-10',
        total: '1160.00',
        currency: 'MXN',
        isDraft: false,
        document: null,
      },
    ],
  })
  expect(desk.sync().status().watch).toMatchObject({ unknownHere: 1, drifted: 0 })
  expect(told(desk.store, 'ledger.unknown_bills_found')).toMatchObject([
    { params: { count: 1, numbers: 'PNO010203AB1-A-1' } },
  ])

  const again = approve(desk.store, stationery('A-1'), desk.clock.now)
  expect(listed().total).toBe(0)
  await desk.settle()
  await compareAgain()
  expectExactlyOnce(desk, [again])
  expect(creates()).toBe(made)
  expect(listed().total).toBe(0)
})

test('where the document is here and only its approval was lost, it is named; approving it makes no second bill', async () => {
  const documentId = receive(stationery('A-1'))
  await forgetting(async () => {
    approveNow(documentId)
    await desk.settle()
  })
  const made = creates()
  await desk.sync().syncNow()
  expect(listed().bills).toMatchObject([{ document: { documentId, state: 'ready' } }])
  approveNow(documentId)
  expect(listed().total).toBe(0)
  await desk.settle()
  expectExactlyOnce(desk, [documentId])
  expect(creates()).toBe(made)
})

test('a document of another vendor with the same number is not taken for it', async () => {
  const other = receive(stationery('A-1', { vendor: { name: 'Hosting AG', taxId: 'HAG010101AA1' }, uuid: null }))
  await forgetting(async () => {
    approve(desk.store, stationery('A-1'), desk.clock.now)
    await desk.settle()
  })
  await desk.sync().syncNow()
  expect(listed().bills).toMatchObject([{ billNumber: 'PNO010203AB1-A-1', document: null }])
  expect(desk.stateOf(other)).toBe('ready')
})

test('what is kept or dismissed leaves the list for good, the answer is in the journal and can be taken back', async () => {
  await forgetting(async () => {
    for (const number of ['A-1', 'A-2', 'A-3']) approve(desk.store, stationery(number), desk.clock.now)
    await desk.settle()
  })
  await desk.sync().syncNow()
  const ids = new Map(listed().bills.map(({ billNumber, ledgerId }) => [billNumber.slice(-3), ledgerId]))
  const [first, second] = [bill(ids.get('A-1')), bill(ids.get('A-2'))]
  answer({ type: 'keep' }, [first])
  answer({ type: 'dismiss', reason: 'entered by hand in BigCapital' }, [second])
  expect(numbers()).toEqual(['PNO010203AB1-A-3'])
  expect(told(desk.store, 'ledger.unknown_bills_dismissed')).toMatchObject([
    { params: { count: 1, numbers: 'PNO010203AB1-A-2', reason: 'entered by hand in BigCapital' } },
  ])
  await compareAgain()
  expect(numbers()).toEqual(['PNO010203AB1-A-3'])

  expect(answer({ type: 'ask_again' }, [first]).watch).toMatchObject({ unknownHere: 2 })
  answer({ type: 'keep' })
  expect(listed().total).toBe(0)
  expect(told(desk.store, 'ledger.unknown_bills_kept')).toMatchObject([
    { params: { count: 1 } },
    { params: { count: 2 } },
  ])
  expect(desk.standIn.books.bills).toHaveLength(3)
})

test('an answered bill that says something else by now is asked about again; one that is gone is asked about no more', async () => {
  await forgetting(async () => {
    for (const number of ['A-1', 'A-2']) approve(desk.store, stationery(number), desk.clock.now)
    await desk.settle()
  })
  await desk.sync().syncNow()
  const kept = listed().bills.find(({ billNumber }) => billNumber.endsWith('A-1'))
  answer({ type: 'keep' }, [bill(kept?.ledgerId)])
  const { bills } = desk.standIn.books
  const [first] = bills
  if (!first) throw new Error('no bill was posted')
  bills.splice(0, 2, { ...first, amount: first.amount + 100 })
  await compareAgain()
  expect(listed().bills).toMatchObject([{ billNumber: 'PNO010203AB1-A-1', total: '1260.00' }])
})

test('bills of ours, bills on their way, bills of others and a bill that was refused for its total are no question', async () => {
  const [posted] = await postMany(desk, 3)
  const { bills } = desk.standIn.books
  const [first] = bills
  if (!first || !posted) throw new Error('no bill was posted')
  // Typed in by somebody: no mark of ours.
  bills.push({ ...first, id: 900, number: 'POR-MANO-1', note: 'pagar en marzo' })
  // Left behind by a check of how the server computes.
  bills.push({ ...first, id: 902, number: 'QUITTANCE-CHECK-1-1', note: 'Quittance check (may be deleted)' })
  // The same number once more is a twin of ours, which is told as such.
  bills.push({ ...first, id: 901 })
  desk.at('answered', () => Object.assign(bills.at(-1) ?? {}, { amount: 5 }))
  const refused = approve(desk.store, stationery('A-9'), desk.clock.now)
  await compareAgain()
  expect(desk.stateOf(refused)).toBe('post_failed')
  await compareAgain()
  expect(listed().total).toBe(0)
})

test('approved while the list was being read: a bill found by its number then is no question', async () => {
  await forgetting(async () => {
    approve(desk.store, stationery('A-1'), desk.clock.now)
    await desk.settle()
  })
  const again = receive(stationery('A-1'))
  const reading = desk.sync().syncNow()
  approveNow(again)
  await reading
  await desk.settle()
  expect(listed().total).toBe(0)
  expectExactlyOnce(desk, [again])
})

test('a list that broke off is read anew, and an empty one is not believed', async () => {
  await forgetting(async () => {
    approve(desk.store, stationery('A-1'), desk.clock.now)
    await desk.settle()
  })
  const { faults } = desk.standIn
  faults.add({ kind: 'server_error_before', method: 'GET', pattern: '/api/bills', times: 9 })
  await desk.sync().syncNow()
  expect(listed().total).toBe(0)
  faults.clear()
  desk.clock.now += 60 * 60_000
  await desk.sync().syncNow()
  expect(listed().total).toBe(1)
  faults.add({ kind: 'empty_list', method: 'GET', pattern: '/api/bills' })
  await compareAgain()
  expect(listed().total).toBe(1)
})

const creditNote = (number: string) =>
  stationery(number, {
    documentType: 'credit_note',
    lines: [['Devolución de papel', '100.00', '601.84']],
    taxes: [['transferred', 'IVA', '16', '16.00']],
    total: '116.00',
  })

test('a vendor credit from after the backup is shown beside a bill of the same number, and linked when it is approved again', async () => {
  const documentId = receive(creditNote('A-1'))
  await forgetting(async () => {
    approve(desk.store, stationery('A-1', { uuid: null }), desk.clock.now)
    approveNow(documentId)
    await desk.settle()
  })
  const made = creates()
  await desk.sync().syncNow()
  expect(listed()).toMatchObject({ total: 2, credits: 1 })
  expect(listed().bills.find(({ kind }) => kind === 'bill')).toMatchObject({ total: '1160.00', document: null })
  expect(listed().bills.find(({ kind }) => kind === 'vendor_credit')).toMatchObject({
    billNumber: 'PNO010203AB1-A-1',
    total: '116.00',
    document: { documentId, state: 'ready' },
  })
  expect(told(desk.store, 'ledger.unknown_credits_found')).toMatchObject([
    { params: { count: 1, numbers: 'PNO010203AB1-A-1' } },
  ])

  approveNow(documentId)
  expect(listed()).toMatchObject({ total: 1, credits: 0 })
  await desk.settle()
  await compareAgain()
  expect(desk.stateOf(documentId)).toBe('posted')
  expect(desk.standIn.books.vendorCredits).toHaveLength(1)
  expect(creates()).toBe(made)
  expect(listed()).toMatchObject({ total: 1, credits: 0 })
})

test('an answer is about the bill or about the credit, though the ledger gave both the same id', async () => {
  await forgetting(async () => {
    approve(desk.store, stationery('A-1', { uuid: null }), desk.clock.now)
    approve(desk.store, creditNote('A-1'), desk.clock.now)
    await desk.settle()
  })
  const [posted] = desk.standIn.books.bills
  desk.standIn.books.vendorCredits.forEach((credit, index, all) => (all[index] = { ...credit, id: posted?.id ?? 0 }))
  await desk.sync().syncNow()
  expect(listed()).toMatchObject({ total: 2, credits: 1 })
  answer({ type: 'dismiss', reason: 'entered by hand' }, [{ kind: 'vendor_credit', ledgerId: String(posted?.id) }])
  expect(listed().bills).toMatchObject([{ kind: 'bill' }])
  expect(told(desk.store, 'ledger.unknown_credits_dismissed')).toHaveLength(1)
  expect(told(desk.store, 'ledger.unknown_bills_dismissed')).toEqual([])
})

test('a server that refuses the list of vendor credits holds up neither posting nor bills, and is asked again', async () => {
  await forgetting(async () => {
    approve(desk.store, creditNote('NC-1'), desk.clock.now)
    await desk.settle()
  })
  desk.standIn.faults.add({ kind: 'server_error_before', method: 'GET', pattern: '/api/vendor-credits', times: 1 })
  await desk.sync().syncNow()
  expect(desk.sync().status()).toMatchObject({ lastError: null, watch: { alarm: null } })
  expect(listed().total).toBe(0)
  await desk.sync().syncNow()
  expect(listed()).toMatchObject({ total: 1, credits: 1 })
})
