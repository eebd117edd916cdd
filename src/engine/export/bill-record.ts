import { eq } from 'drizzle-orm'
import { BillRecord } from '../../shared/bill-record'
import type { DocumentId } from '../../shared/ids'
import { add, minor, toDecimal, type MinorUnits } from '../../shared/money'
import type { Settings } from '../../shared/settings'
import type { Chart } from '../pipeline/code/chart'
import { printedHead, type JournalHead } from '../store/journal'
import { ledgerBills } from '../store/schema'
import type { Reader } from '../store/write'
import { buildBill, type BillLine, type RoundingPreference } from '../sync/build-bill'
import { chartPolicy } from '../sync/mapping'
import { loadPostable } from '../sync/load-approved'
import { nameOf } from '../sync/resolve-accounts'

/**
 * The bill of a document as it is or would be booked, whatever ledger it is for.
 *
 * @param head end of the journal, printed with each bill
 * @throws AppError `invoice_not_found`, `bill_incomplete`, `bill_not_balanced`: a document of which no bill can be made
 */
export function billRecord(
  reader: Reader,
  documentId: DocumentId,
  settings: Pick<Settings, RoundingPreference>,
  chart: Chart,
  head: JournalHead,
): BillRecord {
  const { invoice, vendor, documentState, invoiceNumber } = loadPostable(reader, documentId)
  const draft = buildBill(invoice, chartPolicy(chart, settings))
  const held = reader.select().from(ledgerBills).where(eq(ledgerBills.documentId, documentId)).get()
  const amount = (value: MinorUnits) => toDecimal(value, draft.currency)
  const sumOf = (...kinds: BillLine['kind'][]) =>
    add(minor(0), ...draft.lines.filter(line => kinds.includes(line.kind)).map(line => line.amount))
  return BillRecord.parse({
    intake_number: invoice.intakeNumber,
    state: documentState,
    kind: draft.kind,
    bill_number: held?.billNumber ?? draft.billNumber,
    invoice_number: invoiceNumber,
    uuid: draft.reference,
    vendor_name: vendor.name,
    vendor_tax_id: vendor.taxId,
    issue_date: draft.date,
    due_date: draft.dueDate,
    currency: draft.currency,
    exchange_rate: invoice.exchangeRate?.rate ?? null,
    net_total: amount(sumOf('cost')),
    tax_total: amount(sumOf('tax')),
    withheld_total: amount(sumOf('withheld')),
    total: amount(draft.total),
    ledger_id: held?.ledgerId ?? null,
    lines: draft.lines.map((line, index) => ({
      position: index + 1,
      kind: line.kind,
      description: line.description,
      account: line.accountCode,
      account_name: nameOf(chart, line.accountCode) ?? null,
      tax_rate: line.taxRate,
      amount: amount(line.amount),
    })),
    journal_head: printedHead(head),
  })
}
