import type { LabelPhrase } from './labels'
import type { LineWord } from './text-lines'

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}

const sums = words(
  'total totaal totale totalbetrag summe gesamt gesamtsumme gesamtbetrag betrag rechnungsbetrag endbetrag amount sum importe importo montant bedrag valor monto suma',
)
const parts = words('subtotal sub-total zwischensumme sous-total subtotale subtotaal')
const including = words(
  'incl inc including inclusive inkl inklusive einschl einschliesslich mit with con avec met com c inclusief includes',
)
const excluding = words(
  'excl ex exc excluding exclusive before without exkl exklusive ohne sin antes hors sans senza zonder exclusief sem s escl',
)
const included = words(
  'included incl inc inclusive inbegriffen enthalten incluido incluida incluidos inclus incluse comprise comprises compris incluso inclusa inbegrepen',
)
const excluded = words('excluded excl exclusive excluido excluida exclus exclue escluso esclusa')
const taxes = words(
  'vat gst hst tax taxes sst mwst ust umsatzsteuer mehrwertsteuer steuer steuern iva i.v.a igic impuestos tva t.v.a taxe btw b.t.w imposta imposte impostos',
)
const between = words(
  'invoice due payable to pay in of de la the all any a pagar payer factura facture fattura fatura factuur general documento document now this claim owed owing bill eur usd gbp chf mxn cad aud',
)
/** A label is no longer than so many words. */
const mostWords = 8

/**
 * The label of a total that is put together from everyday words: "Total inc GST", "Summe ohne 19% MwSt", "Totaal (incl. btw)", "GST
 * included in total". No list has all of them.
 * @returns what it announces, and how many words it takes from `at`; null where the words say no such thing
 */
export function composedAt(line: readonly LineWord[], at: number): { phrase: LabelPhrase; count: number } | null {
  const first = line[at]
  const isSum = sums.has(first?.folded ?? '') || parts.has(first?.folded ?? '')
  if (!first || !(isSum || taxes.has(first.folded))) return null
  const cell = line.slice(at, at + mostWords).filter(word => word.cell === first.cell)
  const said = cell.map(({ folded }) => folded.replace(/\)$/, ''))
  const found = isSum ? totalOf(said) : taxOf(said)
  if (found === null) return null
  const phrase = { kind: found.kind, strength: 'strong', words: said.slice(0, found.count) } as const
  return { phrase, count: found.count }
}

interface Composed {
  readonly kind: 'net_total' | 'tax_total' | 'grand_total'
  readonly count: number
}

/** A sum, then whether the tax is in it: before the name of the tax, or after it. */
function totalOf(said: readonly string[]): Composed | null {
  const isPart = parts.has(said[0] ?? '')
  const from = past(said, 1)
  const [word = '', next = ''] = [said[from], said[from + 1]]
  if (including.has(word) || excluding.has(word)) {
    const tax = past(said, from + 1)
    if (!taxes.has(said[tax] ?? '')) return null
    if (excluding.has(word)) return { kind: 'net_total', count: tax + 1 }
    return isPart ? null : { kind: 'grand_total', count: tax + 1 }
  }
  if (!taxes.has(word)) return null
  if (excluded.has(next)) return { kind: 'net_total', count: from + 2 }
  return included.has(next) && !isPart ? { kind: 'grand_total', count: from + 2 } : null
}

/** A tax that is part of an amount already named: "VAT included in the total". */
function taxOf(said: readonly string[]): Composed | null {
  const from = past(said, 1)
  if (!included.has(said[from] ?? '')) return null
  const sum = past(said, from + 1)
  return sum > from + 1 && (sums.has(said[sum] ?? '') || said[sum] === 'above' || said[sum] === 'price')
    ? { kind: 'tax_total', count: sum + 1 }
    : null
}

/** The next word that is no filler, rate or sign. */
function past(said: readonly string[], from: number): number {
  let at = from
  while (at < said.length && (between.has(said[at] ?? '') || /^(?:\d{1,2}(?:[.,]\d+)?)?%?$/.test(said[at] ?? '')))
    at += 1
  return at
}
