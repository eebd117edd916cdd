import type { DecimalText } from '../../../../shared/money'
import type { InvoiceFacts, LineRead, TaxRead } from '../../facts'
import type { Found, XmlElement } from '../xml/element'
import { childrenOf, descend, pathOf } from '../xml/element'
import { creditedInvoices, distinctDetails } from './details'
import type { FactsDraft } from './facts-draft'
import { draftFacts, oneLine, xmlOrigin } from './facts-draft'
import type { EInvoiceFormat } from './format'
import { readFatturapaDetails } from './fatturapa-details'
import { readAdjustments } from './fatturapa-adjustments'
import { at, readIdentity, readName, readTaxId } from './fatturapa-parts'
import { readSimplified } from './fatturapa-simplified'
import { unqualified } from './unqualified'
import { amountOrNull, less, normalDate, plainRate, sum } from './values'

const namespace =
  /^http:\/\/(ivaservizi\.agenziaentrate\.gov\.it\/docs\/xsd\/fatture|www\.fatturapa\.gov\.it\/sdi\/fatturapa)\/v1/

/** Italian FatturaPA, ordinary and simplified. One file may hold several invoices of one seller to one buyer. */
export const fatturapa: EInvoiceFormat = {
  reader: 'fatturapa 1',
  recognise(root) {
    const isOfSdi = namespace.test(root.uri) || (root.uri === '' && bodiesOf(root).length > 0)
    if (!isOfSdi) return undefined
    if (root.local === 'FatturaElettronica') return 'fatturapa'
    return root.local === 'FatturaElettronicaSemplificata' ? 'fatturapa_simplified' : undefined
  },
  read(root, format) {
    const document = unqualified(root)
    const [header] = document.children.filter(({ local }) => local === 'FatturaElettronicaHeader')
    const [first, ...others] = bodiesOf(document)
    const read = format === 'fatturapa' ? readOrdinary : readSimplified
    return [read(header, first), ...others.map(body => read(header, body))]
  },
  parts: bodiesOf,
}

function bodiesOf(root: XmlElement): XmlElement[] {
  return root.children.filter(({ local }) => local === 'FatturaElettronicaBody')
}

function readOrdinary(header: XmlElement | undefined, body: XmlElement | undefined): InvoiceFacts {
  const draft = draftFacts()
  const document = descend(body, '', 'DatiGenerali', 'DatiGeneraliDocumento')
  const goods = descend(body, '', 'DatiBeniServizi')
  for (const [role, owner] of [
    ['seller', 'CedentePrestatore'],
    ['buyer', 'CessionarioCommittente'],
  ] as const) {
    const person = descend(header, '', owner, 'DatiAnagrafici')
    readTaxId(person, `${role}.tax_id`, draft)
    readName(descend(person, '', 'Anagrafica'), `${role}.name`, draft)
  }
  readIdentity(document, draft)
  const groups = childrenOf(goods, '', 'DatiRiepilogo')
  const withholdings = childrenOf(document, '', 'DatiRitenuta')
  readTotals(document, groups, withholdings, draft)
  readPayments(body, groups, withholdings, draft)
  const details = distinctDetails(readFatturapaDetails(body))
  const lines = childrenOf(goods, '', 'DettaglioLinee').map(readLine)
  return draft.facts({
    lines,
    taxes: [...groups.map(group => taxOf(group)), ...withholdings.map(withheldOf)],
    adjustments: readAdjustments(document, groups, lines, draft.chosenAmount('net_total')),
    related: creditedInvoices(details),
    details,
  })
}

interface Amount {
  readonly amount: DecimalText
  readonly path: string
}

function amountsAt(elements: readonly XmlElement[], name: string): Amount[] {
  return elements.flatMap(element => {
    const found = at(element, name)
    const amount = amountOrNull(found)
    return found === undefined || amount === null ? [] : [{ amount, path: found.path }]
  })
}

/** One amount is the document's own word, several make a sum. */
function propose(draft: FactsDraft, field: 'net_total' | 'tax_total' | 'withheld_total', parts: readonly Amount[]) {
  const [first, ...others] = parts
  if (first === undefined) return
  if (others.length === 0) return draft.amount(field, { value: first.amount, path: first.path })
  draft.derived(
    field,
    sum(parts.map(({ amount }) => amount)),
    'sum_of_taxes',
    parts.map(({ path }) => path),
  )
}

