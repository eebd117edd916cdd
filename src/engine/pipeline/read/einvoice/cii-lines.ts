import type { DecimalText } from '../../../../shared/money'
import type { LineRead } from '../../facts'
import type { XmlElement } from '../xml/element'
import { attributeOf, childrenOf, descend, pathOf, textOf } from '../xml/element'
import type { CiiNames } from './cii-names'
import { oneLine, xmlOrigin } from './facts-draft'
import { amountOrNull, isTrue, isZero, negated, plainRate, sum } from './values'

/**
 * Reads the lines that count. Left out are rows of mere text, and the group and information rows of nested invoices
 * (Factur-X EXTENDED): their amounts repeat those of their detail lines.
 */
export function readCiiLines(trade: XmlElement | undefined, names: CiiNames): LineRead[] {
  const { ram } = names
  return childrenOf(trade, ram, 'IncludedSupplyChainTradeLineItem')
    .filter(line => counts(line, names))
    .map(line => readLine(line, names))
}

function counts(line: XmlElement, { ram, lineSettlement, lineTotals }: CiiNames): boolean {
  const status = textOf(descend(line, ram, 'AssociatedDocumentLineDocument', 'LineStatusReasonCode'))?.value
  if (status === 'GROUP' || status === 'INFORMATION') return false
  const hasProduct = descend(line, ram, 'SpecifiedTradeProduct') !== undefined
  return hasProduct || descend(line, ram, lineSettlement, lineTotals) !== undefined
}

function readLine(line: XmlElement, names: CiiNames): LineRead {
  const { ram } = names
  const product = descend(line, ram, 'SpecifiedTradeProduct')
  const price = descend(line, ram, names.lineAgreement, 'NetPriceProductTradePrice')
  const quantity = descend(line, ram, names.lineDelivery, 'BilledQuantity')
  const settlement = descend(line, ram, names.lineSettlement)
  const base = amountOrNull(textOf(descend(price, ram, 'BasisQuantity')))
  const description = descend(product, ram, 'Name') ?? descend(product, ram, 'Description')
  return {
    description: oneLine(textOf(description)?.value ?? ''),
    quantity: amountOrNull(textOf(quantity)),
    unit: attributeOf(quantity, 'unitCode')?.value ?? null,
    unitPrice: amountOrNull(textOf(descend(price, ram, 'ChargeAmount'))),
    ...(base !== null && !isZero(base) ? { priceBaseQuantity: base } : {}),
    adjustment: adjustmentOf(settlement, ram),
    lineTotal: amountOrNull(textOf(descend(settlement, ram, names.lineTotals, 'LineTotalAmount'))),
    taxRate: vatRate(settlement, names),
    productCode: textOf(descend(product, ram, 'SellerAssignedID'))?.value ?? null,
    classificationCode: textOf(descend(product, ram, 'DesignatedProductClassification', 'ClassCode'))?.value ?? null,
    origin: xmlOrigin(pathOf(line)),
  }
}

function adjustmentOf(settlement: XmlElement | undefined, ram: string): DecimalText {
  const entries = childrenOf(settlement, ram, 'SpecifiedTradeAllowanceCharge').flatMap(entry => {
    const amount = amountOrNull(textOf(descend(entry, ram, 'ActualAmount')))
    const indicator = descend(entry, ram, 'ChargeIndicator')
    const isCharge = isTrue(textOf(indicator?.children[0] ?? indicator))
    return amount === null ? [] : [isCharge ? amount : negated(amount)]
  })
  return sum(entries)
}

function vatRate(settlement: XmlElement | undefined, { ram, rate }: CiiNames): DecimalText | null {
  const rates = childrenOf(settlement, ram, 'ApplicableTradeTax').flatMap(
    tax => plainRate(amountOrNull(textOf(descend(tax, ram, rate)))) ?? [],
  )
  return new Set(rates).size === 1 ? (rates[0] ?? null) : null
}
