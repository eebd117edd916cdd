import Big from 'big.js'
import type { DecimalText } from '../../../../shared/money'
import type { AdjustmentRead, InvoiceFacts, LineRead, TaxRead } from '../../facts'
import type { XmlElement } from '../xml/element'
import { childrenOf, descend, pathOf } from '../xml/element'
import { at, readIdentity, readName, readTaxId } from './fatturapa-parts'
import { draftFacts, oneLine, xmlOrigin } from './facts-draft'
import { amountOrNull, isZero, less, plainRate, sum } from './values'

interface GrossLine {
  readonly line: LineRead
  readonly gross: DecimalText
  readonly tax: DecimalText
  readonly path: string
}

/** Simplified invoice (up to 400 €): lines are gross, tax stands beside each or follows from its rate. */
export function readSimplified(header: XmlElement | undefined, body: XmlElement | undefined): InvoiceFacts {
  const draft = draftFacts()
  const seller = descend(header, '', 'CedentePrestatore')
  readTaxId(seller, 'seller.tax_id', draft)
  readName(seller, 'seller.name', draft)
  const buyer = descend(header, '', 'CessionarioCommittente')
  readTaxId(descend(buyer, '', 'IdentificativiFiscali'), 'buyer.tax_id', draft)
  readName(descend(buyer, '', 'AltriDatiIdentificativi'), 'buyer.name', draft)
  readIdentity(descend(body, '', 'DatiGenerali', 'DatiGeneraliDocumento'), draft)

  const lines = childrenOf(body, '', 'DatiBeniServizi').map(readLine)
  const paths = lines.map(({ path }) => path)
  const total = sum(lines.map(({ gross }) => gross))
  const tax = sum(lines.map(line => line.tax))
  if (lines.length > 0) {
    draft.derived('net_total', less(total, tax), 'total_less_tax', paths)
    draft.derived('tax_total', tax, 'sum_of_taxes', paths)
    draft.derived('grand_total', total, 'sum_of_lines', paths)
    draft.derived('payable', total, 'sum_of_lines', paths)
  }
  const taxes = lines.map<TaxRead>(({ line, gross, tax: amount }) => {
    return {
      kind: 'transferred',
      name: 'IVA',
      rate: line.taxRate,
      base: less(gross, amount),
      amount,
      origin: line.origin,
    }
  })
  // The lines stay as printed, gross; the tax inside them comes off before they are compared with the net total.
  const adjustments = lines.flatMap<AdjustmentRead>(({ line, tax: amount }) =>
    isZero(amount) ? [] : [{ kind: 'allowance', amount, reason: 'IVA inclusa', origin: line.origin }],
  )
  return draft.facts({ lines: lines.map(({ line }) => line), taxes, adjustments })
}

function readLine(element: XmlElement): GrossLine {
  const gross = amountOrNull(at(element, 'Importo')) ?? ('0' as DecimalText)
  const rate = plainRate(amountOrNull(at(element, 'DatiIVA', 'Aliquota')))
  const tax = amountOrNull(at(element, 'DatiIVA', 'Imposta')) ?? taxWithin(gross, rate)
  const line: LineRead = {
    description: oneLine(at(element, 'Descrizione')?.value ?? ''),
    quantity: null,
    unit: null,
    unitPrice: null,
    lineTotal: gross,
    taxRate: rate,
    productCode: null,
    classificationCode: null,
    origin: xmlOrigin(pathOf(element)),
  }
  return { line, gross, tax, path: pathOf(element) }
}

function taxWithin(gross: DecimalText, rate: DecimalText | null): DecimalText {
  if (rate === null) return '0' as DecimalText
  return new Big(gross).times(rate).div(new Big(rate).plus(100)).round(2, Big.roundHalfUp).toFixed(2) as DecimalText
}
