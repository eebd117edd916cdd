import type { PendingGroup } from '../../../shared/coding'
import type { LineCandidates, LineView } from '../../../shared/invoice'
import type { Settings } from '../../../shared/settings'
import type { Text } from '../i18n/t'
import type { PillTone } from '../parts/StatePill'

export type ChanceBand = 'sure' | 'likely' | 'doubtful'

/** Below even odds nobody would call it likely. */
const evenOdds = 0.5

export type Stage = keyof Settings['codingBars']
export const stages: readonly Stage[] = ['family', 'subfamily', 'account']

/** A chance in words, by the bar above which the settings let it go without a look. */
export function chanceBand(chance: number, bar: number): ChanceBand {
  if (chance >= bar) return 'sure'
  return chance >= evenOdds ? 'likely' : 'doubtful'
}

export const bandTones: Readonly<Record<ChanceBand, PillTone>> = { sure: 'good', likely: 'info', doubtful: 'check' }

/** How a group stands in the list: as sure as the engine says, never surer. */
export function groupBand({ accountCode, isDoubtful, probability }: PendingGroup): ChanceBand | 'choose' {
  if (accountCode === null) return 'choose'
  if (!isDoubtful) return 'sure'
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

type Evidence = LineView['codingEvidence'][number]

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
