import { eq } from 'drizzle-orm'
import { afterEach, describe, expect, test } from 'vitest'
import type { DocumentId } from '../../../src/shared/ids'
import { documents, invoiceLines, invoices, invoiceTaxes, outbox } from '../../../src/engine/store/schema'
import { write } from '../../../src/engine/store/write'
import { cancelUnsent, enqueueBill } from '../../../src/engine/sync/enqueue-bill'
import { approve, stationery } from './books'
import { openDesk, openIssuesOf, type Desk } from './ledger-desk'

let desk: Desk
afterEach(() => desk.close())

test('an approval taken back before anything was sent leaves no bill; approved again it leaves one', async () => {
  desk = await openDesk()
  const documentId = approve(desk.store, stationery('A-1'), desk.clock.now)
  const takeBack = () =>
    write(desk.store, tx => {
      tx.update(documents).set({ state: 'needs_review' }).where(eq(documents.id, documentId)).run()
      return cancelUnsent(tx, documentId)
    })
  expect(takeBack()).toBe(true)
  await desk.settle()
  expect(desk.standIn.bills()).toEqual([])

  write(desk.store, tx => {
    tx.update(documents).set({ state: 'approved' }).where(eq(documents.id, documentId)).run()
    enqueueBill(tx, documentId, { now: desk.clock.now })
    // Twice in one breath is once.
    enqueueBill(tx, documentId, { now: desk.clock.now })
  })
  await desk.settle()
  expect(desk.standIn.bills()).toHaveLength(1)
  expect(takeBack()).toBe(false)
  expect(() => write(desk.store, tx => enqueueBill(tx, documentId, { now: desk.clock.now }))).toThrow('already_sent')
})

test('what may have been sent cannot be taken back', async () => {
  desk = await openDesk()
  const documentId = approve(desk.store, stationery('A-1'), desk.clock.now)
  desk.standIn.faults.add({ kind: 'drop_after', method: 'POST', pattern: '/api/bills' })
  await desk.sync().syncNow()
  expect(desk.store.db.select().from(outbox).get()).toMatchObject({ state: 'unknown', attempts: 1 })
  expect(write(desk.store, tx => cancelUnsent(tx, documentId))).toBe(false)
})

test.each(['throttled', 'unauthorized', 'server_error_before', 'redirect_elsewhere'] as const)(
  'a bill the ledger took, but could not show us (%s), cannot be taken back either',
  async kind => {
    desk = await openDesk()
    const documentId = approve(desk.store, stationery('A-1'), desk.clock.now)
    desk.standIn.faults.add({ kind, method: 'GET', pattern: '/api/bills/:id' })
    await desk.sync().syncNow()
    expect(desk.store.db.select().from(outbox).get()).toMatchObject({ state: 'unknown', answer: { id: 1 } })
    expect(write(desk.store, tx => cancelUnsent(tx, documentId))).toBe(false)
    await desk.settle()
    expect(desk.stateOf(documentId)).toBe('posted')
  },
)

test('a document taken back while its bill was being prepared is not sent', async () => {
  desk = await openDesk()
  const documentId = approve(desk.store, stationery('A-1'), desk.clock.now)
  desk.standIn.faults.add({ kind: 'server_error_before', method: 'POST', pattern: '/api/items' })
  await desk.sync().syncNow()
  write(desk.store, tx => {
    tx.update(documents).set({ state: 'rejected' }).where(eq(documents.id, documentId)).run()
  })
  await desk.settle()
  expect(desk.standIn.bills()).toEqual([])
  expect(desk.store.db.select().from(outbox).get()).toMatchObject({ state: 'cancelled' })
  expect(desk.stateOf(documentId)).toBe('rejected')
})

