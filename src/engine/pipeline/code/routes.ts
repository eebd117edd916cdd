import type { CompanyProfile } from '../../../shared/company-profile'
import type { Cues } from './cues'
import type { LineReading } from './readings'

/**
 * Where a purchase can go: into expense, fixed assets, goods for resale, material, the cost of a service, or goods as
 * such while nobody knows what the company does.
 */
export type RouteName =
  'expense' | 'capital' | 'resale' | 'material' | 'cost' | 'goods_guess' | 'cost_guess' | 'inbound'

export interface Route {
  readonly name: RouteName
  readonly account: string
  /** The way the company's policy points; the others stay possible. */
  readonly isMain: boolean
  /** An expense although policy makes such things goods or cost. */
  readonly isAgainstPolicy?: boolean
}

const serviceCost = '501.08'
const inboundConcepts = new Set(['freight', 'foreign_freight', 'import_cost', 'class_7810', 'class_78', 'class_931616'])

/** Ways a reading can be booked under the company's policy; without a profile all stay open. */
export function routesOf(reading: LineReading, profile: CompanyProfile | null, cues: Cues): Route[] {
  const { concept } = reading
  const isGoods = concept.kind === 'thing' || concept.kind === 'durable'
  const routes: Route[] = []
  const add = (name: RouteName, account: string | null, isMain: boolean) => {
    if (account !== null && !routes.some(route => route.account === account)) routes.push({ name, account, isMain })
  }
  if (profile === null) {
    add('expense', concept.expense, true)
    if (concept.kind === 'durable') add('capital', concept.capital, true)
    if (isGoods) for (const account of ['502.01', '501.03', '115.01']) add('goods_guess', account, false)
    if (concept.kind === 'act' || (cues.directUse && concept.kind !== 'rule')) add('cost_guess', serviceCost, false)
    return routes
  }
  const isSold = isGoods && touches(profile.sells, reading)
  // A dentist's chair is no dental supply: what lasts is material only where the company says so by name.
  const isMaterial =
    isGoods &&
    (concept.kind === 'thing' ? touches(profile.materials, reading) : profile.materials.includes(concept.key))
  const isCost = concept.kind !== 'rule' && touches(profile.serviceCosts, reading)
  const isInbound = inboundConcepts.has(concept.key) && cues.inbound && profile.goods !== 'none'
  if (isSold) add('resale', resaleAccount(profile), true)
  if (isMaterial) add('material', materialAccount(profile), !isSold)
  if (isInbound) add('inbound', inboundAccount(profile), true)
  if (isCost) add('cost', serviceCost, true)
  const isClaimed = isSold || isMaterial || isCost || isInbound
  if (!routes.some(route => route.account === concept.expense))
    routes.push({ name: 'expense', account: concept.expense, isMain: !isClaimed, isAgainstPolicy: isClaimed })
  // Machines are capitalised even by those who sell or build with such things.
  if (concept.capital !== null) add('capital', concept.capital, concept.kind === 'durable' && !isSold && !isMaterial)
  if (isGoods && profile.goods !== 'none') {
    add('goods_guess', isSold ? null : profile.sells.length > 0 ? resaleAccount(profile) : null, false)
    add('goods_guess', materialAccount(profile), false)
  }
  if (profile.serviceCosts.length > 0 && concept.kind !== 'rule' && concept.kind !== 'service')
    add('cost_guess', serviceCost, false)
  return routes
}

/** The account goods for resale go to. */
export function resaleAccount(profile: CompanyProfile): string {
  return profile.goods === 'perpetual' ? '115.01' : profile.goods === 'direct' ? '501.03' : '502.01'
}

function materialAccount(profile: CompanyProfile): string {
  return profile.goods === 'perpetual' ? '115.02' : profile.goods === 'periodic' ? '502.01' : '501.03'
}

/** Freight and duties belong to what was bought (income-tax law, article 31; NIF C-4). */
function inboundAccount(profile: CompanyProfile): string {
  return profile.goods === 'perpetual' ? '115.01' : profile.goods === 'periodic' ? '502.01' : serviceCost
}

/** Whether a list of product-code prefixes and concept keys names what a reading speaks of. */
export function touches(list: readonly string[], { concept, classes }: LineReading): boolean {
  return list.some(entry =>
    /^\d/.test(entry)
      ? classes.some(prefix => prefix.startsWith(entry) || (prefix.length >= 4 && entry.startsWith(prefix)))
      : entry === concept.key,
  )
}
