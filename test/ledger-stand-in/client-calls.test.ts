import { expect, test } from 'vitest'
import type { Ledger, Postings } from '../../src/engine/sync/ledger-port'
import { callOf, clientHearing } from './client'
import { callsShown, failuresOfEveryCall, neverRecorded } from './client-calls'
import { reasonFor } from './not-replayed'
import { loadRecordings, recordingsArePresent } from './recordings'

const postings = {
  find: (kind: Postings) => kind.find([{ field: 'reference_no', value: 'X' }]),
  get: (kind: Postings) => kind.get(1),
  page: (kind: Postings) => kind.page(1, 10),
  create: (kind: Postings) => kind.create({} as Parameters<Postings['create']>[0]),
}

/** Each call of the client once. A new one that is not here does not compile. */
const everyCall: { readonly [Name in keyof Ledger]: (client: Ledger) => readonly Promise<unknown>[] } = {
  organization: client => [client.organization()],
  accounts: client => [client.accounts()],
  createAccount: client => [client.createAccount({ name: 'Expenses', account_type: 'expense' })],
  itemsNamed: client => [client.itemsNamed('Item')],
  createItem: client => [client.createItem({})],
  vendor: client => [client.vendor(1)],
  vendors: client => [client.vendors([], 'active')],
  createVendor: client => [client.createVendor({})],
  deleteVendor: client => [client.deleteVendor(1)],
  allVendors: client => [client.allVendors('active')],
  createTaxRate: client => [client.createTaxRate({})],
  deleteTaxRate: client => [client.deleteTaxRate(1)],
  bills: client => Object.values(postings).map(call => call(client.bills)),
  vendorCredits: client => Object.values(postings).map(call => call(client.vendorCredits)),
  createDraft: client => [client.createDraft({ open: false })],
  openBill: client => [client.openBill(1)],
  deleteBill: client => [client.deleteBill(1)],
  putBill: client => [client.putBill(1, {} as Parameters<Ledger['putBill']>[1])],
  appliedBills: client => [client.appliedBills(1)],
  applyCredit: client => [client.applyCredit(1, 1, 1)],
  branches: client => [client.branches()],
  locks: client => [client.locks()],
}

test('every call the client can make has its row, and no row is about a call it does not make', async () => {
  const made = new Set<string>()
  const refusal = () => new Response('{}', { status: 404, headers: { 'content-type': 'application/json' } })
  const client = () => clientHearing(refusal, call => made.add(call))
  // What they answer is not looked at: every call is refused.
  for (const call of Object.values(everyCall)) {
    await Promise.allSettled(call(client()))
  }
  expect([...made].sort()).toEqual(callsShown.map(({ call }) => call).sort())
})

test.skipIf(!recordingsArePresent)('every answer the contract names is shown by a recording of that very call', () => {
  const recordings = new Map(loadRecordings().map(each => [each.sequence, each]))
  const lines: string[] = []
  for (const { call, success, failures } of callsShown) {
    const shows = (numbers: readonly number[], isSuccess: boolean) =>
      numbers.map(number =>
        recordings
          .get(number)
          ?.exchanges.some(
            ({ request, response }) =>
              callOf(request.method, request.path) === call && (response.status ?? 0) < 400 === isSuccess,
          )
          ? []
          : [`${call}: ${number} shows no ${isSuccess ? 'success' : 'failure'} of it`],
      )
    expect([shows(success, true), ...Object.values(failures).map(numbers => shows(numbers, false))].flat(2)).toEqual([])
    for (const [failure, numbers] of Object.entries(failures)) expect(numbers, `${call}: ${failure}`).not.toEqual([])
    if (!(call in neverRecorded)) expect(success, call).not.toEqual([])
    const told = Object.entries(failures).map(([failure, numbers]) => `${failure} ${numbers.join(' ')}`)
    const first = success.length > 0 ? `success ${success.join(' ')}` : `NOT RECORDED: ${neverRecorded[call] ?? ''}`
    lines.push(`  ${call}: ${[first, ...told].join(' · ')}`)
  }
  const everywhere = Object.entries(failuresOfEveryCall)
  lines.push(`  every call: ${everywhere.map(([failure, numbers]) => `${failure} ${numbers.join(' ')}`).join(' · ')}`)
  for (const number of everywhere.flatMap(([, numbers]) => numbers)) {
    const statuses = recordings.get(number)?.exchanges.map(({ response }) => response.status ?? 0) ?? []
    expect(Math.max(...statuses), String(number)).toBeGreaterThanOrEqual(400)
  }
  process.stdout.write(`calls of the client and the recordings of their answers:\n${lines.join('\n')}\n`)
})

test('of what the table cites all is replayed, but landed cost and a server in another zone', () => {
  const cited = callsShown.flatMap(({ success, failures }) => [...success, ...Object.values(failures).flat()])
  expect(cited.filter(number => reasonFor(number) !== undefined)).toEqual([304, 255])
})