function readTotals(
  document: XmlElement | undefined,
  groups: readonly XmlElement[],
  withholdings: readonly XmlElement[],
  draft: FactsDraft,
): void {
  const [bases, taxes] = [amountsAt(groups, 'ImponibileImporto'), amountsAt(groups, 'Imposta')]
  propose(draft, 'net_total', bases)
  propose(draft, 'tax_total', taxes)
  propose(draft, 'withheld_total', amountsAt(withholdings, 'ImportoRitenuta'))
  draft.amount('grand_total', at(document, 'ImportoTotaleDocumento'))
  if (draft.has('grand_total') || bases.length === 0) return
  const parts = [...bases, ...taxes]
  draft.derived(
    'grand_total',
    sum(parts.map(({ amount }) => amount)),
    'net_plus_tax',
    parts.map(({ path }) => path),
  )
}

/**
 * What is due is the sum of the payments; where there are none, or an advance (TP03) is among them, it is the total
 * less what the buyer withholds and less the VAT that a public buyer pays to the state itself (split payment, "S").
 */
function readPayments(
  body: XmlElement | undefined,
  groups: readonly XmlElement[],
  withholdings: readonly XmlElement[],
  draft: FactsDraft,
): void {
  const plans = childrenOf(body, '', 'DatiPagamento')
  const payments = plans.flatMap(plan => childrenOf(plan, '', 'DettaglioPagamento'))
  const dates = payments.flatMap(payment => at(payment, 'DataScadenzaPagamento') ?? [])
  const day = (found: Found) => normalDate(found.value)?.value ?? '9999'
  for (const date of dates.toSorted((left, right) => day(left).localeCompare(day(right)))) draft.date('due_date', date)

  const amounts = amountsAt(payments, 'ImportoPagamento')
  const hasAdvance = plans.some(plan => at(plan, 'CondizioniPagamento')?.value === 'TP03')
  const [only] = amounts
  if (amounts.length > 0 && !hasAdvance) {
    if (amounts.length === 1) draft.amount('payable', only && { value: only.amount, path: only.path })
    else {
      draft.derived(
        'payable',
        sum(amounts.map(({ amount }) => amount)),
        'sum_of_payments',
        amounts.map(({ path }) => path),
      )
    }
  }
  const total = draft.chosenAmount('grand_total')
  if (total === undefined) return
  const split = groups.filter(group => at(group, 'EsigibilitaIVA')?.value === 'S')
  const off = [...amountsAt(withholdings, 'ImportoRitenuta'), ...amountsAt(split, 'Imposta')]
  const due = less(total, ...off.map(({ amount }) => amount))
  draft.derived(
    'payable',
    due,
    'total_less_withheld',
    off.map(({ path }) => path),
  )
}

function readLine(line: XmlElement): LineRead {
  return {
    description: oneLine(at(line, 'Descrizione')?.value ?? ''),
    quantity: amountOrNull(at(line, 'Quantita')),
    unit: at(line, 'UnitaMisura')?.value ?? null,
    unitPrice: amountOrNull(at(line, 'PrezzoUnitario')),
    lineTotal: amountOrNull(at(line, 'PrezzoTotale')),
    taxRate: plainRate(amountOrNull(at(line, 'AliquotaIVA'))),
    productCode: at(line, 'CodiceArticolo', 'CodiceValore')?.value ?? null,
    classificationCode: null,
    origin: xmlOrigin(pathOf(line)),
  }
}

function taxOf(group: XmlElement): TaxRead {
  return {
    kind: 'transferred',
    name: 'IVA',
    rate: plainRate(amountOrNull(at(group, 'AliquotaIVA'))),
    base: amountOrNull(at(group, 'ImponibileImporto')),
    amount: amountOrNull(at(group, 'Imposta')) ?? ('0' as DecimalText),
    origin: xmlOrigin(pathOf(group)),
  }
}

function withheldOf(withholding: XmlElement): TaxRead {
  return {
    kind: 'withheld',
    name: at(withholding, 'TipoRitenuta')?.value ?? 'Ritenuta',
    rate: plainRate(amountOrNull(at(withholding, 'AliquotaRitenuta'))),
    base: null,
    amount: amountOrNull(at(withholding, 'ImportoRitenuta')) ?? ('0' as DecimalText),
    origin: xmlOrigin(pathOf(withholding)),
  }
}
