import { add, minor, subtract, toDecimal, type MinorUnits } from '../../shared/money'
import { AppError } from '../../shared/result'
import type { Settings } from '../../shared/settings'
import { taxAccount, unnamedTax } from './tax-accounts'

/** What is held true about an approved invoice, as far as a bill is made of it. Amounts in minor units. */
export interface ApprovedInvoice {
  readonly billNumber: string
  readonly kind: 'bill' | 'vendor_credit'
  readonly intakeNumber: number
  readonly format: string
  readonly issueDate: string | null
  readonly dueDate: string | null
  readonly currency: string | null
  readonly uuid: string | null
  readonly netTotal: MinorUnits | null
  readonly taxTotal: MinorUnits | null
  readonly withheldTotal: MinorUnits | null
  readonly grandTotal: MinorUnits | null
  readonly lines: readonly {
    readonly description: string
    readonly quantity: string | null
    readonly unit: string | null
    readonly unitPrice: string | null
    readonly lineTotal: MinorUnits | null
    readonly accountCode: string | null
  }[]
  readonly taxes: readonly {
    readonly kind: 'transferred' | 'withheld'
    readonly name: string
    readonly rate: string | null
    readonly amount: MinorUnits
  }[]
}

export interface BillLine {
  readonly description: string
  /** Account of our chart; the ledger's id is looked up later. */
  readonly accountCode: string
  readonly amount: MinorUnits
}

/** A bill in our own terms: everything but the ledger's ids. */
export interface BillDraft {
  readonly billNumber: string
  readonly reference: string | null
  readonly date: string
  readonly dueDate: string | null
  readonly currency: string
  readonly note: string
  readonly lines: readonly BillLine[]
  readonly total: MinorUnits
}

export type BillPolicy = Pick<Settings, 'chart' | 'roundingTolerance'>

/**
 * Decides what the bill of an approved invoice says: its lines net of tax, one line per transferred tax, a negative
 * one per tax withheld, and the cents by which they miss the total as a line of its own.
 *
 * The ledger's own tax fields are left alone: with them its totals are wrong and no tax is booked
 * (contracts/bigcapital.md §0.4).
 *
 * @throws AppError `bill_incomplete` (params `field`), `bill_not_balanced` (params `difference`, `currency`),
 *   `ledger_credit_note_unsupported`
 */
export function buildBill(invoice: ApprovedInvoice, policy: BillPolicy): BillDraft {
  if (invoice.kind === 'vendor_credit') throw new AppError('ledger_credit_note_unsupported')
  const currency = invoice.currency ?? missing('currency')
  const grandTotal = invoice.grandTotal ?? missing('grand_total')
  const cost = costLines(invoice, currency)
  const mainAccount = accountOfLargest(cost)
  const taxes = taxLines(invoice, policy.chart, mainAccount)
  const lines = [...cost, ...taxes]
  const sum = add(...lines.map(line => line.amount))
  const total = totalOf(invoice, grandTotal, sum)
  // Six-decimal amounts are stored rounded to the cent: each may be off by half of one.
  const tolerance = policy.roundingTolerance + Math.ceil(lines.length / 2)
  const difference = subtract(total, sum)
  if (Math.abs(difference) > tolerance) {
    throw new AppError('bill_not_balanced', { difference: toDecimal(difference, currency), currency })
  }
  const rounding = { description: 'Rounding', accountCode: mainAccount, amount: difference }
  return {
    billNumber: invoice.billNumber,
    reference: invoice.uuid,
    date: calendarDay(invoice.issueDate) ?? missing('issue_date'),
    dueDate: calendarDay(invoice.dueDate) ?? null,
    currency,
    note: [invoice.uuid === null ? null : `UUID ${invoice.uuid}`, `Quittance ${invoice.intakeNumber}`]
      .filter(part => part !== null)
      .join(' · '),
    lines: difference === 0 ? lines : [...lines, rounding],
    total,
  }
}

function costLines(invoice: ApprovedInvoice, currency: string): BillLine[] {
  if (invoice.lines.length === 0) missing('lines')
  return invoice.lines.flatMap(line => {
    const amount = line.lineTotal ?? missing('line_total')
    // A row without amount (a remark, a free sample) needs no account and books nothing.
    if (amount === 0 && line.accountCode === null) return []
    return [{ description: described(line, currency), accountCode: line.accountCode ?? missing('account'), amount }]
  })
}

/** The ledger keeps quantity × price only roughly, so a line is one piece at its net amount and says here what it was. */
function described(line: ApprovedInvoice['lines'][number], currency: string): string {
  if (line.quantity === null || line.unitPrice === null) return line.description
  const quantity = line.unit === null ? line.quantity : `${line.quantity} ${line.unit}`
  return `${line.description} (${quantity} × ${line.unitPrice} ${currency})`.trim()
}

function taxLines(invoice: ApprovedInvoice, chart: Settings['chart'], mainAccount: string): BillLine[] {
  return (['transferred', 'withheld'] as const).flatMap(kind => {
    const stated = (kind === 'transferred' ? invoice.taxTotal : invoice.withheldTotal) ?? null
    const sign = kind === 'transferred' ? 1 : -1
    const rows = invoice.taxes.filter(tax => tax.kind === kind && tax.amount !== 0)
    const listed = add(...rows.map(row => row.amount))
    // Rows that do not add up to the total a person approved are not trusted with the accounts either.
    const parts =
      stated === null || Math.abs(subtract(listed, stated)) <= Math.max(1, rows.length)
        ? rows
        : [{ kind, name: unnamedTax(chart, kind), rate: null, amount: stated }]
    return parts
      .filter(part => part.amount !== 0)
      .map(part => ({
        description: `${part.name}${part.rate === null ? '' : ` ${part.rate}%`}${kind === 'withheld' ? ' (withheld)' : ''}`,
        accountCode: taxAccount(chart, part) ?? mainAccount,
        amount: minor(sign * part.amount),
      }))
  })
}

/**
 * What is owed: some countries print the total before tax withheld (FatturaPA), some after (CFDI, Facturae); the
 * reading that comes nearer to the lines is meant.
 */
function totalOf(invoice: ApprovedInvoice, grandTotal: MinorUnits, sum: MinorUnits): MinorUnits {
  const lessWithheld = subtract(grandTotal, invoice.withheldTotal ?? minor(0))
  return Math.abs(sum - lessWithheld) < Math.abs(sum - grandTotal) ? lessWithheld : grandTotal
}

function accountOfLargest(lines: readonly BillLine[]): string {
  const largest = lines.reduce<BillLine | undefined>(
    (best, line) => (best === undefined || Math.abs(line.amount) > Math.abs(best.amount) ? line : best),
    undefined,
  )
  return largest?.accountCode ?? missing('lines')
}

/** A day that exists, else undefined: the ledger answers 500 to 30 February. */
function calendarDay(text: string | null): string | undefined {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const date = new Date(`${text}T00:00:00.000Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined
}

function missing(field: string): never {
  throw new AppError('bill_incomplete', { field })
}
