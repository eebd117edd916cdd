import { eq } from 'drizzle-orm'
import type { Parsed } from '../../shared/contract'
import type { DocumentId, InvoiceId, LineId } from '../../shared/ids'
import type { Origin } from '../../shared/invoice'
import {
  currencyExponent,
  isDecimalText,
  multiplyToMinor,
  toDecimal,
  toMinor,
  type MinorUnits,
} from '../../shared/money'
import { AppError } from '../../shared/result'
import { invoiceLines } from '../store/schema'
import type { Reader, Tx } from '../store/write'
import { editableStates, runCommand, type CommandScope } from './command'
import type { DecisionContext } from './context'
import type { InvoiceRow } from './invoice-fields'
import { loadInvoice, loadLines, type LineRow } from './load'
import { typedAmount, typedQuantity } from './typed-amount'
import { cleaned } from './typed-value'

type Column = Parsed<'line.set'>['column']

/** @throws AppError `line_not_found`, `value_invalid`; as {@link runCommand} otherwise */
export function setLine(tx: Tx, input: Parsed<'line.set'>, ctx: DecisionContext): { revision: number } {
  const { documentId, revision, lineId, column } = input
  const invoice = loadInvoice(tx, documentId)
  const line = requireLine(tx, invoice.id, lineId)
  const changes = columnChange(line, column, input.value, invoice, ctx)
  const params = { line: line.position, column, to: shown(column, changes, invoice) }
  const command = { kind: 'line.changed', params, revision, allowedIn: editableStates }
  return runCommand(tx, documentId, command, ctx, () => {
    if (Object.entries(changes).every(([name, value]) => line[name as keyof LineRow] === value)) return
    const origin: Origin = { kind: 'person', at: ctx.now }
    tx.update(invoiceLines)
      .set({ ...changes, origin })
      .where(eq(invoiceLines.id, lineId))
      .run()
  })
}

type LineChange = Partial<Pick<LineRow, Column>>

function columnChange(
  line: LineRow,
  column: Column,
  typed: string | null,
  invoice: InvoiceRow,
  ctx: DecisionContext,
): LineChange {
  const text = cleaned(typed)
  if (column === 'description') return { description: text ?? '' }
  if (column === 'unit' || column === 'productCode') return { [column]: text }
  const number = text === null ? null : decimalOf(column, text, invoice.currency, ctx)
  if (column === 'lineTotal') return { lineTotal: number === null ? null : inMinor(number, invoice) }
  if (column === 'taxRate') return { taxRate: requireTaxRate(number) }
  return { [column]: number, ...followingTotal(line, { [column]: number }, invoice) }
}

/** In percent. The highest we know of is Mexico's on cigarettes, 160; an account code typed into the wrong cell is none. */
const highestTaxRate = 200

function requireTaxRate(rate: string | null): string | null {
  if (rate !== null && (Number(rate) < 0 || Number(rate) > highestTaxRate)) {
    throw new AppError('value_invalid', { reason: 'tax_rate', field: 'taxRate' })
  }
  return rate
}

function decimalOf(column: Column, text: string, currency: string | null, ctx: DecisionContext): string {
  const { formatLocale } = ctx.settings
  try {
    if (column === 'lineTotal') return typedAmount(text, formatLocale, currencyExponent(currency))
    return typedQuantity(text.replace(/%$/, ''), formatLocale)
  } catch (error) {
    if (error instanceof AppError) throw new AppError(error.data.code, { ...error.data.params, field: column })
    throw error
  }
}

function inMinor(value: string, invoice: InvoiceRow): MinorUnits {
  if (!isDecimalText(value)) throw new AppError('value_invalid', { field: 'lineTotal', reason: 'amount' })
  return toMinor(value, invoice.currency)
}

/** A total that was quantity times price (or empty) follows when one of them is changed; a printed one stays. */
function followingTotal(line: LineRow, change: LineChange, { currency }: InvoiceRow): LineChange {
  const before = product(line.quantity, line.unitPrice, currency)
  const changed = { ...line, ...change }
  const after = product(changed.quantity, changed.unitPrice, currency)
  if (after === null || (line.lineTotal !== null && line.lineTotal !== before)) return {}
  return { lineTotal: after }
}

