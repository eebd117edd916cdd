import { and, eq } from 'drizzle-orm'
import type { DocumentState } from '../../shared/document'
import type { DocumentId, VendorId } from '../../shared/ids'
import type { FieldName } from '../../shared/invoice'
import { minor, type MinorUnits } from '../../shared/money'
import { AppError } from '../../shared/result'
import { documentById } from '../store/documents'
import { readings, vendors, type invoices } from '../store/schema'
import type { Reader } from '../store/write'
import { loadInvoice, loadLines, loadTaxes, personReader } from '../decisions/load'
import { acceptedDifference } from './accepted-difference'
import { billNumber } from './bill-number'
import type { ApprovedInvoice } from './build-bill'

export interface VendorToPost {
  readonly id: VendorId
  readonly name: string
  readonly taxId: string | null
}

export interface Postable {
  readonly documentState: DocumentState
  readonly invoiceId: typeof invoices.$inferSelect.id
  readonly vendor: VendorToPost
  readonly invoice: ApprovedInvoice
  /** As the vendor wrote it. */
  readonly invoiceNumber: string | null
}

/**
 * Everything a bill is made of, as it is now.
 *
 * @throws AppError `document_not_found`, `invoice_not_found`, `bill_incomplete` when no vendor was chosen
 */
export function loadPostable(reader: Reader, documentId: DocumentId): Postable {
  const document = documentById(reader, documentId)
  const invoice = loadInvoice(reader, documentId)
  if (invoice.vendorId === null) throw new AppError('bill_incomplete', { field: 'vendor' })
  const vendor = reader.select().from(vendors).where(eq(vendors.id, invoice.vendorId)).get()
  if (!vendor) throw new AppError('vendor_not_found', {}, 'never')
  const lines = loadLines(reader, invoice.id)
  const taxes = loadTaxes(reader, invoice.id)
  return {
    documentState: document.state,
    invoiceId: invoice.id,
    invoiceNumber: invoice.invoiceNumber,
    vendor: { id: vendor.id, name: vendor.name, taxId: vendor.taxId },
    invoice: {
      billNumber: billNumber({
        vendorKey: vendor.taxId ?? vendor.nameKey,
        invoiceNumber: invoice.invoiceNumber,
        uuid: invoice.uuid,
        sha256: document.sha256,
      }),
      kind: kindOf(invoice.documentType),
      intakeNumber: document.intakeNumber,
      format: invoice.format,
      issueDate: invoice.issueDate,
      dueDate: invoice.dueDate,
      currency: invoice.currency,
      uuid: invoice.uuid,
      netTotal: amount(invoice.netTotal),
      taxTotal: amount(invoice.taxTotal),
      withheldTotal: amount(invoice.withheldTotal),
      grandTotal: amount(invoice.grandTotal),
      acceptedDifference: acceptedDifference(reader, documentId, invoice.currency),
      exchangeRate:
        invoice.exchangeRate === null
          ? null
          : { rate: invoice.exchangeRate, byPerson: isRateByPerson(reader, invoice.id) },
      lines: lines.map(line => ({
        description: line.description,
        quantity: line.quantity,
        unit: line.unit,
        unitPrice: line.unitPrice,
        lineTotal: amount(line.lineTotal),
        accountCode: line.accountCode,
      })),
      taxes: taxes.map(({ kind, name, rate, amount: sum }) => ({
        kind,
        name,
        rate,
        amount: minor(sum),
        isPaidLater: isPaidLater(invoice),
      })),
    },
  }
}

/** What an invoice of this type becomes in the ledger. */
export function kindOf(documentType: (typeof invoices.$inferSelect)['documentType']): ApprovedInvoice['kind'] {
  return documentType === 'credit_note' ? 'vendor_credit' : 'bill'
}

/** CFDI MetodoPago: PPD is paid after the day of the invoice, in parts or at once. */
export function isPaidLater({ format, details }: Pick<typeof invoices.$inferSelect, 'format' | 'details'>): boolean {
  return (
    format.startsWith('cfdi') && (details ?? []).some(({ key, value }) => key === 'payment_plan' && value === 'PPD')
  )
}

/** Whether a person typed the exchange rate, or confirmed it. */
export function isRateByPerson(reader: Reader, invoiceId: Postable['invoiceId']): boolean {
  const field: FieldName = 'exchange_rate'
  const chosen = and(eq(readings.invoiceId, invoiceId), eq(readings.field, field), eq(readings.isChosen, true))
  return reader.select({ reader: readings.reader }).from(readings).where(chosen).get()?.reader === personReader
}

function amount(value: number | null): MinorUnits | null {
  return value === null ? null : minor(value)
}
