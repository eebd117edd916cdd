import type { PendingGroup } from '../../../shared/coding'
import type { LineCandidates, LineView } from '../../../shared/invoice'
import type { Settings } from '../../../shared/settings'
import type { Text } from '../i18n/t'
import type { PillTone } from '../parts/StatePill'

export type ChanceBand = 'sure' | 'likely' | 'doubtful' | 'guess'

/** Below even odds nobody would call it likely. */
const evenOdds = 0.5

export type Stage = keyof Settings['codingBars']
export const stages: readonly Stage[] = ['family', 'subfamily', 'account']

type Evidence = LineView['codingEvidence'][number]

/** What speaks for many accounts at once: nothing on the line itself, and no decision before it, names this one. */
const vagueKeys = new Set([
  'catch_all',
  'other_department',
  'catalogue_words',
  'meaning',
  'route_capital',
  'route_goods_guess',
  'route_cost_guess',
  'trade_by_name',
  'trade_by_purchases',
])

/** Whether an account is offered because there must be something to choose from. */
export function isGuess(evidence: readonly Evidence[]): boolean {
  return evidence.every(({ key }) => vagueKeys.has(key))
}

/** A chance in words, by the bar above which the settings let it go without a look. */
export function chanceBand(chance: number, bar: number): ChanceBand {
  if (chance >= bar) return 'sure'
  return chance >= evenOdds ? 'likely' : 'doubtful'
}

/** The same of an account with what speaks for it: without anything that names it, it is a guess. */
export function candidateBand({ probability, evidence }: Candidate, bar: number): ChanceBand {
  const band = chanceBand(probability, bar)
  return band !== 'sure' && isGuess(evidence) ? 'guess' : band
}

export const bandTones: Readonly<Record<ChanceBand, PillTone>> = {
  sure: 'good',
  likely: 'info',
  doubtful: 'check',
  guess: 'check',
}

/** How a group stands in the list: as sure as the engine says, never surer. */
export function groupBand({ accountCode, isDoubtful, probability, evidence }: PendingGroup): ChanceBand | 'choose' {
  if (accountCode === null) return 'choose'
  if (!isDoubtful) return 'sure'
  if (isGuess(evidence)) return 'guess'
  return probability >= evenOdds ? 'likely' : 'doubtful'
}

/** What the lines of a group say, each wording once: lines of one vendor with one proposal may differ in words. */
export function groupText({ description, lines }: PendingGroup): string {
  return [...new Set([description, ...lines.map(line => line.description)])].join(' · ')
}

/** "601.72 Fletes y acarreos". */
export function accountText(code: string | null, name: string | null): string {
  return [code, name].filter(part => part !== null && part !== '').join(' ')
}

/** Past decisions, as far as evidence tells of them: there is a lesson to be traced. */
const memoryKeys = new Set(['same_line', 'similar_line', 'same_product_code', 'vendor_habit', 'vendor_default'])

export function restsOnMemory(evidence: readonly Evidence[]): boolean {
  return evidence.some(({ key }) => memoryKeys.has(key))
}

/** Who or what proposed it, in words. */
export function deciderText({ t }: Text, evidence: readonly Evidence[], accountCode: string | null): string {
  const model = evidence.find(({ key }) => key === 'model')
  const rule = evidence.find(({ key }) => key === 'rule')
  if (accountCode === null) return t('coding.why.by.nobody')
  if (rule) return t('coding.why.by.rule', rule.params)
  if (model) return t('coding.why.by.model', model.params)
  if (evidence.some(({ key }) => key === 'person')) return t('coding.why.by.person')
  return t('coding.why.by.engine')
}

export type Candidate = LineCandidates['candidates'][number]
