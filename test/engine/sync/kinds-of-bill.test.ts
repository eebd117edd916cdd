import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ledgerMap } from '../../../src/engine/store/schema'
import { write } from '../../../src/engine/store/write'
import { rememberId } from '../../../src/engine/sync/ledger-map'
import { approve, stationery } from './books'
import { ledgerBillOf, openDesk, openIssuesOf, type Desk } from './ledger-desk'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.close())

describe('credit notes', () => {
  const note = (more = {}) =>
    stationery('NC-7', {
      documentType: 'credit_note',
      lines: [['Devolución de papel', '100.00', '601.84']],
      taxes: [['transferred', 'IVA', '16', '16.00']],
      total: '116.00',
      ...more,
    })

  test('become one vendor credit, positive, taxes as lines, read back and posted', async () => {
    const documentId = approve(desk.store, note(), desk.clock.now)
    await desk.settle()
    expect(desk.standIn.bills()).toEqual([])
    expect(desk.standIn.books.vendorCredits).toMatchObject([
      { number: 'PNO010203AB1-NC-7', date: '2026-02-10', amount: 116, openedOn: '2026-02-20' },
    ])
    expect(desk.stateOf(documentId)).toBe('posted')
    expect(ledgerBillOf(desk.store, documentId)).toMatchObject({ kind: 'vendor_credit', total: 11_600 })
  })

  test('written with negative amounts are the same credit', async () => {
    approve(
      desk.store,
      note({
        lines: [['Devolución', '-100.00', '601.84']],
        taxes: [['transferred', 'IVA', '16', '-16.00']],
        total: '-116.00',
      }),
      desk.clock.now,
    )
    await desk.settle()
    expect(desk.standIn.books.vendorCredits).toMatchObject([{ amount: 116, entries: [{ rate: 100 }, { rate: 16 }] }])
  })

  test('a create whose answer was lost is looked up: the ledger itself would take it twice', async () => {
    desk.standIn.faults.add({ kind: 'drop_after', method: 'POST', pattern: '/api/vendor-credits' })
    const documentId = approve(desk.store, note(), desk.clock.now)
    await desk.settle()
    expect(desk.standIn.books.vendorCredits).toHaveLength(1)
    expect(desk.stateOf(documentId)).toBe('posted')
  })
})

describe('foreign currency', () => {
  const dollars = { currency: 'USD', exchangeRate: '17.123456' }

  test('a CFDI in dollars takes its own exchange rate along; its vendor is one in dollars', async () => {
    const documentId = approve(desk.store, stationery('U-1', dollars), desk.clock.now)
    approve(desk.store, stationery('M-1'), desk.clock.now)
    await desk.settle()
    expect(desk.standIn.bills()).toMatchObject([{ exchangeRate: 17.123456 }, { exchangeRate: 1 }])
    expect(desk.standIn.books.contacts.map(contact => contact.currency)).toEqual(['USD', 'MXN'])
    expect(ledgerBillOf(desk.store, documentId)).toMatchObject({ currency: 'USD', total: 116_000 })
    // The next one in either currency finds its vendor again.
    approve(desk.store, stationery('U-2', dollars), desk.clock.now)
    approve(desk.store, stationery('M-2'), desk.clock.now)
    await desk.settle()
    expect(desk.standIn.books.contacts).toHaveLength(2)
  })

  test('a rate stated in pesos is no rate for books in euros', async () => {
    await desk.close()
    desk = await openDesk({ baseCurrency: 'EUR' })
    const documentId = approve(desk.store, stationery('U-3', dollars), desk.clock.now)
    await desk.settle()
    expect(openIssuesOf(desk.store, documentId)).toMatchObject([{ params: { code: 'ledger_exchange_rate_needed' } }])
    expect(desk.standIn.bills()).toEqual([])
  })
})

describe('branches', () => {
  test('the only branch is taken without a question', async () => {
    desk.standIn.books.branches.push({ id: 1, name: 'Head Branch' })
    approve(desk.store, stationery('B-1'), desk.clock.now)
    await desk.settle()
    expect(desk.standIn.bills()).toMatchObject([{ branchId: 1 }])
  })

  test('of several a person chooses one; until then nothing is sent', async () => {
    desk.standIn.books.branches.push({ id: 1, name: 'Head Branch' }, { id: 2, name: 'Monterrey' })
    const documentId = approve(desk.store, stationery('B-1'), desk.clock.now)
    await desk.settle()
    expect(openIssuesOf(desk.store, documentId)).toMatchObject([
      { params: { code: 'ledger_branch_needed', suggested: 'Head Branch' } },
    ])
    write(desk.store, tx => rememberId(tx, 'standinorg0001', 'branch', 'chosen', 2))
    const second = approve(desk.store, stationery('B-2'), desk.clock.now)
    await desk.settle()
    expect(desk.stateOf(second)).toBe('posted')
    expect(desk.standIn.bills()).toMatchObject([{ branchId: 2 }])
  })

  test('switched on behind our back: asked for anew, and posted', async () => {
    approve(desk.store, stationery('B-1'), desk.clock.now)
    await desk.settle()
    desk.standIn.books.branches.push({ id: 4, name: 'Head Branch' })
    const second = approve(desk.store, stationery('B-2'), desk.clock.now)
    await desk.settle()
    expect(desk.stateOf(second)).toBe('posted')
    expect(desk.standIn.bills()).toMatchObject([{ branchId: null }, { branchId: 4 }])
  })
})

test('a closed period is known before anything is sent', async () => {
  Object.assign(desk.standIn.books.lock, { enabled: true, to: '2026-02-28' })
  const documentId = approve(desk.store, stationery('L-1'), desk.clock.now)
  await desk.settle()
  expect(openIssuesOf(desk.store, documentId)).toMatchObject([
    {
      params: { code: 'ledger_period_locked', lockedTo: '2026-02-28' },
      suggestions: [{ fix: { type: 'retry_posting' } }, { fix: { type: 'edit_field', field: 'issue_date' } }],
    },
  ])
  expect(desk.standIn.calls.filter(call => call.method === 'POST' && call.pattern === '/api/bills')).toEqual([])
})

test('a tax a person mapped goes to the ledger account chosen for it', async () => {
  const [account] = desk.standIn.books.accounts.filter(each => each.type === 'other-current-asset')
  write(desk.store, tx => rememberId(tx, 'standinorg0001', 'tax', 'transferred IVA 16', account?.id ?? 0))
  approve(desk.store, stationery('T-1'), desk.clock.now)
  await desk.settle()
  expect(desk.standIn.bills()[0]?.entries.at(-1)).toMatchObject({ costAccountId: account?.id, rate: 160 })
  expect(desk.store.db.select().from(ledgerMap).all()).toContainEqual(
    expect.objectContaining({ kind: 'tax', ours: 'transferred IVA 16' }),
  )
})
