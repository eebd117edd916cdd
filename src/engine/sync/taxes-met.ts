import { desc, eq, sql } from 'drizzle-orm'
import type { Chart } from '../pipeline/code/chart'
import { invoices, invoiceTaxes } from '../store/schema'
import type { Reader } from '../store/write'
import { isRent, taxAccount, taxAccountIn, type TaxKind } from './tax-accounts'
import { taxKey, type MappableTax } from './tax-map'

/** A tax of these books with the accounts that their bills give it, that of a bill paid at once first. */
export interface TaxMet extends MappableTax {
  /** Codes of the chart, or the código agrupador that a company's own chart lacks; empty for a tax that is part of the cost. */
  readonly accounts: readonly string[]
}

/** Most taxes that are listed. */
const listedMost = 500

/** Invoices, the latest ones, of which is asked whether they are paid later: reading that of a hundred thousand takes a second. */
const lookedAt = 5000

/**
 * Each kind, name and rate once.
 * @param accountsInUse codes on the lines of these books: withheld from rent, a tax has an account of its own
 */
export function taxesMet(reader: Reader, chart: Chart, accountsInUse: readonly string[]): TaxMet[] {
  const onRent = accountsInUse.some(code => isRent(chart, code)) ? [false, true] : [false]
  const paidLater = paymentsMet(reader)
  const { kind, name, rate } = invoiceTaxes
  const rows = reader.selectDistinct({ kind, name, rate }).from(invoiceTaxes).limit(listedMost).all()
  return [...new Map(rows.map(tax => [taxKey(tax), tax])).entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, tax]) => {
      const codes = (paidLater.get(key) ?? [false]).flatMap(isPaidLater =>
        onRent.flatMap(isOnRent => accountOf(chart, { ...tax, isPaidLater, isOnRent }) ?? []),
      )
      return { ...tax, accounts: [...new Set(codes)] }
    })
}

function accountOf(chart: Chart, tax: TaxKind): string | null {
  return taxAccountIn(chart, tax) ?? taxAccount(chart.key, tax)
}

/** By the key of a tax, whether its invoices are paid later; both where there are both, at once first. */
function paymentsMet(reader: Reader): ReadonlyMap<string, readonly boolean[]> {
  const latest = reader
    .select({ id: invoices.id, isPaidLater: isPaidLater.as('is_paid_later') })
    .from(invoices)
    .orderBy(desc(invoices.id))
    .limit(lookedAt)
    .as('latest')
  const { kind, name, rate } = invoiceTaxes
  const rows = reader
    .selectDistinct({ kind, name, rate, isPaidLater: latest.isPaidLater })
    .from(latest)
    .innerJoin(invoiceTaxes, eq(invoiceTaxes.invoiceId, latest.id))
    .all()
    .map(row => ({ ...row, isPaidLater: row.isPaidLater === 1 }))
  const whether = (met: readonly TaxKind[]) => [false, true].filter(later => met.some(tax => tax.isPaidLater === later))
  return new Map([...Map.groupBy(rows, taxKey)].map(([key, met]) => [key, whether(met)]))
}

/** As `isPaidLater` of load-approved tells it of one invoice; of most others without reading JSON. */
const isPaidLater = sql<number>`CASE WHEN ${invoices.format} LIKE 'cfdi%' AND instr(${invoices.details}, '"PPD"') > 0
  THEN EXISTS (SELECT 1 FROM json_each(${invoices.details})
    WHERE value ->> 'key' = 'payment_plan' AND value ->> 'value' = 'PPD')
  ELSE 0 END`
