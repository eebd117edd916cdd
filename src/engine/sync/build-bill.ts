import { add, minor, subtract, toDecimal, type MinorUnits } from '../../shared/money'
import { AppError } from '../../shared/result'
import type { Settings } from '../../shared/settings'
import { taxAccount, unnamedTax, type TaxKind } from './tax-accounts'

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
  /** Home currency for one unit of the invoice's, as the document or a person says. */
  readonly exchangeRate?: { readonly rate: string; readonly byPerson: boolean } | null
  /** Difference between the document's sums that was let pass on it, 0 where none was. */
  readonly acceptedDifference: MinorUnits
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
    /** As in {@link TaxKind}. */
    readonly isPaidLater?: boolean
  }[]
}

export interface BillLine {
  readonly kind: 'cost' | 'tax' | 'withheld' | 'rounding'
  /** Percent; null for lines that are no tax, and for taxes that state none. */
  readonly taxRate: string | null
  readonly description: string
  /** Account of our chart; the ledger's id is looked up later. */
  readonly accountCode: string
  readonly amount: MinorUnits
}

/** A bill in our own terms: everything but the ledger's ids. */
export interface BillDraft {
  readonly kind: 'bill' | 'vendor_credit'
  readonly billNumber: string
  readonly reference: string | null
  readonly date: string
  readonly dueDate: string | null
  readonly currency: string
  /** Units of the ledger's currency for one of the bill's; null in the ledger's own. */
  readonly exchangeRate: string | null
  readonly note: string
  readonly lines: readonly BillLine[]
  readonly total: MinorUnits
}

/** Preferences that say what may be rounding and where it goes. */
export type RoundingPreference = 'chart' | 'roundingTolerance' | 'differenceLimit' | 'differenceAccount'

export interface BillPolicy extends Pick<Settings, RoundingPreference> {
  /** The ledger's own currency; left out where only amounts matter. */
  readonly baseCurrency?: string
  /** A person's choice of account for a kind of tax, before the chart's. */
  readonly taxAccountOf?: (tax: TaxKind & { readonly rate: string | null }) => string | undefined
  /** Whether an account takes rent; left out, nothing is taken for rent. */
  readonly isRent?: (accountCode: string) => boolean
}

/**
 * Decides what the bill of an approved invoice says: its lines net of tax, one line per transferred tax, a negative
 * one per tax withheld, and what they miss of the total as a line of its own: cents of rounding, or a difference that was let pass
 * on this very document. A larger one makes no bill, whoever waived the question.
 *
 * The ledger's own tax fields are left alone: with them its totals are wrong and no tax is booked
 * (contracts/bigcapital.md §0.4).
 *
 * @throws AppError `bill_incomplete` (params `field`), `bill_not_balanced` (params `difference`, `currency`),
 *   `ledger_exchange_rate_needed` (params `currency`, `ledgerCurrency`)
 */
export function buildBill(stated: ApprovedInvoice, policy: BillPolicy): BillDraft {
  const invoice = stated.kind === 'vendor_credit' ? takenBack(stated) : stated
  const currency = invoice.currency ?? missing('currency')
  const grandTotal = invoice.grandTotal ?? missing('grand_total')
  const cost = costLines(invoice, currency)
  const mainAccount = accountOfLargest(cost)
  const taxes = taxLines(invoice, policy, mainAccount)
  const lines = [...cost, ...taxes]
  const sum = add(...lines.map(line => line.amount))
  const total = totalOf(invoice, grandTotal, sum)
  // Six-decimal amounts are stored rounded to the cent: each may be off by half of one.
  const stored = Math.ceil(lines.length / 2)
  // What was let pass above the company's limit was no rounding, and is none here.
  const accepted = invoice.acceptedDifference <= policy.differenceLimit ? invoice.acceptedDifference : 0
  const tolerance = policy.roundingTolerance + stored + accepted
  const difference = subtract(total, sum)
  if (Math.abs(difference) > tolerance) {
    throw new AppError('bill_not_balanced', { difference: toDecimal(difference, currency), currency })
  }
  const rounding: BillLine = {
    kind: 'rounding',
    taxRate: null,
    description: 'Rounding',
    accountCode: policy.differenceAccount ?? mainAccount,
    amount: difference,
  }
  return {
    kind: invoice.kind,
    billNumber: invoice.billNumber,
    reference: invoice.uuid,
    date: calendarDay(invoice.issueDate) ?? missing('issue_date'),
    dueDate: calendarDay(invoice.dueDate) ?? null,
    currency,
    exchangeRate: exchangeRateOf(invoice, currency, policy.baseCurrency ?? currency),
    note: [invoice.uuid === null ? null : `UUID ${invoice.uuid}`, `Quittance ${invoice.intakeNumber}`]
      .filter(part => part !== null)
      .join(' · '),
    lines: difference === 0 ? lines : [...lines, rounding],
    total,
  }
}

