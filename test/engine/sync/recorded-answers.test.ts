import { describe, expect, test } from 'vitest'
import type { Ledger } from '../../../src/engine/sync/ledger-port'
import { AppError } from '../../../src/shared/result'
import { callOf, clientHearing } from '../../ledger-stand-in/client'
import { callsShown, failuresOfEveryCall, neverRecorded } from '../../ledger-stand-in/client-calls'
import { loadRecordings, recordingsArePresent, type Exchange } from '../../ledger-stand-in/recordings'

// The client is answered with what the recorded server said, call by call: every success is read, and every refusal the
// contract names is called by its right name. The recordings lie beside the checkout on the machines that have them.

/** One call of each kind, as the app makes it; lists as they are walked page by page. */
const make: Readonly<Record<string, (client: Ledger) => Promise<unknown>>> = {
  'GET /organization/current': client => client.organization(),
  'GET /accounts': client => client.accounts(),
  'POST /accounts': client => client.createAccount({ name: 'Expenses', account_type: 'expense' }),
  'GET /items': client => client.itemsNamed('Factura de proveedor'),
  'POST /items': client => client.createItem({}),
  'GET /vendors': client => client.vendors([], 'active'),
  'POST /vendors': client => client.createVendor({}),
  'GET /vendors/:id': client => client.vendor(1),
  'DELETE /vendors/:id': client => client.deleteVendor(1),
  'POST /tax-rates': client => client.createTaxRate({}),
  'DELETE /tax-rates/:id': client => client.deleteTaxRate(1),
  'GET /bills': client => client.bills.page(1, 12),
  'POST /bills': client => client.createDraft({ open: false }),
  'GET /bills/:id': client => client.bills.get(1),
  'PUT /bills/:id': client => client.putBill(1, {} as Parameters<Ledger['putBill']>[1]),
  'PATCH /bills/:id/open': client => client.openBill(1),
  'DELETE /bills/:id': client => client.deleteBill(1),
  'GET /vendor-credits': client => client.vendorCredits.find([{ field: 'reference_no', value: 'X' }]),
  'POST /vendor-credits': client => client.vendorCredits.create({} as Parameters<Ledger['putBill']>[1]),
  'GET /vendor-credits/:id': client => client.vendorCredits.get(1),
  'POST /vendor-credits/:id/apply-to-bills': client => client.applyCredit(1, 1, 1),
  'GET /vendor-credits/:id/applied-bills': client => client.appliedBills(1),
  'GET /branches': client => client.branches(),
  'GET /transactions-locking': client => client.locks(),
}

const nothingThere = 'nothing there'
/** What a refusal is called where it is more than a plain no. */
const names: readonly (readonly [failure: RegExp, call: RegExp, name: string])[] = [
  [/breaks the server|^filter is no JSON|^page 0/, /./, 'ledger_server_error'],
  [/^TRANSACTIONS_DATE_LOCKED/, /./, 'ledger_period_locked'],
  // To ask for one that is not there is a question with an answer.
  [/NOT_FOUND|NotFoundError/, /^GET .*:id$/, nothingThere],
]
const nameOf = (failure: string, call: string): string =>
  names.find(([asFailure, asCall]) => asFailure.test(failure) && asCall.test(call))?.[2] ?? 'ledger_refused'

const namesEverywhere: Readonly<Record<keyof typeof failuresOfEveryCall, string>> = {
  'no key, an unknown, a revoked one': 'ledger_unauthorized',
  'a key spelt another way': 'ledger_unauthorized',
  'too many calls': 'ledger_throttled',
  'no such path': 'ledger_contract_broken',
}

/** Refusals of the client's own routes that say nothing about its calls. */
const ofOthers: Readonly<Record<number, string>> = {
  13: 'a session without organization: the app knows API keys only',
  14: 'a session that is none',
  15: 'a session that has run out',
  16: 'a session of an unknown organization',
  17: 'an organization that is not built yet: done in BigCapital itself before the app is connected',
  154: 'a path that is taken for the number of a bill: the app asks for no due bills',
  241: 'attachments that are no list: the app sends none',
}

