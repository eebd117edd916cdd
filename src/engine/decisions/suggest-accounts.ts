import type { InvoiceRow } from './invoice-fields'
import type { LineRow } from './load'
import type { DecisionContext } from './context'
import type { Coding } from '../pipeline/code/coder'
import type { CodingLine } from '../pipeline/code/coding-line'
import type { CompanyFacts } from '../pipeline/code/company-facts'
import type { AccountSuggestion } from '../pipeline/code/suggestion'
import { currencyExponent } from '../../shared/money'
import type { Settings } from '../../shared/settings'
import type { Reader } from '../store/write'
import { loadCodingMemory } from '../vendors/memory'

/** A line waiting for a person's word, with its suggestions, likeliest first. */
export interface CodedLine {
  readonly line: LineRow
  readonly suggestions: readonly AccountSuggestion[]
  /** Sure enough at every stage to go without a look. */
  readonly isSure: boolean
  /** Chances per stage. */
  readonly stages: Coding['stages']
  /** Which weights decided. */
  readonly codedBy: string
  /** Accounts weighed, and how long that took. */
  readonly considered: number
  readonly tookMs: number
}

type Thought = Omit<CodedLine, 'line' | 'tookMs'>

/** Thinks about each line once; long invoices repeat themselves. */
export function codeLines(
  reader: Reader,
  invoice: InvoiceRow,
  lines: readonly LineRow[],
  ctx: DecisionContext,
): CodedLine[] {
  if (lines.length === 0) return []
  const think = fromEvidence(reader, invoice, lines, ctx)
  const known = new Map<string, Thought>()
  return lines.map(line => {
    const key = JSON.stringify([line.classificationCode, line.description, line.lineTotal, line.quantity])
    const began = performance.now()
    const thought = known.get(key) ?? think(line)
    known.set(key, thought)
    return { line, ...thought, tookMs: performance.now() - began }
  })
}

function fromEvidence(
  reader: Reader,
  invoice: InvoiceRow,
  lines: readonly LineRow[],
  ctx: DecisionContext,
): (line: LineRow) => Thought {
  const coder = ctx.chart.coder()
  const { companyProfile, companyName, homeCurrency, codingBars } = ctx.settings
  const memory = loadCodingMemory(reader, invoice.vendorId, lines)
  const company: CompanyFacts = {
    profile: companyProfile,
    name: companyName,
    purchases: ctx.purchases?.(),
    homeCurrency,
    meaning: ctx.meaning?.(),
  }
  return line => {
    const { candidates, stages, considered, isGrounded } = coder.code(toCodingLine(line, invoice), company, memory)
    return {
      suggestions: candidates,
      isSure: isGrounded && isAbove(stages, codingBars),
      stages,
      codedBy: coder.version,
      considered,
    }
  }
}

function isAbove(stages: Coding['stages'], bars: Settings['codingBars']): boolean {
  return stages.family >= bars.family && stages.subfamily >= bars.subfamily && stages.account >= bars.account
}

function toCodingLine(line: LineRow, invoice: InvoiceRow): CodingLine {
  const isCreditNote = invoice.documentType === 'credit_note'
  const amount = line.lineTotal === null ? null : line.lineTotal / 10 ** currencyExponent(invoice.currency)
  const quantity = Number(line.quantity ?? Number.NaN)
  return {
    description: line.description,
    productCode: line.classificationCode,
    vendorName: invoice.sellerName ?? '',
    vendorTaxId: invoice.sellerTaxId,
    amount,
    quantity: Number.isFinite(quantity) ? quantity : null,
    currency: invoice.currency,
    cfdiUse: invoice.format.startsWith('cfdi') ? useOf(invoice) : null,
    isCreditNote,
  }
}

/** UsoCFDI as the vendor wrote it. */
function useOf({ details }: InvoiceRow): string | null {
  return (details ?? []).find(({ key }) => key === 'purpose')?.value ?? null
}
