import type { Chart } from '../pipeline/code/chart'

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

const spanishPlan: readonly Rule[] = [
  [/^(2[0-3])/, 'fixed-asset'],
  [/^26/, 'non-current-asset'],
  [/^(3|4|5)/, 'other-current-asset'],
  [/^6[0]/, 'cost-of-goods-sold'],
  [/^6/, 'expense'],
]

const general: readonly Rule[] = [
  [/^15/, 'fixed-asset'],
  [/^19/, 'non-current-asset'],
  [/^1/, 'other-current-asset'],
  [/^2/, 'other-current-liability'],
  [/^5/, 'cost-of-goods-sold'],
  [/^[69]/, 'expense'],
]

// The ledger's own first chart: these accounts are there already, unless somebody removed them.
const ledgersOwn: readonly Rule[] = [
  [/^1000[56]$/, 'fixed-asset'],
  [/^10008$/, 'inventory'],
  [/^1/, 'other-current-asset'],
  [/^2/, 'other-current-liability'],
  [/^40002$/, 'cost-of-goods-sold'],
  [/^4000[9]$|^40011$/, 'other-expense'],
  [/^4/, 'expense'],
]

const rules: Readonly<Record<Exclude<Chart['key'], 'own'>, readonly Rule[]>> = {
  sat,
  'es-pgc': spanishPlan,
  'uk-small-business': ukSmallBusiness,
  'us-generic': general,
  'bigcapital-default': ledgersOwn,
}

/** The ledger's type for an account of ours; undefined for one a bill has no business with (income, equity). */
export function ledgerAccountType(chart: Pick<Chart, 'key' | 'byCode'>, code: string): string | undefined {
  // A company's own numbers mean nothing to us; what the account stands for does.
  const [of, meant] =
    chart.key === 'own' ? (['sat', chart.byCode.get(code)?.standsFor ?? ''] as const) : [chart.key, code]
  return rules[of].find(([codes]) => codes.test(meant))?.[1]
}
