import { and, eq } from 'drizzle-orm'
import { amountFields } from '../../shared/invoice'
import { minor } from '../../shared/money'
import { invoiceLines, invoices, invoiceTaxes, readings } from '../store/schema'
import type { Tx } from '../store/write'
import { inCurrency } from './exact-amount'
import { fieldText, toColumns, type InvoiceRow } from './invoice-fields'
import { loadLines } from './load'

/** Amounts stay what was read and are counted in the new currency's smallest unit. */
export function changeCurrency(tx: Tx, invoice: InvoiceRow, currency: string | null): void {
  const ofInvoice = and(eq(readings.invoiceId, invoice.id), eq(readings.isChosen, true))
  const chosen = new Map(
    tx
      .select()
      .from(readings)
      .where(ofInvoice)
      .all()
      .map(row => [row.field, row.value] as const),
  )
  const amounts = Object.fromEntries(
    amountFields.map(field => [field, chosen.get(field) ?? fieldText(invoice, field)] as const),
  )
  tx.update(invoices)
    .set({ ...toColumns(amounts, currency), currency })
    .where(eq(invoices.id, invoice.id))
    .run()
  for (const line of loadLines(tx, invoice.id)) {
    const total = turned(line.lineTotal, line.exactTotal, invoice.currency, currency)
    const adjustment = turned(line.adjustment, line.exactAdjustment, invoice.currency, currency)
    const changed = {
      lineTotal: total.amount,
      exactTotal: total.exact,
      adjustment: adjustment.amount,
      exactAdjustment: adjustment.exact,
    }
    tx.update(invoiceLines).set(changed).where(eq(invoiceLines.id, line.id)).run()
  }
  const ofTaxes = eq(invoiceTaxes.invoiceId, invoice.id)
  for (const tax of tx.select().from(invoiceTaxes).where(ofTaxes).all()) {
    const base = turned(tax.base, tax.exactBase, invoice.currency, currency)
    const amount = turned(tax.amount, tax.exactAmount, invoice.currency, currency)
    const changed = {
      base: base.amount,
      exactBase: base.exact,
      amount: amount.amount ?? tax.amount,
      exactAmount: amount.exact,
    }
    tx.update(invoiceTaxes).set(changed).where(eq(invoiceTaxes.id, tax.id)).run()
  }
}

function turned(amount: number | null, exact: string | null, from: string | null, to: string | null) {
  return amount === null ? { amount: null, exact: null } : inCurrency({ amount: minor(amount), exact }, from, to)
}