function product(quantity: string | null, unitPrice: string | null, currency: string | null): MinorUnits | null {
  if (quantity === null || unitPrice === null || !isDecimalText(quantity) || !isDecimalText(unitPrice)) return null
  try {
    return multiplyToMinor(quantity, unitPrice, currency)
  } catch (error) {
    // Two amounts that fit may have a product that does not.
    if (error instanceof RangeError) throw new AppError('value_invalid', { field: 'quantity', reason: 'amount' })
    throw error
  }
}

function shown(column: Column, changes: LineChange, invoice: InvoiceRow): string {
  const value = changes[column]
  return typeof value === 'number' ? toDecimal(value as MinorUnits, invoice.currency) : (value ?? '')
}

/** Adds an empty line after another (or at the end). */
export function addLine(tx: Tx, input: Parsed<'line.add'>, ctx: DecisionContext): { revision: number } {
  const { documentId, revision, afterLineId } = input
  const invoice = loadInvoice(tx, documentId)
  const after = afterLineId === null ? undefined : requireLine(tx, invoice.id, afterLineId)
  const position = (after?.position ?? loadLines(tx, invoice.id).length) + 1
  const command = { kind: 'line.added', params: { line: position }, revision, allowedIn: editableStates }
  return runCommand(tx, documentId, command, ctx, scope => {
    insertLine(scope, position, { description: '', lineTotal: null, accountCode: null })
  })
}

/** Puts a person's line at a position; the ones behind move on. */
export function insertLine(
  { tx, documentId, ctx }: CommandScope,
  position: number,
  line: { readonly description: string; readonly lineTotal: MinorUnits | null; readonly accountCode: string | null },
): LineId {
  const invoice = loadInvoice(tx, documentId)
  const id = ctx.newId<LineId>()
  for (const other of loadLines(tx, invoice.id)) {
    if (other.position >= position) moveLine(tx, other.id, other.position + 1)
  }
  tx.insert(invoiceLines)
    .values({
      id,
      invoiceId: invoice.id,
      position,
      role: 'item',
      description: line.description,
      lineTotal: line.lineTotal,
      origin: { kind: 'person', at: ctx.now },
      accountCode: line.accountCode,
      codingState: line.accountCode === null ? 'not_classified' : 'confirmed',
      codingProbability: line.accountCode === null ? 0 : 1,
      codingEvidence: [],
    })
    .run()
  return id
}

/** Gives up the rows as read for one that stands for all of them. */
export function replaceLines({ tx, documentId, ctx }: CommandScope, description: string, lineTotal: MinorUnits): void {
  const invoice = loadInvoice(tx, documentId)
  tx.delete(invoiceLines).where(eq(invoiceLines.invoiceId, invoice.id)).run()
  tx.insert(invoiceLines)
    .values({
      id: ctx.newId<LineId>(),
      invoiceId: invoice.id,
      position: 1,
      role: 'summary',
      description,
      lineTotal,
      origin: { kind: 'person', at: ctx.now },
      codingEvidence: [],
    })
    .run()
}

export function removeLine(tx: Tx, input: Parsed<'line.remove'>, ctx: DecisionContext): { revision: number } {
  const { documentId, revision, lineId } = input
  const invoice = loadInvoice(tx, documentId)
  const line = requireLine(tx, invoice.id, lineId)
  const params = { line: line.position, description: line.description.slice(0, 200) }
  const command = { kind: 'line.removed', params, revision, allowedIn: editableStates }
  return runCommand(tx, documentId, command, ctx, () => {
    tx.delete(invoiceLines).where(eq(invoiceLines.id, lineId)).run()
    for (const other of loadLines(tx, invoice.id)) {
      if (other.position > line.position) moveLine(tx, other.id, other.position - 1)
    }
  })
}

export function moveLine(tx: Tx, lineId: LineId, position: number): void {
  tx.update(invoiceLines).set({ position }).where(eq(invoiceLines.id, lineId)).run()
}

/** @throws AppError `line_not_found` when there is no such line in this invoice */
export function requireLine(reader: Reader, invoiceId: InvoiceId, lineId: LineId): LineRow {
  const line = reader.select().from(invoiceLines).where(eq(invoiceLines.id, lineId)).get()
  if (line?.invoiceId !== invoiceId) throw new AppError('line_not_found', {}, 'never')
  return line
}

/** Lines of a document, for commands that name some of them. */
export function linesOf(reader: Reader, documentId: DocumentId): LineRow[] {
  return loadLines(reader, loadInvoice(reader, documentId).id)
}
