import type { DecimalText } from '../../../../shared/money'
import type { TaxRead } from '../../facts'
import type { XmlElement } from '../xml/element'
import { attributeOf, childrenOf, descend, pathOf } from '../xml/element'
import type { FactsDraft } from './facts-draft'
import { xmlOrigin } from './facts-draft'
import { basic, cac, cbc } from './ubl-names'
import { amountOrNull, isOwnCurrency, plainRate, sum } from './values'

/**
 * Reads the tax totals of the document and proposes their sum.
 *
 * Several TaxTotal elements may be one tax told in two currencies (only the invoice's own counts), one tax told twice
 * (with and without its breakdown: ZATCA), or one element per tax (these add up: DIAN).
 */
export function readUblTaxes(root: XmlElement, currency: string | undefined, draft: FactsDraft): TaxRead[] {
  const own = taxTotals(root, 'TaxTotal', currency)
  const withheld = taxTotals(root, 'WithholdingTaxTotal', currency)
  propose(draft, 'tax_total', own)
  propose(draft, 'withheld_total', withheld)
  return [
    ...own.flatMap(total => breakdown(total, 'transferred')),
    ...withheld.flatMap(total => breakdown(total, 'withheld')),
  ]
}

function taxTotals(root: XmlElement, name: string, currency: string | undefined): XmlElement[] {
  const inOwnCurrency = childrenOf(root, cac, name).filter(total => {
    const code = attributeOf(descend(total, cbc, 'TaxAmount'), 'currencyID')?.value
    return isOwnCurrency(code, currency)
  })
  const brokenDown = inOwnCurrency.filter(total => descend(total, cac, 'TaxSubtotal') !== undefined)
  const [first] = inOwnCurrency
  if (brokenDown.length === 0) return first === undefined ? [] : [first]
  const seen = new Set<string>()
  return brokenDown.filter(total => {
    const told = breakdown(total, 'transferred').map(({ name: tax, rate, base, amount }) => [tax, rate, base, amount])
    const key = JSON.stringify(told)
    return seen.has(key) ? false : seen.add(key)
  })
}

function propose(draft: FactsDraft, field: 'tax_total' | 'withheld_total', totals: readonly XmlElement[]): void {
  const amounts = totals.flatMap(total => basic(total, 'TaxAmount') ?? [])
  const [only] = amounts
  if (amounts.length <= 1) return draft.amount(field, only)
  const values = amounts.map(amountOrNull).filter(value => value !== null)
  draft.derived(
    field,
    sum(values),
    'sum_of_taxes',
    amounts.map(amount => amount.path),
  )
}

function breakdown(total: XmlElement, kind: TaxRead['kind']): TaxRead[] {
  return childrenOf(total, cac, 'TaxSubtotal').map(part => {
    const category = descend(part, cac, 'TaxCategory')
    const name = basic(category, 'TaxScheme', 'Name') ?? basic(category, 'TaxScheme', 'ID')
    return {
      kind,
      name: name?.value ?? 'VAT',
      rate: plainRate(amountOrNull(basic(category, 'Percent') ?? basic(part, 'Percent'))),
      base: amountOrNull(basic(part, 'TaxableAmount')),
      amount: amountOrNull(basic(part, 'TaxAmount')) ?? ('0' as DecimalText),
      origin: xmlOrigin(pathOf(part)),
    }
  })
}
