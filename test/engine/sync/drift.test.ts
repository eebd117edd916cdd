import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DocumentId } from '../../../src/shared/ids'
import { applyFix } from '../../../src/engine/decisions/apply-fix'
import { documentView } from '../../../src/engine/decisions/document-view'
import { newId } from '../../../src/engine/store/new-id'
import { ledgerBills } from '../../../src/engine/store/schema'
import { readSettings } from '../../../src/engine/store/settings'
import { write } from '../../../src/engine/store/write'
import type { Fix } from '../../../src/shared/issue'
import type { Bill } from '../../ledger-stand-in/books'
import { approve, chartOf, stationery } from './books'
import { ledgerBillOf, openDesk, openIssuesOf, type Desk } from './ledger-desk'

let desk: Desk
let documentId: DocumentId
beforeEach(async () => {
  desk = await openDesk()
  documentId = approve(desk.store, stationery('A-1', { dueDate: '2026-03-12' }), desk.clock.now)
  await desk.settle()
})
afterEach(() => desk.close())

const change = (more: Partial<Bill>) => {
  const { bills } = desk.standIn.books
  const [bill] = bills
  if (bill) bills[0] = { ...bill, ...more }
}
const look = async () => {
  desk.clock.now += 20 * 60_000
  await desk.sync().syncNow()
}
const drift = () => openIssuesOf(desk.store, documentId).filter(issue => issue.key === 'ledger_drift')
const answer = (fix: Fix) => {
  const settings = readSettings(desk.store.db)
  const now = desk.clock.now
  const ctx = { now, actor: 'person', settings, chart: chartOf(settings.chart), newId: () => newId(now) }
  const [issue] = drift()
  if (!issue) throw new Error('no drift issue')
  write(desk.store, tx => applyFix(tx, { issueId: issue.id, fix, note: '' }, ctx as never))
}

describe('payment state', () => {
  const bill = () => {
    const settings = readSettings(desk.store.db)
    return documentView(desk.store.db, documentId, { settings, chart: chartOf(settings.chart) }).bill
  }

  test('comes back from the ledger: unpaid, partly, overdue, paid', async () => {
    expect(bill()).toMatchObject({ payment: 'unpaid', due: '1160.00', isAsPosted: true })
    change({ paid: 160 })
    await look()
    expect(bill()).toMatchObject({ payment: 'partly', due: '1000.00' })
    desk.clock.now = Date.parse('2026-03-20T12:00:00Z')
    await look()
    expect(bill()).toMatchObject({ payment: 'overdue' })
    change({ paid: 1160 })
    await look()
    expect(bill()).toMatchObject({ payment: 'paid', due: '0.00', isAsPosted: true })
    expect(drift()).toEqual([])
  })
})

describe('a bill changed or deleted behind our back', () => {
  test.each([
    ['date', { date: '2026-02-11' }],
    ['number', { number: 'OTHER-1' }],
    ['total,lines', { amount: 1200, entries: [] }],
  ] as const)('its %s is reported with both values, once', async (what, more) => {
    change(more)
    await look()
    expect(drift()).toMatchObject([{ severity: 'high', params: { variant: 'changed', what, ledgerId: '1' } }])
    await look()
    expect(drift()).toHaveLength(1)
  })

  test('by another user, it names that one; by whom is left open where the ledger names the same user as before', async () => {
    change({ date: '2026-02-11' })
    await look()
    expect(drift()).toMatchObject([{ params: { by: 'unknown' } }])
    change({ date: '2026-02-12', userId: 9 })
    await look()
    expect(drift()).toMatchObject([{ params: { by: '9', after: '2026-02-12' } }])
  })

  test('accepted, it is what the bill is compared with from then on', async () => {
    change({ date: '2026-02-11' })
    await look()
    answer({ type: 'accept_ledger_change' })
    await look()
    expect(drift()).toEqual([])
    change({ date: '2026-02-10' })
    await look()
    expect(drift()).toMatchObject([{ params: { before: '2026-02-11', after: '2026-02-10' } }])
  })

  test('restored, the ledger says again what was posted', async () => {
    change({ date: '2026-02-11', amount: 5, entries: [] })
    await look()
    answer({ type: 'restore_in_ledger' })
    await look()
    expect(desk.standIn.bills()).toMatchObject([{ date: '2026-02-10', total: 1160 }])
    expect(drift()).toEqual([])
    expect(ledgerBillOf(desk.store, documentId)).toMatchObject({ seen: null, restoreAsked: false })
  })

  test('a restore the ledger refuses is asked of a person again', async () => {
    change({ date: '2026-02-11' })
    await look()
    answer({ type: 'restore_in_ledger' })
    Object.assign(desk.standIn.books.lock, { enabled: true, to: '2026-02-28' })
    await look()
    expect(drift()).toMatchObject([{ params: { variant: 'changed' } }])
  })

  test('put right over there, the question goes away by itself', async () => {
    change({ date: '2026-02-11' })
    await look()
    change({ date: '2026-02-10' })
    await look()
    expect(drift()).toEqual([])
  })

  test('deleted, it can be posted again, once', async () => {
    desk.standIn.books.bills.length = 0
    await look()
    expect(drift()).toMatchObject([{ params: { variant: 'gone' } }])
    answer({ type: 'restore_in_ledger' })
    await desk.settle()
    expect(desk.standIn.bills()).toMatchObject([{ number: 'PNO010203AB1-A-1', total: 1160 }])
    expect(desk.stateOf(documentId)).toBe('posted')
    await look()
    expect(drift()).toEqual([])
  })

  test('two under one number are reported, and neither is deleted', async () => {
    const [bill] = desk.standIn.books.bills
    if (bill) desk.standIn.books.bills.push({ ...bill, id: 77 })
    await look()
    expect(drift()).toMatchObject([{ params: { variant: 'doubled', ledgerIds: '1, 77' } }])
    expect(desk.standIn.bills()).toHaveLength(2)
  })
})

