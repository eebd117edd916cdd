import { eq } from 'drizzle-orm'
import type { InvoiceId, LineId } from '../../shared/ids'
import type { FieldName, Origin } from '../../shared/invoice'
import { add, minor, subtract, type MinorUnits } from '../../shared/money'
import type { InvoiceFacts } from '../pipeline/facts'
import { descriptionKey } from '../pipeline/code/fold'
import { invoiceLines } from '../store/schema'
import type { Tx } from '../store/write'
import type { DecisionContext } from './context'
import { exactAmount } from './exact-amount'
import { loadLines, type LineRow } from './load'
import { amountOrNull } from './minor-amount'

type Values = Readonly<Partial<Record<FieldName, string | null>>>
type NewLine = Omit<typeof invoiceLines.$inferInsert, 'id' | 'invoiceId' | 'position' | 'codingEvidence'>

/**
 * Writes the rows of an invoice as read: its lines, then a row per charge or discount of the whole document, or one
 * row for the net total when no line could be read. Rows a person edited are kept as a whole; accounts a person gave
 * move over to the row with the same description.
 */
export function recordLines(
  tx: Tx,
  invoiceId: InvoiceId,
  facts: InvoiceFacts,
  values: Values,
  ctx: DecisionContext,
): void {
  const before = loadLines(tx, invoiceId)
  if (before.some(line => line.origin?.kind === 'person')) return
  const currency = values.currency ?? null
  const items = facts.lines.map((line): NewLine => ({
    ...line,
    role: 'item',
    ...totalOf(line.lineTotal, currency),
    priceBase: line.priceBaseQuantity ?? null,
    ...adjustmentOf(line.adjustment ?? null, currency),
  }))
  const rows = items.length > 0 ? [...items, ...adjustmentRows(facts, currency)] : summaryRow(values, currency)
  tx.delete(invoiceLines).where(eq(invoiceLines.invoiceId, invoiceId)).run()
  const written = rows.map((row, index) => ({
    ...row,
    ...codingOf(row, before),
    id: ctx.newId<LineId>(),
    invoiceId,
    position: index + 1,
  }))
  for (let start = 0; start < written.length; start += linesPerStatement) {
    tx.insert(invoiceLines)
      .values(written.slice(start, start + linesPerStatement))
      .run()
  }
}

const linesPerStatement = 500

function totalOf(text: string | null, currency: string | null) {
  const { amount = null, exact = null } = exactAmount(text, currency) ?? {}
  return { lineTotal: amount, exactTotal: exact }
}

function adjustmentOf(text: string | null, currency: string | null) {
  const { amount = null, exact = null } = exactAmount(text, currency) ?? {}
  return { adjustment: amount, exactAdjustment: exact }
}

/** Freight, discount … of the whole document. Advances and rounding lie beyond the total and are no cost. */
function adjustmentRows(facts: InvoiceFacts, currency: string | null): NewLine[] {
  return (facts.adjustments ?? []).flatMap(({ kind, amount, reason, origin }) => {
    if (kind !== 'charge' && kind !== 'allowance') return []
    const value = amountOrNull(amount, currency)
    if (value === null || value === 0) return []
    const lineTotal = kind === 'charge' ? value : minor(-value)
    return [{ role: kind, description: reason, lineTotal, origin }]
  })
}

/** One row for everything, so that the invoice can be coded and posted though no table could be read. */
function summaryRow(values: Values, currency: string | null): NewLine[] {
  const net = amountOrNull(values.net_total ?? null, currency)
  const lineTotal = net ?? netFromTotal(values, currency)
  if (lineTotal === null) return []
  const inputs = net === null ? ['grand_total', 'tax_total', 'withheld_total'] : ['net_total']
  const origin: Origin = { kind: 'formula', rule: 'single_line_from_net', inputs }
  return [{ role: 'summary', description: values['seller.name'] ?? '', lineTotal, origin }]
}

function netFromTotal(values: Values, currency: string | null): MinorUnits | null {
  const total = amountOrNull(values.grand_total ?? null, currency)
  if (total === null) return null
  const tax = amountOrNull(values.tax_total ?? null, currency) ?? minor(0)
  const withheld = amountOrNull(values.withheld_total ?? null, currency) ?? minor(0)
  return add(subtract(total, tax), withheld)
}

function codingOf(row: NewLine, before: readonly LineRow[]) {
  const key = descriptionKey(row.description)
  const same = before.find(
    line =>
      (line.codingState === 'corrected' || line.codingState === 'confirmed') &&
      descriptionKey(line.description) === key &&
      line.lineTotal === row.lineTotal,
  )
  if (!same) return { codingEvidence: [] }
  const { accountCode, codingState, codingProbability, codingEvidence, codedBy, codedAt } = same
  return { accountCode, codingState, codingProbability, codingEvidence, codedBy, codedAt }
}
