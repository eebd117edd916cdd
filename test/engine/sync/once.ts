import { expect } from 'vitest'
import { journal } from '../../../src/engine/store/schema'
import type { DocumentId } from '../../../src/shared/ids'
import type { CallSeen } from '../../ledger-stand-in/server'
import { isObject } from '../../ledger-stand-in/json'
import { openIssuesOf, type Desk } from './ledger-desk'

/** The promise "once": every approved invoice is exactly one bill, whatever happened on the way. */
export function expectExactlyOnce(desk: Desk, documentIds: readonly DocumentId[]): void {
  const refused = documentIds.flatMap(id => openIssuesOf(desk.store, id).map(issue => issue.params))
  expect(refused).toEqual([])
  const numbers = desk.standIn.bills().map(bill => bill.number)
  expect(new Set(numbers).size, 'a bill was doubled').toBe(numbers.length)
  expect(numbers.length, 'a bill was lost or doubled').toBe(documentIds.length)
  expect(documentIds.map(id => desk.stateOf(id))).toEqual(documentIds.map(() => 'posted'))
  const posted = desk.store.db
    .select()
    .from(journal)
    .all()
    .filter(entry => entry.kind === 'bill.posted')
  expect(posted.map(entry => entry.documentId).sort()).toEqual([...documentIds].sort())
  expectLookUpBetweenCreates(desk.standIn.calls)
  expectNoTwins(desk)
}

/** Between two creates of one number there must be a look-up that asks for it. */
function expectLookUpBetweenCreates(calls: readonly CallSeen[]): void {
  const asked = new Map<string, boolean>()
  for (const call of calls) {
    if (call.pattern !== '/api/bills') continue
    if (call.method === 'GET') {
      const query = new URLSearchParams(call.query).get('stringified_filter_roles') ?? ''
      for (const number of asked.keys()) if (query.includes(JSON.stringify(number))) asked.set(number, true)
    }
    if (call.method === 'POST' && isObject(call.body)) {
      const number = String(call.body['bill_number'])
      expect(asked.get(number) ?? true, `${number} was sent again without a look-up`).toBe(true)
      asked.set(number, false)
    }
  }
}

/** Vendors may be doubled in the ledger without a complaint; accounts and items could only be under other names. */
function expectNoTwins({ standIn }: Desk): void {
  const vendors = standIn.books.contacts.map(contact => contact.columns['display_name'])
  expect(new Set(vendors).size, 'a vendor was made twice').toBe(vendors.length)
  const accounts = standIn.books.accounts.filter(account => !account.seeded).map(account => account.code)
  expect(new Set(accounts).size, 'an account was made twice').toBe(accounts.length)
  expect(standIn.books.items).toHaveLength(1)
}