describe('answers that are not believed', () => {
  test('an empty list while the bill itself is there is a failure, not a deletion', async () => {
    desk.standIn.faults.add({ kind: 'empty_list', method: 'GET', pattern: '/api/bills' })
    await look()
    expect(drift()).toEqual([])
    expect(desk.sync().status()).toMatchObject({ watch: { alarm: { code: 'ledger_list_empty' } } })
    await look()
    expect(desk.sync().status()).toMatchObject({ watch: { alarm: null } })
  })

  test('many changes at once are asked about before anything is recorded', async () => {
    for (let number = 2; number <= 12; number++) approve(desk.store, stationery(`A-${number}`), desk.clock.now)
    await desk.settle()
    desk.standIn.books.bills.splice(2)
    await look()
    expect(desk.sync().status()).toMatchObject({
      watch: { drifted: 0, alarm: { code: 'ledger_mass_change', params: { count: 10, of: 12 } } },
    })
    await desk.sync().confirmMassChange()
    await look()
    expect(desk.sync().status()).toMatchObject({ watch: { drifted: 10, alarm: null } })
    expect(desk.store.db.select().from(ledgerBills).where(eq(ledgerBills.seen, 'gone')).all()).toHaveLength(10)
  })
})

describe('a credit note and its bill', () => {
  const credit = (uuid: string) =>
    stationery('NC-1', {
      documentType: 'credit_note',
      lines: [['Devolución', '100.00', '601.84']],
      taxes: [['transferred', 'IVA', '16', '16.00']],
      total: '116.00',
      related: [uuid],
    })
  const most = {
    lines: [['Devolución', '1000.00', '601.84']],
    taxes: [['transferred', 'IVA', '16', '160.00']],
    total: '1160.00',
  } as const
  const applied = () => desk.standIn.books.vendorCredits.flatMap(each => each.applied)
  const uuid = '3F2504E0-4F89-41D3-9A0C-000000412D31'

  test('the credit is applied to the bill it names, once, whatever became of the answer', async () => {
    desk.standIn.faults.add({ kind: 'drop_after', method: 'POST', pattern: '/api/vendor-credits/:id/apply-to-bills' })
    approve(desk.store, credit(uuid), desk.clock.now)
    await desk.settle()
    await look()
    await look()
    expect(applied()).toMatchObject([{ billId: 1, amount: 116 }])
    // A second credit never takes more than is left, though the ledger itself would let it.
    approve(desk.store, { ...credit(uuid), number: 'NC-9', uuid: null, ...most }, desk.clock.now)
    await desk.settle()
    await look()
    expect(applied()).toMatchObject([{ amount: 116 }, { billId: 1, amount: 1044 }])
  })

  test('of a paid bill it stays open, and a credit whose bill comes later waits for it', async () => {
    change({ paid: 1160 })
    approve(desk.store, credit(uuid), desk.clock.now)
    const early = approve(
      desk.store,
      { ...credit('3F2504E0-4F89-41D3-9A0C-000000412D32'), number: 'NC-2', uuid: null },
      desk.clock.now,
    )
    await desk.settle()
    await look()
    expect(applied()).toEqual([])
    expect(ledgerBillOf(desk.store, early)).toMatchObject({ applyState: 'waiting' })
    approve(desk.store, stationery('A-2'), desk.clock.now)
    await desk.settle()
    await look()
    expect(applied()).toMatchObject([{ billId: 2, amount: 116 }])
  })
})
