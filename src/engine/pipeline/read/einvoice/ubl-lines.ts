import type { DecimalText } from '../../../../shared/money'
import type { LineRead } from '../../facts'
import type { XmlElement } from '../xml/element'
import { attributeOf, childrenOf, descend, pathOf } from '../xml/element'
import { oneLine, xmlOrigin } from './facts-draft'
import { basic, cac, cbc, isCreditNote } from './ubl-names'
import { amountOrNull, isTrue, isZero, negated, plainRate, sum } from './values'

/** Reads the lines of an invoice or credit note. The unit price is net of the line's own allowance (BT-146). */
export function readUblLines(root: XmlElement): LineRead[] {
  const [line, quantity] = lineNames(root)
  return childrenOf(root, cac, line).map(element => readLine(element, quantity))
}

function lineNames(root: XmlElement): readonly [line: string, quantity: string] {
  if (isCreditNote(root)) return ['CreditNoteLine', 'CreditedQuantity']
  return root.local === 'DebitNote' ? ['DebitNoteLine', 'DebitedQuantity'] : ['InvoiceLine', 'InvoicedQuantity']
}

function readLine(line: XmlElement, quantityName: string): LineRead {
  const quantity = descend(line, cbc, quantityName)
  const item = descend(line, cac, 'Item')
  const base = amountOrNull(basic(line, 'Price', 'BaseQuantity'))
  const classification = descend(item, cac, 'CommodityClassification')
  return {
    description: oneLine((basic(item, 'Name') ?? basic(item, 'Description') ?? basic(line, 'Note'))?.value ?? ''),
    quantity: amountOrNull(basic(line, quantityName)),
    unit: attributeOf(quantity, 'unitCode')?.value ?? null,
    unitPrice: amountOrNull(basic(line, 'Price', 'PriceAmount')),
    // Base quantity 0 occurs on lines of no quantity; dividing by it would break the check.
    ...(base !== null && !isZero(base) ? { priceBaseQuantity: base } : {}),
    adjustment: adjustmentOf(line),
    lineTotal: amountOrNull(basic(line, 'LineExtensionAmount')),
    taxRate: vatRate(line, item),
    productCode: basic(item, 'SellersItemIdentification', 'ID')?.value ?? null,
    classificationCode: basic(classification, 'ItemClassificationCode')?.value ?? null,
    origin: xmlOrigin(pathOf(line)),
  }
}

function adjustmentOf(line: XmlElement): DecimalText {
  const entries = childrenOf(line, cac, 'AllowanceCharge').flatMap(entry => {
    const amount = amountOrNull(basic(entry, 'Amount'))
    const isCharge = isTrue(basic(entry, 'ChargeIndicator'))
    return amount === null ? [] : [isCharge ? amount : negated(amount)]
  })
  return sum(entries)
}

/** The one rate of the line: at its item (EN 16931), else in its own tax totals (DIAN, ZATCA), there at the category or before it. */
function vatRate(line: XmlElement, item: XmlElement | undefined): DecimalText | null {
  const atItem = childrenOf(item, cac, 'ClassifiedTaxCategory')
  const inTotals = childrenOf(line, cac, 'TaxTotal').flatMap(total => childrenOf(total, cac, 'TaxSubtotal'))
  const written =
    atItem.length > 0
      ? atItem.map(category => basic(category, 'Percent'))
      : inTotals.map(part => basic(part, 'TaxCategory', 'Percent') ?? basic(part, 'Percent'))
  const rates = written.flatMap(percent => plainRate(amountOrNull(percent)) ?? [])
  return new Set(rates).size === 1 ? (rates[0] ?? null) : null
}