/** Some write a credit note with negative amounts, most without; a credit in the ledger is positive. */
function takenBack(invoice: ApprovedInvoice): ApprovedInvoice {
  if ((invoice.grandTotal ?? 0) >= 0) return invoice
  const turned = (amount: MinorUnits | null) => (amount === null ? null : minor(-amount))
  return {
    ...invoice,
    netTotal: turned(invoice.netTotal),
    taxTotal: turned(invoice.taxTotal),
    withheldTotal: turned(invoice.withheldTotal),
    grandTotal: turned(invoice.grandTotal),
    lines: invoice.lines.map(line => ({ ...line, lineTotal: turned(line.lineTotal) })),
    taxes: invoice.taxes.map(tax => ({ ...tax, amount: minor(-tax.amount) })),
  }
}

/** The ledger would silently take 1. A document's own rate is in the money of its country, a person's in the ledger's. */
function exchangeRateOf(
  { exchangeRate, format }: ApprovedInvoice,
  currency: string,
  ledgerCurrency: string,
): string | null {
  if (currency === ledgerCurrency) return null
  if (exchangeRate && (exchangeRate.byPerson || documentsOwnCurrency(format) === ledgerCurrency)) {
    return exchangeRate.rate
  }
  throw new AppError('ledger_exchange_rate_needed', { currency, ledgerCurrency })
}

/** The currency an e-invoice format states its exchange rate in; undefined where none is known. */
export function documentsOwnCurrency(format: string): string | undefined {
  return format.startsWith('cfdi') ? 'MXN' : undefined
}

function costLines(invoice: ApprovedInvoice, currency: string): BillLine[] {
  if (invoice.lines.length === 0) missing('lines')
  return invoice.lines.flatMap(line => {
    const amount = line.lineTotal ?? missing('line_total')
    // A row without amount (a remark, a free sample) needs no account and books nothing.
    if (amount === 0 && line.accountCode === null) return []
    const accountCode = line.accountCode ?? missing('account')
    return [{ kind: 'cost', taxRate: null, description: described(line, currency), accountCode, amount }]
  })
}

/** The ledger keeps quantity × price only roughly, so a line is one piece at its net amount and says here what it was. */
function described(line: ApprovedInvoice['lines'][number], currency: string): string {
  if (line.quantity === null || line.unitPrice === null) return line.description
  const quantity = line.unit === null ? line.quantity : `${line.quantity} ${line.unit}`
  return `${line.description} (${quantity} × ${line.unitPrice} ${currency})`.trim()
}

function taxLines(
  invoice: ApprovedInvoice,
  { chart, taxAccountOf, isRent }: BillPolicy,
  mainAccount: string,
): BillLine[] {
  return (['transferred', 'withheld'] as const).flatMap(kind => {
    const stated = (kind === 'transferred' ? invoice.taxTotal : invoice.withheldTotal) ?? null
    const sign = kind === 'transferred' ? 1 : -1
    const rows = invoice.taxes.filter(tax => tax.kind === kind && tax.amount !== 0)
    const isPaidLater = invoice.taxes.some(tax => tax.isPaidLater)
    const isOnRent = isRent?.(mainAccount) ?? false
    const listed = add(...rows.map(row => row.amount))
    // Rows that do not add up to the total a person approved are not trusted with the accounts either.
    const parts =
      stated === null || Math.abs(subtract(listed, stated)) <= Math.max(1, rows.length)
        ? rows
        : [{ kind, name: unnamedTax(chart, kind), rate: null, amount: stated, isPaidLater }]
    return parts
      .filter(part => part.amount !== 0)
      .map((part): BillLine => ({
        kind: kind === 'withheld' ? ('withheld' as const) : ('tax' as const),
        taxRate: part.rate,
        description: `${part.name}${part.rate === null ? '' : ` ${part.rate}%`}${kind === 'withheld' ? ' (withheld)' : ''}`,
        accountCode: taxAccountOf?.({ ...part, isOnRent }) ?? taxAccount(chart, { ...part, isOnRent }) ?? mainAccount,
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