describe('while the ledger is being asked, a person', () => {
  const takeBack = (documentId: DocumentId) =>
    write(desk.store, tx => {
      tx.update(documents).set({ state: 'needs_review' }).where(eq(documents.id, documentId)).run()
      return cancelUnsent(tx, documentId)
    })

  const correctTo2320 = (documentId: DocumentId) =>
    write(desk.store, tx => {
      const its = tx.select().from(invoices).where(eq(invoices.documentId, documentId)).get()
      if (!its) throw new Error('no invoice')
      const totals = { netTotal: 200_000, taxTotal: 32_000, grandTotal: 232_000 }
      tx.update(invoices).set(totals).where(eq(invoices.id, its.id)).run()
      tx.update(invoiceLines).set({ lineTotal: 200_000 }).where(eq(invoiceLines.invoiceId, its.id)).run()
      tx.update(invoiceTaxes).set({ amount: 32_000 }).where(eq(invoiceTaxes.invoiceId, its.id)).run()
    })

  const approveAnew = (documentId: DocumentId) =>
    write(desk.store, tx => {
      tx.update(documents).set({ state: 'approved' }).where(eq(documents.id, documentId)).run()
      enqueueBill(tx, documentId, { now: ++desk.clock.now })
    })

  test('takes the approval back, corrects the total and approves anew: the bill says what was approved last', async () => {
    desk = await openDesk()
    const documentId = approve(desk.store, stationery('A-1'), desk.clock.now)
    desk.at('looked_up', () => {
      takeBack(documentId)
      correctTo2320(documentId)
      approveAnew(documentId)
    })
    await desk.settle()
    expect(desk.standIn.bills()).toMatchObject([{ total: 2320 }])
    expect(desk.stateOf(documentId)).toBe('posted')
  })

  test('takes the approval back: trouble on the way puts nothing on its way again', async () => {
    desk = await openDesk()
    const documentId = approve(desk.store, stationery('A-1'), desk.clock.now)
    desk.standIn.faults.add({ kind: 'drop_before', method: 'GET', pattern: '/api/bills', times: 5 })
    desk.at('accounts_resolved', () => takeBack(documentId))
    await desk.sync().syncNow()
    expect(desk.store.db.select().from(outbox).get()).toMatchObject({ state: 'cancelled', lastError: null })
  })

  test.each([
    ['takes the approval back', takeBack],
    [
      'approves anew',
      (documentId: DocumentId) => {
        takeBack(documentId)
        approveAnew(documentId)
      },
    ],
  ])('%s: a refusal of what was approved before is no news', async (_what, decide) => {
    desk = await openDesk()
    Object.assign(desk.standIn.books.lock, { enabled: true, to: '2026-02-28' })
    const documentId = approve(desk.store, stationery('A-1'), desk.clock.now)
    desk.at('vendor_resolved', () => decide(documentId))
    await desk.sync().syncNow()
    expect(openIssuesOf(desk.store, documentId)).toEqual([])
  })
})

test('a bill that breaks the server twice is given up after exactly two creates, and posts when retried later', async () => {
  desk = await openDesk()
  desk.standIn.faults.add({ kind: 'server_error_before', method: 'POST', pattern: '/api/bills', times: 2 })
  const documentId = approve(desk.store, stationery('A-1'), desk.clock.now)
  const next = approve(desk.store, stationery('A-2'), desk.clock.now)
  await desk.settle()
  const creates = desk.standIn.calls.filter(call => call.method === 'POST' && call.pattern === '/api/bills')
  expect(creates.map(call => call.status).filter(status => status === 500)).toHaveLength(2)
  const states = [desk.stateOf(documentId), desk.stateOf(next)]
  // The two server errors may have hit one bill twice or each bill once.
  for (const id of [documentId, next]) {
    if (desk.stateOf(id) !== 'post_failed') continue
    expect(openIssuesOf(desk.store, id)).toMatchObject([{ params: { type: 'server_error_twice' } }])
    write(desk.store, tx => {
      tx.update(documents).set({ state: 'approved' }).where(eq(documents.id, id)).run()
      enqueueBill(tx, id, { now: desk.clock.now })
    })
  }
  expect(states).toContain('posted')
  await desk.settle()
  expect([desk.stateOf(documentId), desk.stateOf(next)]).toEqual(['posted', 'posted'])
  expect(openIssuesOf(desk.store, documentId)).toEqual([])
  expect(desk.standIn.bills()).toHaveLength(2)
})
