import { afterEach, beforeEach, expect, test } from 'vitest'
import { patchSettings } from '../../../src/engine/store/settings'
import { write } from '../../../src/engine/store/write'
import { approve, stationery } from './books'
import { openDesk, openIssuesOf, type Desk } from './ledger-desk'

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
