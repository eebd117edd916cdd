import type { DecimalText } from '../../../../shared/money'
import type { TaxRead } from '../../facts'
import type { XmlElement } from '../xml/element'
import { childrenOf, descend, pathOf, textOf } from '../xml/element'
import type { CiiNames } from './cii-names'
import { xmlOrigin } from './facts-draft'
import { amountOrNull, plainRate } from './values'

/** Reads the tax groups of the document, one per category and rate. */
export function readCiiTaxes(settlement: XmlElement | undefined, { ram, rate }: CiiNames): TaxRead[] {
  return childrenOf(settlement, ram, 'ApplicableTradeTax').map(tax => ({
    kind: 'transferred',
    name: textOf(descend(tax, ram, 'TypeCode'))?.value ?? 'VAT',
    rate: plainRate(amountOrNull(textOf(descend(tax, ram, rate)))),
    base: amountOrNull(textOf(descend(tax, ram, 'BasisAmount'))),
    amount: amountOrNull(textOf(descend(tax, ram, 'CalculatedAmount'))) ?? ('0' as DecimalText),
    origin: xmlOrigin(pathOf(tax)),
  }))
}
