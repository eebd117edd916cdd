import type { CompanyProfile } from '../../../shared/company-profile'
import type { CodingLine } from './coding-line'
import type { Department } from './concepts'
import { readCues, type Cues } from './cues'
import { departmentFor, inDepartment } from './departments'
import { CandidateDrafts } from './drafts'
import type { FeatureName } from './features'
import type { MeaningModel } from './meaning'
import { readLine, type Knowledge, type LineReading } from './readings'
import { resaleAccount, routesOf, type Route } from './routes'
import type { Evidence } from './suggestion'
import { roughlyIn, unitAmount } from './unit-amount'
import { variantsFor } from './variants'
import { vendorKind } from './vendor-kind'

export interface CandidateContext {
  readonly knowledge: Knowledge
  /** What the company is; null while it has not said. */
  readonly profile: CompanyProfile | null
  /** What speaks for the profile, where the company has not told it itself. */
  readonly profileEvidence?: Evidence | null
  readonly homeCurrency: string
  readonly meaning?: MeaningModel | undefined
  /** What the line may be, where it was read before. */
  readonly readings?: readonly LineReading[]
  /** Accounts that may be proposed. */
  readonly isAllowed: (account: string) => boolean
}

const wordFeature = {
  rule: 'word_rule',
  act: 'word_act',
  service: 'word_service',
  thing: 'word_thing',
  durable: 'word_durable',
} as const
const catchAll = '601.84'

function catchAllFeature({ source }: LineReading): FeatureName {
  return source === 'words' || source === 'vendor_name' ? 'catch_all_word' : 'catch_all_code'
}

const routeFeature = {
  expense: null,
  capital: 'route_capital',
  resale: 'route_resale',
  material: 'route_material',
  cost: 'route_cost',
  goods_guess: 'route_goods_guess',
  cost_guess: 'route_cost_guess',
  inbound: 'route_inbound',
} as const

/** A code of what the company itself sells or works up says enough, however broad its class. */
function isClaimedByCode(reading: LineReading, route: Route): boolean {
  return isByTrade(route) && reading.source === 'product_code'
}

function fittingFeature(reading: LineReading, route: Route): FeatureName {
  return isClaimedByCode(reading, route) ? 'code_claimed' : sourceFeature(reading)
}

function sourceFeature(reading: LineReading): FeatureName {
  if (reading.source === 'words') return wordFeature[reading.concept.kind]
  if (reading.source === 'vendor_name') return 'vendor_name'
  if (reading.source === 'catalogue') return 'catalogue'
  if (reading.source === 'meaning') return 'meaning'
  return reading.strength >= 1 ? 'code_long' : reading.strength > 0.6 ? 'code_mid' : 'code_short'
}

/** Collects every account a line may go to under the company's policy, with its evidence as features. */
export function collectCandidates(line: CodingLine, context: CandidateContext): CandidateDrafts {
  const { profile, knowledge, homeCurrency } = context
  const drafts = new CandidateDrafts(context.isAllowed)
  const cues = readCues(line.description)
  const vendor = vendorKind(line.vendorName, line.vendorTaxId, line.currency, homeCurrency)
  const readings = context.readings ?? readLine(line, knowledge, context.meaning)
  const sources = new Map<string, Set<string>>()
  for (const reading of readings) {
    for (const route of routesOf(reading, profile, cues)) {
      const variants = variantsFor(route.account, vendor, line.vendorName)
      for (const [index, variant] of variants.entries()) {
        for (const { account, fits } of departmentsOf(variant, reading.concept.department, profile, cues)) {
          const strength = (isClaimedByCode(reading, route) ? 1 : reading.strength) * (fits ? 1 : 0.5)
          const isFitting = route.isMain && index === 0
          const isGuess = route.name === 'goods_guess' || route.name === 'cost_guess'
          const otherWay: FeatureName = route.isAgainstPolicy ? 'expense_against_policy' : 'other_route'
          const side = index > 0 ? 'other_variant' : isGuess ? null : otherWay
          const name = isFitting ? fittingFeature(reading, route) : side
          if (name !== null) drafts.add(account, name, strength, reading.evidence)
          if (isFitting && variant === catchAll) drafts.add(account, catchAllFeature(reading), strength)
          if (fits && profile?.hasDepartments) drafts.add(account, 'department_fits', reading.strength)
          if (!fits) drafts.add(account, 'department_other', reading.strength)
          if (isFitting) sources.set(account, (sources.get(account) ?? new Set()).add(reading.source))
          addRoute(drafts, account, route, reading, cues, line, profile)
          if (context.profileEvidence && isByTrade(route))
            drafts.explain(account, context.profileEvidence, reading.strength)
        }
      }
    }
  }
  for (const [account, from] of sources) if (from.size > 1) drafts.add(account, 'sources_agree', from.size - 1)
  weighSize(drafts, line, readings, profile, homeCurrency)
  creditNote(drafts, line, profile)
  fallbacks(drafts, profile, cues)
  return drafts
}

/** Ways that are open only because of what the company does. */
function isByTrade({ name, isMain }: Route): boolean {
  return isMain && name !== 'expense' && name !== 'capital'
}

interface InDepartment {
  readonly account: string
  readonly fits: boolean
}

const allDepartments: readonly Department[] = ['administration', 'selling', 'plant']

function departmentsOf(account: string, usual: Department, profile: CompanyProfile | null, cues: Cues): InDepartment[] {
  if (!account.startsWith('601.')) return [{ account, fits: true }]
  if (!profile?.hasDepartments) return [{ account, fits: true }]
  const fitting = departmentFor(usual, cues)
  const found = new Map(allDepartments.map(department => [inDepartment(account, department), department === fitting]))
  found.set(inDepartment(account, fitting), true)
  return [...found].map(([code, fits]) => ({ account: code, fits }))
}

