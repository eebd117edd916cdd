import { features, type Features } from './features'
import { fold } from './fold'
import type { PageText } from './page-text'
import { findDates } from './parse-date'
import type { TextLine } from './text-lines'

/** One row may well repeat the document's own number, date and total. */
const leastListed = 2
/** Rows of an account stand at most so many lines under its headings. */
const mostRows = 60
/** Ages side by side: "30 days" alone is a term of payment. */
const leastAges = 3

/**
 * What marks a page that speaks of other documents, as statements of account and reminders do: rows of invoices and payments, each with
 * a date and an amount; debit, credit and a running balance; amounts by their age.
 */
export function accountFeatures(text: PageText): Features {
  const isListing = headings(text).some(line => rowsUnder(line, text) >= leastListed)
  const lists = isListing || text.lines.filter(line => isEntry(line, text)).length >= leastListed
  return features({
    listsDocuments: lists,
    'listsDocuments.noTax': lists && !isTaxed(text),
    hasAges: text.lines.some(hasAges),
    runsBalance: text.lines.some(runsBalance),
  })
}

/** True for a row of headings over numbers, dates and amounts of documents: "Invoice | Date | Due | Balance" names no document. */
export function isHeadingOfDocuments(line: TextLine, text: PageText): boolean {
  return isHeading(line, text) && rowsUnder(line, text) >= 1
}

const documentWord =
  /^(?:inv|invoice|invoices|fra|factura|facturas|facture|factures|rechnung|rechnungen|rechnungsnummer|rechnungsnr|rechnungs-nr|rg-nr|re-nr|beleg|belegnummer|beleg-nr|belegnr|fattura|fatture|factuur|facturen|factuurnummer|factuurnr|fatura|faturas|piece|documento|document|documents|doc|transaction|comprobante|folio)$/

function headings(text: PageText): TextLine[] {
  return text.lines.filter(line => isHeading(line, text))
}

function isHeading(line: TextLine, { amounts, labelsByLine }: PageText): boolean {
  const cells = cellsOf(line)
  if (cells.length < 3 || (amounts.get(line)?.length ?? 0) > 0 || findDates(line.text).length > 0) return false
  const kinds = new Set(labelsByLine.get(line)?.map(({ kind }) => kind))
  const isOfDocuments = cells.some(
    cell => cell.split(' ').length <= 3 && cell.split(' ').some(w => documentWord.test(w)),
  )
  const isDated =
    kinds.has('issue_date') || kinds.has('due_date') || /\b(?:date|fecha|datum|data)\b/.test(cells.join(' '))
  const isMoney = moneyKinds.some(kind => kinds.has(kind))
  const isOfGoods = cells.some(cell => goods.test(cell))
  return isOfDocuments && isDated && isMoney && !isOfGoods
}

const moneyKinds = ['grand_total', 'payable', 'net_total', 'prepaid'] as const

/** Rows of goods have quantities and prices. */
const goods =
  /^(?:qty|quantity|cantidad|cant|menge|anzahl|quantite|qte|quantita|q\.ta|aantal|quantidade|qtd|price|unit price|precio|preis|einzelpreis|prix|prix unitaire|prezzo|prijs|preco)\b/

/** Rows under headings with a date, an amount and a number of their own. */
function rowsUnder({ index, page }: TextLine, text: PageText): number {
  return text.lines
    .slice(index + 1, index + 1 + mostRows)
    .filter(line => line.page === page && isDatedAmount(line, text))
    .filter(line => cellsOf(line).some(cell => /\d{3,}/.test(cell) && findDates(cell).length === 0)).length
}

/** "14/01/2026  Ntra. factura 26/0118  1.447,16", "02/04  INV #118204  447.10": a row of an account. */
function isEntry(line: TextLine, text: PageText): boolean {
  return isDatedAmount(line, text) && line.text.split('\t').some(cell => entry.test(cell.trim()))
}

const entry =
  /^(?:(?:ntra|nuestra|su|our|unsere|notre|nostra|ns|onze|nossa)\.? )?(?:inv|invoice|fra|factura|facture|rechnung|fattura|factuur|fatura|credit note|abono|avoir|gutschrift|nota de cr[eé]dito|nota di credito|creditnota|pmt|payment|cobro|zahlung|r[eè]glement|bonifico|betaling|pagamento|recibo)\b[ .:#nº°o-]*[\p{L}]{0,5}[-/ ]?\d/iu

function isDatedAmount(line: TextLine, { amounts }: PageText): boolean {
  const found = amounts.get(line) ?? []
  return found.some(({ hasDecimals, isPercent }) => hasDecimals && !isPercent) && findDates(line.text).length > 0
}

/** A tax that is charged: its label begins a cell and an amount stands on its line. */
function isTaxed({ labels, amounts, tableRows }: PageText): boolean {
  return labels.some(
    ({ kind, startsCell, line }) =>
      kind === 'tax_total' &&
      startsCell &&
      !tableRows.has(line.index) &&
      amounts.get(line)?.some(({ isPercent, hasDecimals }) => hasDecimals && !isPercent),
  )
}

const age =
  /^(?:current|not due|not yet due|future|(?:over|above|>|\+|m[aá]s de|plus de|uber|über|oltre|meer dan|mais de) ?\d{2,3}(?: ?\p{L}+)?|\d{1,3} ?(?:-|–|to|a|à|bis|tot) ?\d{2,3}(?: ?\p{L}+)?|\d{2,3} ?\+(?: ?\p{L}+)?|\d{2,3} (?:days|d[ií]as|jours|tage|giorni|dagen|dias)(?: \p{L}+)?|no vencido|non [eé]chu|nicht f[aä]llig|a scadere|niet vervallen|por vencer|a vencer)$/iu

function hasAges({ text }: TextLine): boolean {
  return text.split('\t').filter(cell => age.test(cell.trim())).length >= leastAges
}

const pairs = [
  [/^(?:debe|cargos?|d[eé]bitos?|debits?|charges?)$/, /^(?:haber|abonos?|cr[eé]ditos?|credits?|payments?)$/],
  [/^soll$/, /^haben$/],
  [/^dare$/, /^avere$/],
  [/^(?:debet|debit)$/, /^credit$/],
] as const
const balance = /^(?:saldo|balance|solde|running balance|saldo (?:eur|acumulado|progressivo))$/

/** "Debe | Haber | Saldo": headings of an account. */
function runsBalance(line: TextLine): boolean {
  const cells = cellsOf(line)
  return (
    cells.some(cell => balance.test(cell)) &&
    pairs.some(([debit, credit]) => cells.some(cell => debit.test(cell)) && cells.some(cell => credit.test(cell)))
  )
}

function cellsOf({ text }: TextLine): string[] {
  return text.split('\t').map(cell => cell.split(/\s+/).map(fold).filter(Boolean).join(' '))
}