const recordings = loadRecordings()
function answersOf(sequence: number, call: string, isSuccess: boolean): Exchange['response'][] {
  const exchanges = recordings.find(each => each.sequence === sequence)?.exchanges ?? []
  return exchanges
    .filter(({ request }) => call === '' || callOf(request.method, request.path) === call)
    .map(({ response }) => response)
    .filter(({ status }) => status !== null && status < 400 === isSuccess)
}

function hearing({ status, headers = {}, body }: Exchange['response']): Ledger {
  // Its length is that of the body before secrets were taken out.
  const { 'content-length': _, ...sent } = headers
  return clientHearing(
    () => new Response(body === null ? null : JSON.stringify(body), { status: status ?? 0, headers: sent }),
  )
}

async function nameGiven(made: Promise<unknown>): Promise<string> {
  return made.then(
    value => (value === undefined ? nothingThere : 'no refusal'),
    (thrown: unknown) => (thrown instanceof AppError ? thrown.data.code : String(thrown)),
  )
}

describe.skipIf(!recordingsArePresent).each(callsShown)('$call', ({ call, success, failures }) => {
  const ask = make[call]
  if (!ask) throw new Error(`${call} is not made here`)

  test.runIf(success.length > 0)('reads every recorded success', async () => {
    for (const sequence of success) {
      const answers = answersOf(sequence, call, true)
      expect(answers.length, String(sequence)).toBeGreaterThan(0)
      for (const answer of answers) expect(await nameGiven(ask(hearing(answer)).then(() => 'read'))).toBe('no refusal')
    }
  })

  test.each(Object.entries(failures))('calls %s by its name', async (failure, sequences) => {
    for (const sequence of sequences) {
      const answers = answersOf(sequence, call, false)
      expect(answers.length, String(sequence)).toBeGreaterThan(0)
      for (const answer of answers) {
        expect(await nameGiven(ask(hearing(answer))), String(sequence)).toBe(nameOf(failure, call))
      }
    }
  })

  test('calls what may meet every call by its name', async () => {
    for (const [failure, sequences] of Object.entries(failuresOfEveryCall)) {
      for (const answer of sequences.flatMap(sequence => answersOf(sequence, '', false))) {
        expect(await nameGiven(ask(hearing(answer))), failure).toBe(namesEverywhere[failure])
      }
    }
  })
})

test.skipIf(!recordingsArePresent)(
  'every recorded refusal of a route that the client calls is in the table, or says nothing about its calls',
  () => {
    const cited = new Set([
      ...callsShown.flatMap(({ failures }) => Object.values(failures).flat()),
      ...Object.values(failuresOfEveryCall).flat(),
    ])
    const calls = new Set(callsShown.map(({ call }) => call))
    const missing = recordings
      .filter(({ sequence }) => !cited.has(sequence) && ofOthers[sequence] === undefined)
      .filter(({ exchanges }) =>
        exchanges.some(
          ({ request, response }) => (response.status ?? 0) >= 400 && calls.has(callOf(request.method, request.path)),
        ),
      )
    expect(missing.map(({ sequence, name }) => `${String(sequence)} ${name}`)).toEqual([])
    expect(callsShown.filter(({ success }) => success.length === 0).map(({ call }) => call)).toEqual(
      Object.keys(neverRecorded),
    )
  },
)

test.skipIf(!recordingsArePresent)('a list names the vendor of each bill', async () => {
  const [answer] = answersOf(155, 'GET /bills', true)
  if (!answer) throw new Error('no recording 155')
  const { bills } = await hearing(answer).bills.page(1, 12)
  expect(bills[0]?.vendor?.display_name).toBe('Papelería del Norte SA de CV')
})
