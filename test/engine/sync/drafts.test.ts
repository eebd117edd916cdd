import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { patchSettings } from '../../../src/engine/store/settings'
import { write } from '../../../src/engine/store/write'
import type { DocumentId } from '../../../src/shared/ids'
import { AppError } from '../../../src/shared/result'
import { approve, stationery } from './books'
import { ledgerBillOf, openDesk, openIssuesOf, type Desk } from './ledger-desk'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
  write(desk.store, tx => patchSettings(tx, { ledgerChecksDrafts: true }, desk.clock.now))
})
afterEach(() => desk.close())

const sentTo = (pattern: string) => desk.standIn.calls.filter(call => call.method !== 'GET' && call.pattern === pattern)

test('a bill is made as a draft, compared, and then booked', async () => {
  const documentId = approve(desk.store, stationery('D-1'), desk.clock.now)
  await desk.settle()
  expect(sentTo('/api/bills').map(call => call.body)).toMatchObject([{ open: false }])
  expect(sentTo('/api/bills/:id/open')).toHaveLength(1)
  expect(desk.standIn.bills()).toMatchObject([{ total: 1160, openedOn: '2026-02-20' }])
  expect(desk.stateOf(documentId)).toBe('posted')
})

test('a draft whose total differs is never booked; a person hears of it', async () => {
  const documentId = approve(desk.store, stationery('D-2'), desk.clock.now)
  desk.standIn.faults.add({ kind: 'wrong_total', method: 'POST', pattern: '/api/bills' })
  await desk.settle()
  expect(desk.stateOf(documentId)).toBe('post_failed')
  expect(openIssuesOf(desk.store, documentId)).toMatchObject([{ key: 'post_failed' }])
  expect(desk.standIn.bills()).toMatchObject([{ openedOn: null }])
  expect(sentTo('/api/bills/:id/open')).toEqual([])
})

describe('the draft that a refused bill left', () => {
  const refused = async (number: string) => {
    const documentId = approve(desk.store, stationery(number), desk.clock.now)
    desk.standIn.faults.add({ kind: 'wrong_total', method: 'POST', pattern: '/api/bills' })
    await desk.settle()
    return documentId
  }
  const issue = (documentId: DocumentId) => openIssuesOf(desk.store, documentId)[0]

  test('is named, with the ways to open and to delete it; deleted, the bill can be posted anew', async () => {
    const documentId = await refused('D-5')
    expect(issue(documentId)?.params).toMatchObject({ stands: 'draft', ledgerId: 1, total: '1160.00' })
    expect(issue(documentId)?.suggestions.map(({ fix }) => fix.type)).toEqual([
      'open_in_ledger',
      'delete_ledger_draft',
      'retry_posting',
    ])
    await desk.sync().deleteDraft(documentId)
    expect(desk.standIn.bills()).toEqual([])
    expect(desk.stateOf(documentId)).toBe('post_failed')
    expect(issue(documentId)).toMatchObject({ params: { stands: 'deleted' }, suggestions: [{}, {}] })
    expect(ledgerBillOf(desk.store, documentId)).toBeUndefined()
    await expect(desk.sync().deleteDraft(documentId)).rejects.toThrow(AppError)
  })

  test('is not deleted once somebody booked it over there', async () => {
    const documentId = await refused('D-6')
    const [bill] = desk.standIn.books.bills
    if (bill) bill.openedOn = '2026-02-20'
    await expect(desk.sync().deleteDraft(documentId)).rejects.toMatchObject({ data: { code: 'fix_no_longer_fits' } })
    expect(desk.standIn.bills()).toHaveLength(1)
  })

  test('gone already, it is what was wanted; a ledger that does not answer changes nothing here', async () => {
    const documentId = await refused('D-7')
    desk.standIn.faults.add({ kind: 'bad_gateway_before', method: 'DELETE', pattern: '/api/bills/:id' })
    await expect(desk.sync().deleteDraft(documentId)).rejects.toThrow(AppError)
    expect(issue(documentId)?.params).toMatchObject({ stands: 'draft' })
    desk.standIn.books.bills.length = 0
    await desk.sync().deleteDraft(documentId)
    expect(issue(documentId)?.params).toMatchObject({ stands: 'deleted' })
  })
})

test('a vendor credit is booked at once: how a draft of one is booked was never seen', async () => {
  approve(desk.store, stationery('NC-1', { documentType: 'credit_note' }), desk.clock.now)
  await desk.settle()
  expect(sentTo('/api/vendor-credits').map(call => call.body)).toMatchObject([{ open: true }])
})

test('a draft somebody else made under our number is a conflict, not ours to book', async () => {
  const documentId = approve(desk.store, stationery('D-3'), desk.clock.now)
  desk.at('looked_up', () => undefined)
  await desk.settle()
  const [bill] = desk.standIn.books.bills
  if (!bill) throw new Error('it was posted')
  expect(desk.stateOf(documentId)).toBe('posted')
  Object.assign(bill, { openedOn: null, note: 'made by hand', number: 'PNO010203AB1-D-4', reference: null })
  const other = approve(desk.store, stationery('D-4'), desk.clock.now)
  await desk.settle()
  expect(desk.stateOf(other)).toBe('post_failed')
  expect(openIssuesOf(desk.store, other)[0]?.params).toMatchObject({ code: 'ledger_bill_conflict' })
  expect(desk.standIn.books.bills).toHaveLength(1)
})
