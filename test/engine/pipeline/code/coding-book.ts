import { join } from 'node:path'
import type { CompanyProfile } from '../../../../src/shared/company-profile'
import { loadChart } from '../../../../src/engine/pipeline/code/chart'
import { createCoder, type Coding } from '../../../../src/engine/pipeline/code/coder'
import type { CodingLine } from '../../../../src/engine/pipeline/code/coding-line'
import { loadCodingKnowledge } from '../../../../src/engine/pipeline/code/knowledge'
import { noMemory, type CodingMemory } from '../../../../src/engine/pipeline/code/memory-hits'
import { parseProfile } from '../../../../src/engine/pipeline/code/profile'

export const resources = join(import.meta.dirname, '../../../../resources')
export const chart = loadChart(resources, 'sat')
export const knowledge = loadCodingKnowledge(resources)

const isProposable = (account: string) => chart.byCode.get(account)?.isPostable ?? false
export const coder = createCoder(knowledge, isProposable, account => chart.byCode.has(account))

export function profileOf(words: string): CompanyProfile {
  return parseProfile(words, knowledge.trades, knowledge.concepts, 'MXN')
}

export const accountants = profileOf(
  'Accounting firm of 9 people, sells no goods. One expense group (601). Capitalises equipment from MXN 6,000.',
)

export function lineOf(line: Partial<CodingLine> = {}): CodingLine {
  return {
    description: '',
    productCode: null,
    vendorName: 'Comercial del Pacífico SA de CV',
    vendorTaxId: null,
    amount: 1000,
    quantity: null,
    currency: 'MXN',
    cfdiUse: null,
    isCreditNote: false,
    ...line,
  }
}

export function codingOf(
  line: Partial<CodingLine>,
  profile: CompanyProfile | null = accountants,
  memory: CodingMemory = noMemory,
): Coding {
  return coder.code(lineOf(line), { profile, name: '', homeCurrency: 'MXN' }, memory)
}

/** The account proposed first. */
export function accountOf(
  line: Partial<CodingLine>,
  profile: CompanyProfile | null = accountants,
  memory: CodingMemory = noMemory,
): string | undefined {
  return codingOf(line, profile, memory).candidates[0]?.accountCode
}
