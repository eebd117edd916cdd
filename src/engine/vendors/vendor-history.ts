import { and, count, desc, eq, inArray, isNotNull, notExists, notInArray, sql } from 'drizzle-orm'
import type { DocumentState } from '../../shared/document'
import type { InvoiceId, VendorId } from '../../shared/ids'
import { minor, toDecimal } from '../../shared/money'
import type { PriceSeries, VendorHistory } from '../../shared/vendor-merge'
import { undecidedStates } from '../decisions/followers'
import { personReader } from '../decisions/load'
import { descriptionKey } from '../pipeline/code/fold'
import { isByPerson } from '../people/by-person'
import { documents, invoiceLines, invoices, journal, readings, vendors } from '../store/schema'
import type { Reader } from '../store/write'
import { familyOf } from './families'
import { loadVendor } from './vendor-store'

const documentsShown = 12
const seriesShown = 3
/** A price that was paid once or twice has no course. */
const pointsNeeded = 3
const approvedStates: readonly DocumentState[] = ['approved', 'posted', 'post_failed']
/** Of these no one is held against touchlessness: the approval itself, and who looks at it. */
const harmlessKinds: readonly string[] = ['document.approved', 'document.approval_given', 'document.assigned']

/**
 * The last invoices of a vendor with their prices, and how much work they were.
 *
 * @throws AppError `vendor_not_found`
 */
export function vendorHistory(reader: Reader, vendorId: VendorId): VendorHistory {
  loadVendor(reader, vendorId)
  const family = familyOf(reader, vendorId)
  const last = reader
    .select({ document: documents, invoice: invoices })
    .from(invoices)
    .innerJoin(documents, eq(documents.id, invoices.documentId))
    .where(inArray(invoices.vendorId, family))
    .orderBy(desc(documents.intakeNumber))
    .limit(documentsShown)
    .all()
  const states = last.map(({ document }) => document.state)
  const corrected = correctedInvoices(
    reader,
    last.map(({ invoice }) => invoice.id),
  )
  return {
    documents: last.map(({ document, invoice }) => ({
      documentId: document.id,
      intakeNumber: document.intakeNumber,
      number: invoice.invoiceNumber,
      issueDate: invoice.issueDate,
      total: invoice.grandTotal === null ? null : toDecimal(minor(invoice.grandTotal), invoice.currency),
      currency: invoice.currency,
      state: document.state,
    })),
    prices: priceSeries(
      reader,
      last.map(({ invoice }) => invoice),
    ),
    duplicates: states.filter(state => state === 'duplicate').length,
    corrected,
    open: states.filter(state => undecidedStates.includes(state)).length,
    ...touchlessShare(reader, family),
    merged: reader
      .select({ id: vendors.id, name: vendors.name, taxId: vendors.taxId })
      .from(vendors)
      .where(eq(vendors.mergedIntoId, vendorId))
      .orderBy(desc(vendors.mergeEntryId))
      .all(),
  }
}

/** How many of these a person corrected a header value of. */
function correctedInvoices(reader: Reader, invoiceIds: readonly InvoiceId[]): number {
  const byPerson = and(eq(readings.reader, personReader), eq(readings.isChosen, true))
  return reader
    .selectDistinct({ invoiceId: readings.invoiceId })
    .from(readings)
    .where(and(inArray(readings.invoiceId, [...invoiceIds]), byPerson))
    .all().length
}

/** Approved invoices, and those of them on which no person changed or settled anything before. */
function touchlessShare(reader: Reader, family: readonly VendorId[]): Pick<VendorHistory, 'approved' | 'touchless'> {
  const isApproved = and(inArray(invoices.vendorId, [...family]), inArray(documents.state, [...approvedStates]))
  const from = () =>
    reader.select({ n: count() }).from(invoices).innerJoin(documents, eq(documents.id, invoices.documentId))
  const decision = reader
    .select({ one: sql`1` })
    .from(journal)
    .where(
      and(
        eq(journal.documentId, documents.id),
        isByPerson(journal.actor),
        isNotNull(journal.after),
        notInArray(journal.kind, [...harmlessKinds]),
      ),
    )
  return {
    approved: from().where(isApproved).get()?.n ?? 0,
    touchless:
      from()
        .where(and(isApproved, notExists(decision)))
        .get()?.n ?? 0,
  }
}

/** Courses of the totals and of what was bought most often, in the currency most invoices have. */
function priceSeries(reader: Reader, last: readonly (typeof invoices.$inferSelect)[]): PriceSeries[] {
  const byCurrency = Map.groupBy(last, invoice => invoice.currency ?? '')
  const [main] = [...byCurrency].toSorted(([, a], [, b]) => b.length - a.length)
  if (!main || main[0] === '') return []
  const [currency, own] = main
  const oldestFirst = own.toReversed()
  const totals = oldestFirst.flatMap(({ documentId, issueDate, grandTotal }) =>
    grandTotal === null ? [] : [{ documentId, date: issueDate, value: toDecimal(minor(grandTotal), currency) }],
  )
  const series = [{ description: null, currency, points: totals }, ...unitPrices(reader, oldestFirst, currency)]
  return series.filter(({ points }) => points.length >= pointsNeeded)
}

function unitPrices(
  reader: Reader,
  oldestFirst: readonly (typeof invoices.$inferSelect)[],
  currency: string,
): PriceSeries[] {
  const ids = oldestFirst.map(({ id }) => id)
  const { invoiceId, description, unitPrice } = invoiceLines
  const lines = reader
    .select({ invoiceId, description, unitPrice })
    .from(invoiceLines)
    .where(and(inArray(invoiceId, ids), isNotNull(unitPrice)))
    .all()
  const byItem = Map.groupBy(lines, line => descriptionKey(line.description))
  const series = [...byItem.values()].map((bought): PriceSeries => {
    const points = oldestFirst.flatMap(({ id, documentId, issueDate }) => {
      const value = bought.find(line => line.invoiceId === id)?.unitPrice ?? null
      return value === null ? [] : [{ documentId, date: issueDate, value }]
    })
    return { description: bought.at(-1)?.description ?? '', currency, points }
  })
  return series
    .filter(({ points }) => points.length >= pointsNeeded)
    .toSorted((a, b) => b.points.length - a.points.length)
    .slice(0, seriesShown)
}