function addRoute(
  drafts: CandidateDrafts,
  account: string,
  route: Route,
  reading: LineReading,
  cues: Cues,
  line: CodingLine,
  profile: CompanyProfile | null,
): void {
  const feature = routeFeature[route.name]
  const share = reading.strength
  if (feature !== null) drafts.add(account, feature, share, { key: `route_${route.name}`, params: {} })
  if (route.name === 'goods_guess' && account === '502.01') drafts.add(account, 'goods_purchases', share)
  if (profile === null && reading.isStock) {
    if (route.name === 'goods_guess') drafts.add(account, 'goods_of_stock', share)
    if (route.name === 'expense') drafts.add(account, 'expense_of_stock', share)
    if (route.name === 'cost_guess') drafts.add(account, 'cost_of_works', share)
  }
  if (profile === null && cues.directUse) {
    if (route.name === 'cost_guess') drafts.add(account, 'cost_guess_for_direct_use', share)
    if (route.name === 'expense') drafts.add(account, 'expense_guess_for_direct_use', share)
  }
  const use = line.cfdiUse ?? ''
  const isGoods = route.name === 'resale' || route.name === 'material' || route.name === 'goods_guess'
  const isCost = route.name === 'cost' || route.name === 'inbound'
  if (isGoods && cues.ownUse) drafts.add(account, 'goods_for_own_use', share)
  if (isCost && cues.ownUse) drafts.add(account, 'cost_for_own_use', share)
  if (isCost && cues.directUse) drafts.add(account, 'cost_for_direct_use', share)
  if (profile !== null && route.name === 'expense' && cues.directUse)
    drafts.add(account, 'expense_for_direct_use', share)
  if (isGoods && /^G0[12]$/.test(use)) drafts.add(account, 'use_goods', share)
  if (route.name === 'expense' && /^G0[12]$/.test(use)) drafts.add(account, 'use_goods_expense', share)
  if (isGoods && use === 'G03') drafts.add(account, 'use_expense_goods', share)
  if (route.name === 'capital' && use.startsWith('I')) drafts.add(account, 'use_capital', share)
  if (route.name === 'expense' && use.startsWith('I')) drafts.add(account, 'use_capital_expense', share)
}

const usualThreshold = { amount: '5000', currency: 'MXN' } as const

/** A thing that lasts and costs the threshold or more is a fixed asset; below it is an expense of the year. */
function weighSize(
  drafts: CandidateDrafts,
  line: CodingLine,
  readings: readonly LineReading[],
  profile: CompanyProfile | null,
  homeCurrency: string,
): void {
  const durable = readings.filter(({ concept }) => concept.capital !== null && concept.kind === 'durable')
  if (line.amount === null || durable.length === 0) return
  const { amount, currency } = profile?.capitalThreshold ?? usualThreshold
  const total = roughlyIn(currency, line.amount, line.currency ?? homeCurrency)
  const each = unitAmount(line.description, total, line.quantity)
  const threshold = Number(amount)
  const size = Math.max(-2, Math.min(2, Math.log2(Math.max(each, 0.01) / threshold)))
  const evidence: Evidence = { key: 'above_threshold', params: { threshold: amount, currency } }
  for (const { concept, strength, source } of durable) {
    if (concept.capital === null || !drafts.has(concept.capital)) continue
    const isCode = source === 'product_code' || source === 'catalogue'
    if (size >= 0)
      drafts.add(concept.capital, isCode ? 'capital_size_code' : 'capital_size', strength * (1 + size / 2), evidence)
    else drafts.add(concept.capital, 'capital_small', strength * (1 - size / 2))
    if (size < 0 && total >= threshold) drafts.add(concept.capital, 'lot_above_threshold', strength)
  }
}

function creditNote(drafts: CandidateDrafts, line: CodingLine, profile: CompanyProfile | null): void {
  if (!line.isCreditNote && (line.amount ?? 0) >= 0) return
  const evidence: Evidence = { key: 'credit_note', params: {} }
  const handlesGoods = profile === null || profile.goods !== 'none'
  drafts.add('503.01', 'credit_note_goods', handlesGoods ? 1 : 0.3, evidence)
  for (const account of drafts.accounts()) if (account.startsWith('6')) drafts.add(account, 'credit_note_expense', 1)
}

const usualExpenses = ['601.84', '601.60', '601.38', '601.56', '601.55', '601.49', '601.61', '601.72', '601.58']

/** Something to choose from where little is known, in the order accountants need them. */
function fallbacks(drafts: CandidateDrafts, profile: CompanyProfile | null, cues: Cues): void {
  const evidence: Evidence = { key: 'catch_all', params: {} }
  const place = (account: string) =>
    profile?.hasDepartments ? inDepartment(account, departmentFor('administration', cues)) : account
  const goods = profile === null ? ['502.01'] : profile.goods === 'none' ? [] : [resaleAccount(profile)]
  const list = [...usualExpenses.map(place), ...goods, '501.08']
  for (const [index, account] of list.entries()) {
    drafts.add(account, 'fallback', 1 - index / list.length, evidence)
  }
  drafts.add(place('601.84'), 'catch_all', 1)
  for (const account of drafts.accounts()) {
    if (account.startsWith('1')) drafts.add(account, 'balance_account', 1)
    if (account.startsWith('5')) drafts.add(account, 'cost_account', 1)
  }
}
