import { and, eq, inArray, or } from 'drizzle-orm'
import Big from 'big.js'
import type { Output, Parsed } from '../../shared/contract'
import type { EpochMs } from '../../shared/ids'
import type { UnknownBill } from '../../shared/unknown-bill'
import { numberKey } from '../decisions/invoice-fields'
import { sittingActor } from '../people/sitting'
import { appendJournal } from '../store/journal'
import { documents, invoices, vendors } from '../store/schema'
import {
  keepAnswer,
  keepListed,
  knownBills,
  unansweredBills,
  unansweredCount,
  type ListedBill,
} from '../store/unknown-bills'
import type { Reader, Tx } from '../store/write'
import type { BillAnswer } from './answers'
import { billNumber, vendorPart } from './bill-number'
import { calendarDay } from './bill-traits'
import { readConnection } from './connection'
import type { LedgerSession } from './ledger-session'

/** Numbers a journal row names; how many there are in all stands beside them. */
const mostNamed = 10

/**
 * Brings before a person what a whole list of the ledger shows with our mark and nothing here stands for. Nothing is
 * posted, changed or deleted for it: a document that is approved later finds its bill by number as always.
 *
 * @param listed every bill the ledger has
 * @returns how many were never listed before
 */
export function recordUnknown(tx: Tx, session: LedgerSession, listed: readonly BillAnswer[]): number {
  const { organization, baseCurrency, actor } = session
  const known = knownBills(tx)
  const unknown = listed
    .filter(bill => isMarked(bill) && !known.ids.has(String(bill.id)) && !known.numbers.has(bill.bill_number ?? ''))
    .map(bill => rowOf(bill, { organization, baseCurrency }))
  const now = session.now()
  const found = keepListed(tx, organization, unknown, now)
  if (found.length > 0) tell(tx, 'ledger.unknown_bills_found', numbersOf(found), { at: now, actor })
  return found.length
}

/** What waits for an answer, each with the document it fits. */
export function unknownBills(reader: Reader, { limit }: Parsed<'ledger.unknownBills'>): Output<'ledger.unknownBills'> {
  const organization = readConnection(reader)?.organization
  if (organization === undefined) return { bills: [], total: 0 }
  const rows = unansweredBills(reader, organization, limit)
  const vendorsByPart = rows.length === 0 ? new Map<string, VendorKey[]>() : vendorKeys(reader)
  const bills = rows.map(({ listedAt: _, answer: _none, reason: _why, organization: _own, ...row }) => ({
    ...row,
    document: documentOf(reader, row.billNumber, vendorsByPart),
  }))
  return { bills, total: unansweredCount(reader, organization) }
}

/** Keeps what a person says of them; in the ledger nothing changes. */
export function answerUnknown(tx: Tx, { ledgerIds, answer }: Parsed<'ledger.answerUnknownBills'>, now: EpochMs): void {
  const organization = readConnection(tx)?.organization
  if (organization === undefined) return
  const kept = {
    keep: { answer: 'kept', reason: null },
    dismiss: { answer: 'dismissed', reason: answer.type === 'dismiss' ? answer.reason : null },
    ask_again: { answer: null, reason: null },
  } as const
  const numbers = keepAnswer(tx, organization, ledgerIds, kept[answer.type])
  if (numbers.length === 0) return
  const reason = answer.type === 'dismiss' ? { reason: answer.reason } : {}
  tell(tx, kinds[answer.type], numbers, { at: now, actor: sittingActor(tx) }, reason)
}

/** How many wait for an answer. */
export function unknownCount(reader: Reader): number {
  const organization = readConnection(reader)?.organization
  return organization === undefined ? 0 : unansweredCount(reader, organization)
}

const kinds = {
  keep: 'ledger.unknown_bills_kept',
  dismiss: 'ledger.unknown_bills_dismissed',
  ask_again: 'ledger.unknown_bills_asked_again',
} as const

function tell(
  tx: Tx,
  kind: string,
  numbers: readonly string[],
  who: { readonly at: EpochMs; readonly actor: string },
  more: { readonly reason?: string } = {},
): void {
  const params = { count: numbers.length, numbers: numbers.slice(0, mostNamed).join(', '), ...more }
  appendJournal(tx, { ...who, kind, documentId: null, params })
}

const numbersOf = (bills: readonly ListedBill[]) => bills.map(({ billNumber: number }) => number)

/** Our note, with the number of the document, is on every bill we make; drafts of a check of the server say something else. */
function isMarked({ note }: BillAnswer): boolean {
  return /\bQuittance \d/.test(note ?? '')
}

function rowOf(
  bill: BillAnswer,
  { organization, baseCurrency }: Pick<LedgerSession, 'organization' | 'baseCurrency'>,
): ListedBill {
  return {
    organization,
    ledgerId: String(bill.id),
    billNumber: bill.bill_number ?? '',
    vendorName: bill.vendor?.display_name ?? null,
    date: calendarDay(bill.bill_date),
    total: new Big(bill.total).toFixed(2),
    currency: bill.currency_code ?? baseCurrency,
    isDraft: !bill.is_open,
  }
}

type VendorKey = Pick<typeof vendors.$inferSelect, 'id' | 'nameKey' | 'taxId'>

function vendorKeys(reader: Reader): Map<string, VendorKey[]> {
  const all = reader.select({ id: vendors.id, nameKey: vendors.nameKey, taxId: vendors.taxId }).from(vendors).all()
  return Map.groupBy(all, ({ nameKey, taxId }) => vendorPart(taxId ?? nameKey))
}

/** The invoice whose bill would get this very number: same vendor, same number of the vendor's own. */
function documentOf(reader: Reader, number: string, vendorsByPart: Map<string, VendorKey[]>): UnknownBill['document'] {
  const [part = ''] = number.split('-', 1)
  const own = number.slice(part.length + 1)
  const candidates = vendorsByPart.get(part) ?? []
  const key = numberKey(own)
  if (candidates.length === 0 || key === null) return null
  const byVendor = new Map(candidates.map(vendor => [vendor.id, vendor]))
  const fitting = reader
    .select({
      documentId: documents.id,
      intakeNumber: documents.intakeNumber,
      state: documents.state,
      sha256: documents.sha256,
      invoiceNumber: invoices.invoiceNumber,
      uuid: invoices.uuid,
      vendorId: invoices.vendorId,
    })
    .from(invoices)
    .innerJoin(documents, eq(documents.id, invoices.documentId))
    .where(
      or(
        and(inArray(invoices.vendorId, [...byVendor.keys()]), eq(invoices.numberKey, key)),
        // Without a number of its own an invoice goes by its fiscal UUID.
        eq(invoices.uuid, own),
      ),
    )
    .all()
    .find(({ vendorId, invoiceNumber, uuid, sha256 }) => {
      const vendor = vendorId === null ? undefined : byVendor.get(vendorId)
      if (!vendor) return false
      return number === billNumber({ vendorKey: vendor.taxId ?? vendor.nameKey, invoiceNumber, uuid, sha256 })
    })
  if (!fitting) return null
  const { documentId, intakeNumber, state } = fitting
  return { documentId, intakeNumber, state }
}
