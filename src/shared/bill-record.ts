import { z } from 'zod'

/** bills: one row per bill. lines: one row per line. json: everything. ubl: one UBL 2.1 file per bill, zipped when several. */
export const BillFormat = z.enum(['csv-bills', 'csv-lines', 'json', 'ubl'])
export type BillFormat = z.infer<typeof BillFormat>

/** Decimal text with the decimals of its currency, e.g. "11600.00". */
const amount = z.string().regex(/^-?\d+(\.\d+)?$/)
const day = z.iso.date()

/** One line of a bill as it would be booked: its net amount on one account, its taxes in lines of their own. */
const BillLineRecord = z.object({
  position: z.number().int().min(1),
  /** cost: goods and services. tax: added. withheld: kept back, negative. rounding: cents by which the lines miss the total. */
  kind: z.enum(['cost', 'tax', 'withheld', 'rounding']),
  description: z.string(),
  /** Account of the chart in use; null where a tax goes to an account chosen in the ledger. */
  account: z.string().nullable(),
  account_name: z.string().nullable(),
  /** Tax in percent; null for lines that are no tax. */
  tax_rate: z.string().nullable(),
  amount,
})

/**
 * One bill for other programs, in their own terms. A public interface: docs/exports.md says what each field means; add,
 * never rename. The lines add up to `total`.
 */
export const BillRecord = z.object({
  /** Number of the document here. */
  intake_number: z.number().int(),
  state: z.string(),
  kind: z.enum(['bill', 'vendor_credit']),
  /** As posted: unique over all vendors. */
  bill_number: z.string(),
  /** As the vendor wrote it. */
  invoice_number: z.string().nullable(),
  /** Fiscal UUID. */
  uuid: z.string().nullable(),
  vendor_name: z.string(),
  vendor_tax_id: z.string().nullable(),
  issue_date: day,
  due_date: day.nullable(),
  currency: z.string().length(3),
  /** Home currency for one unit of the bill's; null where the document states none. */
  exchange_rate: z.string().nullable(),
  net_total: amount,
  tax_total: amount,
  withheld_total: amount,
  total: amount,
  /** Id in the connected ledger once posted. */
  ledger_id: z.string().nullable(),
  lines: z.array(BillLineRecord),
  /** Number and hash of the journal's last row when this was exported: kept elsewhere, it tells later whether the books were changed. */
  journal_head: z.string(),
})
export type BillRecord = z.infer<typeof BillRecord>
