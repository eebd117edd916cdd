import type { LabelPhrase } from './labels'
import type { LineWord } from './text-lines'

/** To be paid. */
const owing =
  /^(?:pay|payable|due|settle|remit|zahlbar|zahlen|bezahlen|fallig|uberweisen|begleichen|payer|regler|verser|pagar|pagadero|abonar|ingresar|pagare|saldare|versare|pagavel|liquidar|betalen|voldoen)$/
/** A payment, made or to be made. */
const payment = /^(?:payment|settlement|zahlung|paiement|reglement|pago|pagamento|betaling)$/
const latest = /^(?:by|before|until|latest|bis|spatestens|avant|antes|hasta|entro|voor|uiterlijk|ate)$/
const on = /^(?:on|am|zum|le|el|il|em|op)$/
const filling =
  /^(?:to|be|is|made|no|later|than|please|your|in|full|the|zu|bitte|sie|den|wird|a|au|plus|tard|merci|de|del|te|da|di|o|os|u|desta|fatura|factura|facture|fattura|invoice|bill|rechnung|factuur|amount|betrag|bedrag)$/
/** A label is no longer than so many words. */
const mostWords = 7

/**
 * The label of the last day to pay, put together from everyday words: "Uiterlijk te voldoen op", "Payment to be made before". No list has
 * all of them.
 * @returns what it announces, and how many words it takes from `at`; null where the words say no such thing
 */
export function composedDueAt(line: readonly LineWord[], at: number): { phrase: LabelPhrase; count: number } | null {
  const first = line[at]
  const opensCell = first !== undefined && line[at - 1]?.cell !== first.cell
  if (!opensCell) return null
  const cell = line.slice(at, at + mostWords).filter(word => word.cell === first.cell)
  const end = cell.findIndex(({ folded }) => ![owing, payment, latest, on, filling].some(kind => kind.test(folded)))
  const said = cell.slice(0, end < 0 ? undefined : end).map(({ folded }) => folded)
  const count = said.findLastIndex(word => [owing, payment, latest, on].some(kind => kind.test(word))) + 1
  const own = said.slice(0, count)
  const says = (kind: RegExp) => own.some(word => kind.test(word))
  // What is announced is a date: it stands right after, or in another cell.
  const isFollowed = end >= 0 && !/^\d/.test(cell[count]?.text ?? '')
  const isLast = says(latest) ? says(owing) || says(payment) : says(on) && says(owing)
  return isLast && count > 1 && !isFollowed
    ? { phrase: { kind: 'due_date', strength: 'strong', words: own }, count }
    : null
}
