import type { Settings } from '../../shared/settings'

/** A tax of the document, as far as its account depends on it. */
export interface TaxKind {
  readonly kind: 'transferred' | 'withheld'
  readonly name: string
}

type Rule = readonly [kind: TaxKind['kind'], name: RegExp, code: string]

const valueAdded = /^(iva|vat|ust|u\.?st\.?|mwst|mehrwertsteuer|umsatzsteuer|tva|btw|igv|gst)\b/i
const anything = /(?:)/

// Código agrupador of Anexo 24. Fees are what most withheld income tax on bills is about, hence 216.04.
const sat: readonly Rule[] = [
  ['transferred', valueAdded, '118.01'],
  ['transferred', /^ieps\b/i, '118.03'],
  ['withheld', /^isr\b/i, '216.04'],
  ['withheld', valueAdded, '216.10'],
  ['withheld', anything, '216.12'],
]

const ukSmallBusiness: readonly Rule[] = [
  ['transferred', valueAdded, '2201'],
  ['withheld', anything, '2102'],
]

const rules: Readonly<Record<Settings['chart'], readonly Rule[]>> = {
  sat,
  'uk-small-business': ukSmallBusiness,
  own: [],
}

/**
 * The account a tax line of a bill goes to.
 *
 * @returns null for a tax that cannot be recovered (a local lodging tax, say): it is part of the cost and belongs
 *   where the bill's largest line goes
 */
export function taxAccount(chart: Settings['chart'], { kind, name }: TaxKind): string | null {
  return rules[chart].find(([of, pattern]) => of === kind && pattern.test(name.trim()))?.[2] ?? null
}

/** How a tax is called on the bill when the document only states its sum. */
export function unnamedTax(chart: Settings['chart'], kind: TaxKind['kind']): string {
  if (kind === 'withheld') return chart === 'sat' ? 'Retención' : 'Withholding tax'
  return chart === 'sat' ? 'IVA' : 'VAT'
}
