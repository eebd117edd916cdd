import { amountFields } from '../../../../shared/invoice'
import { isDecimalText, type DecimalText } from '../../../../shared/money'
import type { Candidate, InvoiceFacts, LineRead } from '../../facts'
import { negated, sumOf } from './decimals'

/**
 * A credit note's amounts as e-invoices state them: positive, and the document type says that they are owed to us
 * (EN 16931, type code 381). Pages print them either way. Where all totals are negative they are turned round, and the lines
 * with them; where signs are mixed the page means something by them, and everything stays as printed.
 */
export function creditedAmounts(facts: InvoiceFacts): InvoiceFacts {
  const { chosen, lines, taxes, candidates } = facts
  if (chosen.document_type?.value !== 'credit_note') return facts
  const totals = amountFields.flatMap(field => chosen[field]?.value ?? []).filter(value => Number(value) !== 0)
  if (totals.length === 0 || totals.some(value => !value.startsWith('-'))) return facts
  const turned = Object.values(chosen).map(turnedCandidate)
  return {
    ...facts,
    candidates: candidates.map(turnedCandidate),
    chosen: Object.fromEntries(turned.map(candidate => [candidate.field, candidate])),
    lines: isOwed(lines) ? lines.map(turnedLine) : lines,
    taxes: taxes.map(tax => ({ ...tax, amount: turnedAmount(tax.amount) })),
  }
}

function turnedCandidate(candidate: Candidate): Candidate {
  const isAmount = (amountFields as readonly string[]).includes(candidate.field)
  return isAmount && isDecimalText(candidate.value) ? { ...candidate, value: turnedAmount(candidate.value) } : candidate
}

/** Negative becomes positive; what is printed positive among candidates is another amount and stays. */
function turnedAmount(value: DecimalText): DecimalText {
  return value.startsWith('-') ? negated(value) : value
}

/** Lines printed negative too; some credit notes have positive lines over negative totals. */
function isOwed(lines: readonly LineRead[]): boolean {
  return Number(sumOf(lines.flatMap(line => line.lineTotal ?? []))) < 0
}

/** A positive line among the negative ones lowers the credit, so it becomes negative. */
function turnedLine(line: LineRead): LineRead {
  const { quantity, unitPrice, lineTotal } = line
  if (lineTotal === null) return line
  const [negativeQuantity, negativePrice] = [quantity, unitPrice].map(value => value?.startsWith('-') ?? false)
  return {
    ...line,
    lineTotal: negated(lineTotal),
    quantity: quantity !== null && negativeQuantity && !negativePrice ? negated(quantity) : quantity,
    unitPrice: unitPrice !== null && negativePrice && !negativeQuantity ? negated(unitPrice) : unitPrice,
  }
}
