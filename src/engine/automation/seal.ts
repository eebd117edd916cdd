import canonicalize from 'canonicalize'
import { createHash } from 'node:crypto'
import type { DocumentId } from '../../shared/ids'
import { findInvoice, loadLines, loadTaxes } from '../decisions/load'
import type { Reader } from '../store/write'

/**
 * SHA-256 over everything of an invoice that reaches the ledger. An approval keeps it: whatever changes the invoice
 * afterwards (a person, another reading, an undo) makes the approval one of something else.
 */
export function sealOf(reader: Reader, documentId: DocumentId): string {
  const invoice = findInvoice(reader, documentId)
  if (!invoice) return ''
  const { documentType, invoiceNumber, issueDate, dueDate, currency, vendorId, sellerTaxId } = invoice
  const { netTotal, taxTotal, withheldTotal, grandTotal, payable, exchangeRate } = invoice
  const lines = loadLines(reader, invoice.id).map(
    ({ description, quantity, unitPrice, lineTotal, taxRate, accountCode }) => ({
      ...{ description, quantity, unitPrice, taxRate, accountCode },
      // Approving writes 0 where a remark had no amount.
      lineTotal: lineTotal ?? 0,
    }),
  )
  const taxes = loadTaxes(reader, invoice.id).map(({ kind, name, rate, base, amount }) => ({
    ...{ kind, name, rate, base, amount },
  }))
  const said = {
    ...{ documentType, invoiceNumber, issueDate, dueDate, currency, vendorId, sellerTaxId },
    ...{ netTotal, taxTotal, withheldTotal, grandTotal, payable, exchangeRate, lines, taxes },
  }
  return createHash('sha256')
    .update(canonicalize(said) ?? '')
    .digest('hex')
}
