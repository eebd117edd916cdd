import { and, eq } from 'drizzle-orm'
import type { Parsed } from '../../shared/contract'
import { amountFields, type FieldName, type Origin } from '../../shared/invoice'
import { isDecimalText, toMinor } from '../../shared/money'
import { invoices, readings } from '../store/schema'
import type { Tx } from '../store/write'
import { changeCurrency } from './change-currency'
import { editableStates, runCommand, type CommandScope } from './command'
import type { DecisionContext } from './context'
import { fieldText, toColumns, type InvoiceRow } from './invoice-fields'
import { loadInvoice, personReader } from './load'
import { typedValue } from './typed-value'

interface FieldInput extends Omit<Parsed<'field.set'>, 'revision'> {
  /** What the window saw; null for a value given to many documents at once. */
  readonly revision: number | null
}

/**
 * A person types or confirms a header field. A contradiction is no reason to refuse: it becomes an issue.
 *
 * @returns the new revision
 * @throws AppError `value_invalid` when the text cannot be read as that field; as {@link runCommand} otherwise
 */
export function setField(tx: Tx, input: FieldInput, ctx: DecisionContext): { revision: number } {
  const { documentId, revision, field } = input
  const invoice = loadInvoice(tx, documentId)
  const value = typedValue(field, input.value, invoice.currency, ctx)
  const from = fieldText(invoice, field)
  const params = { field, from: from ?? '', to: value ?? '' }
  const command = { kind: 'field.changed', params, revision, allowedIn: editableStates }
  return runCommand(tx, documentId, command, ctx, scope => putField(scope, field, value))
}

/**
 * Writes a person's value of a field. Where the same value was read from the document its place is kept, so that the
 * box still lights up: the person confirmed it there. What is to be paid follows a total it is equal to.
 *
 * @param value in the form the field is stored in; null empties it
 */
export function putField(scope: CommandScope, field: FieldName, value: string | null): void {
  const { tx, documentId, ctx } = scope
  const invoice = loadInvoice(tx, documentId)
  const rows = tx
    .select()
    .from(readings)
    .where(and(eq(readings.invoiceId, invoice.id), eq(readings.field, field)))
    .all()
  const chosen = rows.find(row => row.isChosen)
  if (chosen?.reader === personReader && sameValue(field, chosen.value, value, invoice.currency)) return
  for (const row of rows) {
    if (row.reader === personReader) tx.delete(readings).where(eq(readings.id, row.id)).run()
    else if (row.isChosen) tx.update(readings).set({ isChosen: false }).where(eq(readings.id, row.id)).run()
  }
  const source = rows
    .toSorted((a, b) => Number(b.isChosen) - Number(a.isChosen) || b.probability - a.probability)
    .find(
      row => row.reader !== personReader && row.value !== null && sameValue(field, row.value, value, invoice.currency),
    )
  const typed: Origin = { kind: 'person', at: ctx.now }
  tx.insert(readings)
    .values({
      id: ctx.newId<string>(),
      invoiceId: invoice.id,
      field,
      // The exact decimals as read, when it is the value as read.
      value: source?.value ?? value,
      probability: 1,
      origin: source?.origin ?? typed,
      reader: personReader,
      isChosen: true,
    })
    .run()
  if (field === 'currency') changeCurrency(tx, invoice, value)
  else {
    const columns = toColumns({ [field]: source?.value ?? value }, invoice.currency)
    tx.update(invoices).set(columns).where(eq(invoices.id, invoice.id)).run()
  }
  if (field === 'grand_total' && dueIsTotal(invoice)) putField(scope, 'payable', value)
}

/** The total said twice: what is due by a wrong total is as wrong, and follows when a person puts the total right. */
function dueIsTotal({ payable, grandTotal }: InvoiceRow): boolean {
  return payable !== null && payable === grandTotal
}

/** "1160.000000" as read and "1160.00" as shown are one amount. */
function sameValue(field: FieldName, one: string | null, other: string | null, currency: string | null): boolean {
  if (one === other) return true
  if (one === null || other === null || !amountFields.some(amount => amount === field)) return false
  return isDecimalText(one) && isDecimalText(other) && toMinor(one, currency) === toMinor(other, currency)
}
