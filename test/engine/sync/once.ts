import { eq } from 'drizzle-orm'
import { journal, ledgerBills } from '../../../src/engine/store/schema'
import type { DocumentId } from '../../../src/shared/ids'
import { isObject } from '../../ledger-stand-in/json'
import type { CallSeen } from '../../ledger-stand-in/server'
import { openIssuesOf, type Desk } from './ledger-desk'

/** What became of the promise "once": every approved invoice is exactly one bill, whatever happened on the way. */
export interface Verdict {
  /** Approved invoices the ledger has no bill of. */
  readonly lost: number
  /** Bills beyond one per number. */
  readonly doubled: number
  /** Creates of a number that was sent before, without a look-up in between. */
  readonly repeatedWithoutLookup: number
  /** Everything else that must not be, in words for whoever mends it. */
  readonly complaints: readonly string[]
  readonly bills: number
  /** Most tries any document took. */
  readonly maxTries: number
  readonly mostInFlight: number
}

export const kept: Pick<Verdict, 'lost' | 'doubled' | 'repeatedWithoutLookup' | 'complaints'> = {
  lost: 0,
  doubled: 0,
  repeatedWithoutLookup: 0,
  complaints: [],
}

const routes = [
  { pattern: '/api/bills', number: 'bill_number' },
  { pattern: '/api/vendor-credits', number: 'vendor_credit_number' },
] as const

export function judge(desk: Desk, documentIds: readonly DocumentId[]): Verdict {
  const { standIn, store } = desk
  const held = [...standIn.books.bills, ...standIn.books.vendorCredits]
  const numbers = held.map(each => each.number)
  const doubled = numbers.length - new Set(numbers).size
  const posted = store.db
    .select()
    .from(journal)
    .all()
    .filter(entry => entry.kind === 'bill.posted')
  const complaints = documentIds.flatMap(id => [
    ...openIssuesOf(store, id).map(issue => `${issue.key} ${JSON.stringify(issue.params)}`),
    ...(desk.stateOf(id) === 'posted' ? [] : [`a document is ${String(desk.stateOf(id))}`]),
  ])
  if (new Set(posted.map(entry => entry.documentId)).size !== posted.length) complaints.push('posted twice')
  if (held.some(each => each.openedOn === null)) complaints.push('a bill was left a draft')
  return {
    lost: Math.max(0, documentIds.length - new Set(numbers).size),
    doubled,
    repeatedWithoutLookup: routes.reduce((sum, route) => sum + repeated(standIn.calls, route), 0),
    complaints: [...complaints, ...twins(desk), ...credits(desk)],
    bills: documentIds.length,
    maxTries: Math.max(0, ...[...desk.tries.values()]),
    mostInFlight: desk.network.mostInFlight(),
  }
}

/** A credit is applied to its bill once: not never, and not twice. */
function credits({ standIn, store }: Desk): string[] {
  const waiting = store.db.select().from(ledgerBills).where(eq(ledgerBills.applyState, 'waiting')).all()
  const twice = standIn.books.vendorCredits.filter(credit => credit.applied.length > 1)
  return [...waiting.map(() => 'a credit was not applied'), ...twice.map(() => 'a credit was applied twice')]
}

/** Between two creates of one number there must be a look-up that asks for it. */
function repeated(calls: readonly CallSeen[], { pattern, number: field }: (typeof routes)[number]): number {
  const asked = new Map<string, boolean>()
  let found = 0
  for (const call of calls) {
    if (call.pattern !== pattern) continue
    if (call.method === 'GET') {
      const query = new URLSearchParams(call.query).get('stringified_filter_roles') ?? ''
      for (const number of asked.keys()) if (query.includes(JSON.stringify(number))) asked.set(number, true)
    }
    if (call.method === 'POST' && isObject(call.body)) {
      const number = String(call.body[field])
      if (asked.get(number) === false) found++
      asked.set(number, false)
    }
  }
  return found
}

/** Vendors may be doubled in the ledger without a complaint; accounts and items could only be under other names. */
function twins({ standIn }: Desk): string[] {
  const isDoubled = (names: readonly unknown[]) => new Set(names).size !== names.length
  const vendors = standIn.books.contacts.map(contact => `${contact.columns['display_name']} ${contact.currency}`)
  const accounts = standIn.books.accounts.filter(account => !account.seeded).map(account => account.code)
  return [
    ...(isDoubled(vendors) ? ['a vendor was made twice'] : []),
    ...(isDoubled(accounts) ? ['an account was made twice'] : []),
    ...(standIn.books.items.length > 1 ? ['the carrier item was made twice'] : []),
  ]
}
