import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeBackup } from '../../../src/engine/backup/make-backup'
import { shelfOf } from '../../../src/engine/backup/places'
import { restoreBackup } from '../../../src/engine/backup/restore-backup'
import { openBlobs } from '../../../src/engine/store/blobs'
import type { DocumentId, EpochMs } from '../../../src/shared/ids'
import { approve, stationery, type InvoiceToApprove } from './books'
import { expectExactlyOnce } from './expect-once'
import { ledgerBillOf, openDesk, openIssuesOf, type Desk } from './ledger-desk'

// A disk died, or somebody made a mistake: books are put back as they were before bills were posted. The ledger goes on
// from where it is, and must not get any of those bills a second time.

let dataFolder: string
let desk: Desk
beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'quittance-restored-'))
  desk = await openDesk({ folder: join(dataFolder, 'own') })
})
afterEach(async () => {
  await desk.close()
  rmSync(dataFolder, { recursive: true, force: true })
})

const creates = () =>
  desk.standIn.calls.filter(({ method, pattern }) => method === 'POST' && !pattern.endsWith('apply-to-bills')).length

/** Takes a file in and approves what it says. */
function receive(invoice: InvoiceToApprove): DocumentId {
  const sha256 = openBlobs(desk.store.folder).put(Buffer.from(JSON.stringify(invoice)))
  return approve(desk.store, { ...invoice, sha256 }, desk.clock.now)
}

const backUp = () =>
  makeBackup({
    company: 'own',
    companyFolder: desk.store.folder,
    target: join(dataFolder, 'disk'),
    madeBy: 'quittance test',
    at: desk.clock.now as EpochMs,
  })

/** An hour later, as the app does it: the books are closed, replaced and opened. */
async function putBack({ folder }: { readonly folder: string }): Promise<void> {
  desk.clock.now += 60 * 60_000
  const at = desk.clock.now as EpochMs
  await desk.reopen(async () => {
    await restoreBackup({ folder, shelf: shelfOf(join(dataFolder, 'disk'), 'own'), dataFolder, at })
  })
}

test('bills posted after the backup are found in the ledger by their number, and none is made again', async () => {
  const later = stationery('A-3', {
    total: '580.00',
    lines: [['Tóner', '500.00', '601.84']],
    taxes: [['transferred', 'IVA', '16', '80.00']],
  })
  const approved = [
    stationery('A-1'),
    stationery('A-2', {
      vendor: { name: 'Hosting AG', taxId: null },
      currency: 'EUR',
      exchangeRate: '19.5',
      taxes: [],
      total: '1000.00',
    }),
    stationery('NC-1', { documentType: 'credit_note', related: [stationery('A-1').uuid ?? ''] }),
  ].map(receive)
  const backup = await backUp()

  // After the backup: one more comes in, all of them are posted.
  const lost = receive(later)
  await desk.settle()
  expectExactlyOnce(desk, [...approved, lost])
  const posted = approved.map(id => ledgerBillOf(desk.store, id)?.ledgerId)
  const made = creates()

  await putBack(backup)
  expect(approved.map(id => desk.stateOf(id))).toEqual(['approved', 'approved', 'approved'])
  expect(desk.stateOf(lost)).toBeUndefined()
  // What came since is taken in and approved anew, as another document.
  const again = receive(later)
  await desk.settle()

  expectExactlyOnce(desk, [...approved, again])
  expect(creates()).toBe(made)
  expect(desk.standIn.books.bills).toHaveLength(3)
  expect(desk.standIn.books.vendorCredits).toHaveLength(1)
  expect(approved.map(id => ledgerBillOf(desk.store, id)?.ledgerId)).toEqual(posted)
})

test('a bill that says something else there by now is shown to a person, and not made again either', async () => {
  const documentId = receive(stationery('A-1'))
  const backup = await backUp()
  await desk.settle()
  desk.standIn.books.bills.forEach((bill, index, bills) => (bills[index] = { ...bill, amount: bill.amount + 100 }))
  await putBack(backup)
  await desk.settle()
  expect(desk.standIn.books.bills).toHaveLength(1)
  expect(desk.stateOf(documentId)).toBe('post_failed')
  expect(openIssuesOf(desk.store, documentId)).toMatchObject([
    { params: { code: 'ledger_bill_conflict', reason: 'total', ledgerTotal: '1260.00', total: '1160.00' } },
  ])
})
