import Big from 'big.js'
import { eq, inArray } from 'drizzle-orm'
import type { Parsed } from '../../shared/contract'
import type { LineId } from '../../shared/ids'
import {
  currencyExponent,
  isDecimalText,
  minor,
  subtract,
  toDecimal,
  toMinor,
  type MinorUnits,
} from '../../shared/money'
import { AppError } from '../../shared/result'
import { invoiceLines } from '../store/schema'
import type { Tx } from '../store/write'
import { sumOf } from './adjust-lines'
import { editableStates, runCommand } from './command'
import type { DecisionContext } from './context'
import { moveLine, requireLine } from './lines'
import { loadInvoice, loadLines, type LineRow } from './load'
import { typedAmount, typedQuantity } from './typed-amount'

/**
 * Splits a line's amount, for costs that belong to several accounts. Each part is an amount or a percentage; one of them
 * may be left empty and gets the rest. The first part stays the line it was, the others follow it.
 *
 * @throws AppError `split_does_not_add_up` (params in the invoice's currency), `value_invalid`, `line_not_found`
 */
export function splitLine(tx: Tx, input: Parsed<'line.split'>, ctx: DecisionContext): { revision: number } {
  const { documentId, revision, lineId } = input
  const invoice = loadInvoice(tx, documentId)
  const line = requireLine(tx, invoice.id, lineId)
  const total = minor(line.lineTotal ?? 0)
  const amounts = sharesOf(input.parts, total, invoice.currency, ctx)
  const params = { line: line.position, count: amounts.length }
  const command = { kind: 'line.split', params, revision, allowedIn: editableStates }
  return runCommand(tx, documentId, command, ctx, () => {
    for (const other of loadLines(tx, invoice.id)) {
      if (other.position > line.position) moveLine(tx, other.id, other.position + amounts.length - 1)
    }
    const origin = { kind: 'person', at: ctx.now } as const
    // A part of the amount is no longer so many pieces at that price.
    const part = { ...line, ...onlyAnAmount, origin }
    tx.delete(invoiceLines).where(eq(invoiceLines.id, lineId)).run()
    amounts.forEach((lineTotal, index) => {
      const id = index === 0 ? lineId : ctx.newId<LineId>()
      tx.insert(invoiceLines)
        .values({ ...part, id, lineTotal, position: line.position + index })
        .run()
    })
  })
}

const onlyAnAmount = {
  quantity: null,
  unitPrice: null,
  priceBase: null,
  adjustment: null,
  exactTotal: null,
  exactAdjustment: null,
}

/** @throws AppError `split_does_not_add_up`, `value_invalid` */
function sharesOf(
  parts: readonly string[],
  total: MinorUnits,
  currency: string | null,
  ctx: DecisionContext,
): MinorUnits[] {
  const typed = parts.map(part => (part.trim() === '' ? null : shareOf(part.trim(), total, currency, ctx)))
  const known = minor(typed.reduce((sum: number, share) => sum + (share ?? 0), 0))
  const rest = subtract(total, known)
  const open = typed.filter(share => share === null).length
  // Thirds of 100.00 miss a cent by rounding alone; the last share takes it.
  const isRounding = parts.every(part => part.includes('%')) && isWhole(parts, ctx)
  const shares = typed.map((share, index) => {
    if (share === null) return rest
    return isRounding && index === typed.length - 1 ? minor(share + rest) : share
  })
  const isWrongWay = shares.some(share => share === 0 || Math.sign(share) !== Math.sign(total))
  if (open > 1 || (open === 0 && rest !== 0 && !isRounding) || isWrongWay) {
    const shown = { total: toDecimal(total, currency), computed: toDecimal(known, currency), currency: currency ?? '' }
    const difference = toDecimal(minor(Math.abs(rest)), currency)
    const reason = open > 1 ? 'several_open' : rest > 0 === total > 0 && rest !== 0 ? 'too_little' : 'too_much'
    throw new AppError('split_does_not_add_up', { ...shown, difference, reason })
  }
  return shares
}

function shareOf(part: string, total: MinorUnits, currency: string | null, ctx: DecisionContext): MinorUnits {
  const { formatLocale } = ctx.settings
  if (!part.endsWith('%')) return inMinor(typedAmount(part, formatLocale, currencyExponent(currency)), currency)
  const share = new Big(typedQuantity(part.slice(0, -1), formatLocale)).times(total).div(100)
  return minor(Number(share.round(0, Big.roundHalfUp).toFixed(0)))
}

function inMinor(value: string, currency: string | null): MinorUnits {
  if (!isDecimalText(value)) throw new AppError('value_invalid', { field: 'lineTotal', reason: 'amount' })
  return toMinor(value, currency)
}

function isWhole(parts: readonly string[], ctx: DecisionContext): boolean {
  const read = (part: string) => new Big(typedQuantity(part.trim().slice(0, -1), ctx.settings.formatLocale))
  return parts.reduce((sum, part) => sum.plus(read(part)), new Big(0)).eq(100)
}

const descriptionMax = 2000

/**
 * Makes one line of several: amounts added up, words joined, account and tax rate those of the first.
 *
 * @throws AppError `line_not_found`
 */
export function mergeLines(tx: Tx, input: Parsed<'line.merge'>, ctx: DecisionContext): { revision: number } {
  const { documentId, revision, lineIds } = input
  const invoice = loadInvoice(tx, documentId)
  const named = new Set(lineIds)
  const merged = lineIds.map(lineId => requireLine(tx, invoice.id, lineId)).sort((a, b) => a.position - b.position)
  const [first, ...others] = merged
  const params = { line: first?.position ?? 0, count: named.size }
  const command = { kind: 'line.merged', params, revision, allowedIn: editableStates }
  return runCommand(tx, documentId, command, ctx, () => {
    if (!first || others.length === 0) return
    const origin = { kind: 'person', at: ctx.now } as const
    const told = { description: joined(merged), lineTotal: sumOf(merged), origin }
    tx.update(invoiceLines)
      .set({ ...onlyAnAmount, ...told })
      .where(eq(invoiceLines.id, first.id))
      .run()
    const gone = others.map(({ id }) => id)
    tx.delete(invoiceLines).where(inArray(invoiceLines.id, gone)).run()
    loadLines(tx, invoice.id).forEach((line, index) => {
      if (line.position !== index + 1) moveLine(tx, line.id, index + 1)
    })
  })
}

function joined(lines: readonly Pick<LineRow, 'description'>[]): string {
  const different = new Set(lines.map(line => line.description.trim()).filter(text => text !== ''))
  return [...different].join('; ').slice(0, descriptionMax)
}
