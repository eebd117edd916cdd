import { and, desc, eq, inArray, lte, ne, type SQL } from 'drizzle-orm'
import type { DocumentId, VendorId } from '../../shared/ids'
import { minor, toDecimal } from '../../shared/money'
import { isCurrency } from '../pipeline/check/currency-codes'
import type { CreditableInvoice, TaxNow, TaxWithoutAccount, VendorRecord } from '../pipeline/check/subject'
import type { Chart } from '../pipeline/code/chart'
import { documents, invoices, vendors } from '../store/schema'
import type { Reader } from '../store/write'
import { readConnection } from '../sync/connection'
import { theirId } from '../sync/ledger-map'
import { isPaidLater } from '../sync/load-approved'
import { taxAccount, taxAccountIn } from '../sync/tax-accounts'
import { taxOverride } from '../sync/tax-map'
import { familyOf } from '../vendors/families'
import type { InvoiceRow } from './invoice-fields'

const approved = inArray(documents.state, ['approved', 'posted'])

// An account that was last seen this many invoices ago is as good as a new one.
const invoicesLookedAt = 50

/** The vendor as on file, with the accounts that approved invoices named. */
export function loadVendorRecord(reader: Reader, vendorId: VendorId, except: DocumentId): VendorRecord | undefined {
  const vendor = reader
    .select({ name: vendors.name, taxId: vendors.taxId })
    .from(vendors)
    .where(eq(vendors.id, vendorId))
    .get()
  if (!vendor) return undefined
  const rows = reader
    .select({ details: invoices.details })
    .from(invoices)
    .innerJoin(documents, eq(documents.id, invoices.documentId))
    .where(and(inArray(invoices.vendorId, familyOf(reader, vendorId)), ne(invoices.documentId, except), approved))
    .orderBy(desc(documents.intakeNumber))
    .limit(invoicesLookedAt)
    .all()
  const accounts = rows.flatMap(({ details }) =>
    (details ?? []).filter(({ key }) => key === 'iban' || key === 'bank_account').map(({ value }) => value),
  )
  return { ...vendor, bankAccounts: [...new Set(accounts)] }
}

/**
 * Taxes for which nobody named an account: they would go to the cost, or, where a company's own chart lacks an account
 * for what can be recovered or is owed, could not be booked at all.
 */
export function taxesWithoutAccount(
  reader: Reader,
  taxes: readonly TaxNow[],
  invoice: InvoiceRow,
  chart: Chart,
): TaxWithoutAccount[] {
  const organization = readConnection(reader)?.organization
  return taxes.flatMap(({ kind, name, rate, amount }) => {
    const tax = { kind, name, rate, isPaidLater: isPaidLater(invoice) }
    const account = amount === 0 ? '' : taxAccountIn(chart, tax)
    if (typeof account === 'string') return []
    if (organization !== undefined && taxOverride(reader, organization, tax) !== undefined) return []
    const missing = account === undefined ? taxAccount(chart.key, tax) : null
    const isRefused =
      missing !== null && organization !== undefined && theirId(reader, organization, 'account', missing) === undefined
    return [{ name, rate, amount, missing, isRefused }]
  })
}

const documentsLookedAt = 500

/** Currencies of the vendor's last invoices and of the books', the most frequent first. */
export function currenciesUsed(
  reader: Reader,
  { id, vendorId }: Pick<InvoiceRow, 'id' | 'vendorId'>,
): { byVendor: string[]; inBooks: string[] } {
  const latest = (which: SQL | undefined) => {
    const rows = reader
      .select({ currency: invoices.currency })
      .from(documents)
      .innerJoin(invoices, eq(invoices.documentId, documents.id))
      .where(and(ne(invoices.id, id), which))
      .orderBy(desc(documents.intakeNumber))
      .limit(documentsLookedAt)
      .all()
    const counts = Map.groupBy(
      rows.flatMap(({ currency }) => (currency !== null && isCurrency(currency) ? [currency] : [])),
      currency => currency,
    )
    return [...counts].toSorted(([, one], [, other]) => other.length - one.length).map(([currency]) => currency)
  }
  const ofVendor = vendorId === null ? [] : latest(inArray(invoices.vendorId, familyOf(reader, vendorId)))
  return { byVendor: ofVendor, inBooks: latest(undefined) }
}

const creditableShown = 4

/** Earlier invoices of the same vendor and currency of at least the credited amount, the latest first. */
export function creditableInvoices(reader: Reader, credit: InvoiceRow): CreditableInvoice[] {
  const { vendorId, currency, issueDate } = credit
  if (credit.documentType !== 'credit_note' || vendorId === null || currency === null || issueDate === null) return []
  const rows = reader
    .select({ invoice: invoices, intakeNumber: documents.intakeNumber })
    .from(invoices)
    .innerJoin(documents, eq(documents.id, invoices.documentId))
    .where(
      and(
        inArray(invoices.vendorId, familyOf(reader, vendorId)),
        eq(invoices.currency, currency),
        lte(invoices.issueDate, issueDate),
        ne(invoices.documentId, credit.documentId),
        inArray(documents.state, ['needs_review', 'ready', 'on_hold', 'approved', 'posted', 'post_failed']),
      ),
    )
    .orderBy(desc(invoices.issueDate), desc(documents.intakeNumber))
    .limit(invoicesLookedAt)
    .all()
  return rows
    .flatMap(({ invoice, intakeNumber }) => {
      const { documentId, documentType, invoiceNumber: number, uuid, grandTotal } = invoice
      const isEnough = grandTotal !== null && Math.abs(grandTotal) >= Math.abs(credit.grandTotal ?? 0)
      if (documentType === 'credit_note' || (number === null && uuid === null) || !isEnough) return []
      const total = toDecimal(minor(grandTotal), currency)
      return [{ documentId, intakeNumber, number: number ?? uuid ?? '', total, currency }]
    })
    .slice(0, creditableShown)
}
