import { and, eq, inArray, or } from 'drizzle-orm'
import Big from 'big.js'
import type { Output, Parsed } from '../../shared/contract'
import type { EpochMs } from '../../shared/ids'
import type { LedgerName, UnknownBill } from '../../shared/unknown-bill'
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
import { kindOf } from './load-approved'

/** Numbers a journal row names; how many there are in all stands beside them. */
const mostNamed = 10

type Kind = LedgerName['kind']

/**
 * Brings before a person what a whole list of the ledger shows with our mark and nothing here stands for. Nothing is
 * posted, changed or deleted for it: a document that is approved later finds its bill by number as always.
 *
 * @param listed all of this kind that the ledger has
 * @returns how many were never listed before
 */
export function recordUnknown(tx: Tx, session: LedgerSession, kind: Kind, listed: readonly BillAnswer[]): number {
  const { organization, baseCurrency, actor } = session
  const known = knownBills(tx, kind)
  const unknown = listed
    .filter(bill => isMarked(bill) && !known.ids.has(String(bill.id)) && !known.numbers.has(bill.bill_number ?? ''))
    .map(bill => rowOf(bill, { organization, kind }, baseCurrency))
  const now = session.now()
  const found = keepListed(tx, { organization, kind }, unknown, now)
  tell(tx, 'found', found, { at: now, actor })
  return found.length
}

/** What waits for an answer, each with the document it fits. */
export function unknownBills(reader: Reader, { limit }: Parsed<'ledger.unknownBills'>): Output<'ledger.unknownBills'> {
  const organization = readConnection(reader)?.organization
  if (organization === undefined) return { bills: [], total: 0, credits: 0 }
  const rows = unansweredBills(reader, organization, limit)
  const vendorsByPart = rows.length === 0 ? new Map<string, VendorKey[]>() : vendorKeys(reader)
  const bills = rows.map(({ listedAt: _, answer: _none, reason: _why, organization: _own, ...row }) => ({
    ...row,
    document: documentOf(reader, row, vendorsByPart),
  }))
  const credits = unansweredCount(reader, organization, 'vendor_credit')
  return { bills, total: unansweredCount(reader, organization), credits }
}

/** Keeps what a person says of them; in the ledger nothing changes. */
export function answerUnknown(tx: Tx, { bills, answer }: Parsed<'ledger.answerUnknownBills'>, now: EpochMs): void {
  const organization = readConnection(tx)?.organization
  if (organization === undefined) return
  const kept = {
    keep: { answer: 'kept', reason: null },
    dismiss: { answer: 'dismissed', reason: answer.type === 'dismiss' ? answer.reason : null },
    ask_again: { answer: null, reason: null },
  } as const
  const answered = keepAnswer(tx, organization, bills, kept[answer.type])
  const reason = answer.type === 'dismiss' ? { reason: answer.reason } : {}
  tell(tx, deeds[answer.type], answered, { at: now, actor: sittingActor(tx) }, reason)
}

/** How many wait for an answer. */
export function unknownCount(reader: Reader): number {
  const organization = readConnection(reader)?.organization
  return organization === undefined ? 0 : unansweredCount(reader, organization)
}

const deeds = { keep: 'kept', dismiss: 'dismissed', ask_again: 'asked_again' } as const

/** A row for the bills and one for the credits, as far as there are any. */
function tell(
  tx: Tx,
  deed: 'found' | (typeof deeds)[keyof typeof deeds],
  about: readonly Pick<ListedBill, 'kind' | 'billNumber'>[],
  who: { readonly at: EpochMs; readonly actor: string },
  more: { readonly reason?: string } = {},
): void {
  for (const [kind, those] of Map.groupBy(about, each => each.kind)) {
    const named = those.slice(0, mostNamed).map(each => each.billNumber)
    const params = { count: those.length, numbers: named.join(', '), ...more }
    const noun = kind === 'bill' ? 'bills' : 'credits'
    appendJournal(tx, { ...who, kind: `ledger.unknown_${noun}_${deed}`, documentId: null, params })
  }
}

/** Our note, with the number of the document, is on every bill and credit we make; drafts of a check of the server say something else. */
function isMarked({ note }: BillAnswer): boolean {
  return /\bQuittance \d/.test(note ?? '')
}

function rowOf(bill: BillAnswer, of: Pick<ListedBill, 'organization' | 'kind'>, baseCurrency: string): ListedBill {
  return {
    ...of,
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

/** The invoice or credit note that would get this very number: same vendor, same number of the vendor's own. */
function documentOf(
  reader: Reader,
  { kind, billNumber: number }: Pick<ListedBill, 'kind' | 'billNumber'>,
  vendorsByPart: Map<string, VendorKey[]>,
): UnknownBill['document'] {
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
      documentType: invoices.documentType,
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
    .find(({ vendorId, documentType, invoiceNumber, uuid, sha256 }) => {
      const vendor = vendorId === null ? undefined : byVendor.get(vendorId)
      if (!vendor || kind !== kindOf(documentType)) return false
      return number === billNumber({ vendorKey: vendor.taxId ?? vendor.nameKey, invoiceNumber, uuid, sha256 })
    })
  if (!fitting) return null
  const { documentId, intakeNumber, state } = fitting
  return { documentId, intakeNumber, state }
}
