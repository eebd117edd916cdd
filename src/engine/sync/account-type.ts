import type { Settings } from '../../shared/settings'

type Rule = readonly [codes: RegExp, type: string]

// Código agrupador: 151 to 170 are tangible and 174 to 191 other long-term assets.
const sat: readonly Rule[] = [
  [/^1(5[1-9]|6\d|7\d|8\d|9\d)/, 'fixed-asset'],
  [/^1/, 'other-current-asset'],
  [/^2/, 'other-current-liability'],
  [/^5/, 'cost-of-goods-sold'],
  [/^6/, 'expense'],
  [/^7/, 'other-expense'],
]

const ukSmallBusiness: readonly Rule[] = [
  [/^0/, 'fixed-asset'],
  [/^1/, 'other-current-asset'],
  // Purchase tax is owed to us.
  [/^2201/, 'other-current-asset'],
  [/^2/, 'other-current-liability'],
  [/^5/, 'cost-of-goods-sold'],
  [/^[678]/, 'expense'],
]

const rules: Readonly<Record<Settings['chart'], readonly Rule[]>> = {
  sat,
  'uk-small-business': ukSmallBusiness,
  own: [],
}

/** The ledger's type for an account of ours; undefined for one a bill has no business with (income, equity). */
export function ledgerAccountType(chart: Settings['chart'], code: string): string | undefined {
  return rules[chart].find(([codes]) => codes.test(code))?.[1]
}
