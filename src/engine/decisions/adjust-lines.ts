import { eq } from 'drizzle-orm'
import type { Parsed } from '../../shared/contract'
import type { LineId } from '../../shared/ids'
import { add, minor, subtract, toDecimal, type MinorUnits } from '../../shared/money'
import { AppError } from '../../shared/result'
import { invoiceLines } from '../store/schema'
import type { Tx } from '../store/write'
import { editableStates, runCommand, type CommandScope } from './command'
import type { DecisionContext } from './context'
import { requireLine } from './lines'
import { loadInvoice, loadLines, type LineRow } from './load'
import { putField } from './set-field'

/**
 * Makes a line take up what all lines miss of the net total.
 *
 * @throws AppError `line_not_found`, `nothing_to_fill` when the invoice has no net total or nothing is missing
 */
export function fillDifference(tx: Tx, input: Parsed<'line.fill'>, ctx: DecisionContext): { revision: number } {
  const { documentId, revision, lineId } = input
  const { position } = requireLine(tx, loadInvoice(tx, documentId).id, lineId)
  const command = { kind: 'line.filled', params: { line: position }, revision, allowedIn: editableStates }
  return runCommand(tx, documentId, command, ctx, scope => fillLine(scope, lineId))
}

/** @throws AppError `line_not_found`, `nothing_to_fill` */
export function fillLine({ tx, documentId, ctx }: CommandScope, lineId: LineId): void {
  const invoice = loadInvoice(tx, documentId)
  const line = requireLine(tx, invoice.id, lineId)
  if (invoice.netTotal === null) throw new AppError('nothing_to_fill', { reason: 'no_net' })
  const missing = subtract(minor(invoice.netTotal), sumOf(loadLines(tx, invoice.id)))
  if (missing === 0) throw new AppError('nothing_to_fill', { reason: 'agrees' })
  const lineTotal = add(minor(line.lineTotal ?? 0), missing)
  tx.update(invoiceLines)
    .set({ lineTotal, exactTotal: null, origin: { kind: 'person', at: ctx.now } })
    .where(eq(invoiceLines.id, lineId))
    .run()
}

/** Net is what the lines add up to; the total is that with the taxes as they stand. */
export function putTotalsFromLines(scope: CommandScope): void {
  const { tx, documentId } = scope
  const invoice = loadInvoice(tx, documentId)
  const net = sumOf(loadLines(tx, invoice.id))
  const total = subtract(add(net, minor(invoice.taxTotal ?? 0)), minor(invoice.withheldTotal ?? 0))
  putField(scope, 'net_total', toDecimal(net, invoice.currency))
  putField(scope, 'grand_total', toDecimal(total, invoice.currency))
}

export function sumOf(lines: readonly Pick<LineRow, 'lineTotal'>[]): MinorUnits {
  return minor(lines.reduce((sum, line) => sum + (line.lineTotal ?? 0), 0))
}
