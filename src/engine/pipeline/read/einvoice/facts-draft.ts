import type { AmountField, FieldName, Origin } from '../../../../shared/invoice'
import type { DecimalText } from '../../../../shared/money'
import type { AdjustmentRead, Candidate, DetailRead, InvoiceFacts, LineRead, TaxRead } from '../../facts'
import type { Found } from '../xml/element'
import type { Normal } from './values'
import { normalAmount, normalCurrency, normalDate } from './values'

/** The rows of an invoice; everything in {@link InvoiceFacts} that is not a header field. */
export interface Rows {
  readonly lines: readonly LineRead[]
  readonly taxes: readonly TaxRead[]
  readonly adjustments: readonly AdjustmentRead[]
  readonly related?: readonly string[]
  readonly details?: readonly DetailRead[]
}

/**
 * Collects what an e-invoice says about its header. For each field the likeliest value wins, the first among equals:
 * readers propose the value their standard prescribes before its stand-ins.
 */
export interface FactsDraft {
  /** `probability` below 1 for values that only might be meant, such as a trading name. */
  text(field: FieldName, found: Found | undefined, probability?: number): void
  /** A text that is no amount, date or currency is kept with probability 0 and never chosen. */
  amount(field: AmountField, found: Found | undefined): void
  date(field: 'issue_date' | 'due_date', found: Found | undefined): void
  currency(found: Found | undefined): void
  /** A value worked out by a named rule from the values at `inputs` (paths). */
  derived(field: FieldName, value: string | undefined, rule: string, inputs: readonly string[]): void
  /** A value the standard prescribes where the document says nothing. */
  prescribed(field: FieldName, value: string, rule: string): void
  has(field: FieldName): boolean
  /** The amount chosen so far, for values that follow from it. */
  chosenAmount(field: AmountField): DecimalText | undefined
  facts(rows: Rows): InvoiceFacts
}

export function draftFacts(): FactsDraft {
  const candidates: Candidate[] = []

  const propose = (field: FieldName, value: string, probability: number, origin: Origin) => {
    if (candidates.some(other => other.field === field && other.value === value)) return
    candidates.push({ field, value, probability, origin })
  }
  const normalised = (
    field: FieldName,
    found: Found | undefined,
    normal: (text: string) => Normal<string> | undefined,
  ) => {
    if (found === undefined) return
    const read = normal(found.value)
    propose(field, read?.value ?? found.value, read?.probability ?? 0, xmlOrigin(found.path))
  }

  const best = (field: FieldName) =>
    candidates
      .filter(candidate => candidate.field === field && candidate.probability > 0)
      .toSorted((left, right) => right.probability - left.probability)[0]

  return {
    text(field, found, probability = 1) {
      if (found !== undefined) propose(field, oneLine(found.value), probability, xmlOrigin(found.path))
    },
    amount: (field, found) => normalised(field, found, normalAmount),
    date: (field, found) => normalised(field, found, normalDate),
    currency: found => normalised('currency', found, normalCurrency),
    derived(field, value, rule, inputs) {
      if (value !== undefined) propose(field, value, 1, { kind: 'formula', rule, inputs: [...inputs] })
    },
    prescribed: (field, value, rule) => propose(field, value, 1, { kind: 'default', rule }),
    has: field => best(field) !== undefined,
    chosenAmount(field) {
      const value = best(field)?.value
      return value === undefined ? undefined : normalAmount(value)?.value
    },
    facts({ lines, taxes, adjustments, related = [], details = [] }) {
      const ranked = candidates.toSorted((left, right) => right.probability - left.probability)
      const chosen: Partial<Record<FieldName, Candidate>> = {}
      for (const candidate of ranked) if (candidate.probability > 0) chosen[candidate.field] ??= candidate
      return {
        candidates: ranked,
        chosen,
        lines,
        taxes,
        ...(adjustments.length > 0 ? { adjustments } : {}),
        ...(related.length > 0 ? { related } : {}),
        ...(details.length > 0 ? { details } : {}),
      }
    },
  }
}

export function xmlOrigin(path: string): Origin {
  return { kind: 'xml', path }
}

/** Names and numbers wrapped over several lines in the file are one line of text. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** An adjustment when there is an amount other than none. */
export function adjustment(
  kind: AdjustmentRead['kind'],
  found: Found | undefined,
  reason: Found | undefined,
): AdjustmentRead[] {
  const amount: DecimalText | undefined = found && normalAmount(found.value)?.value
  if (found === undefined || amount === undefined || /^-?0+(\.0+)?$/.test(amount)) return []
  return [{ kind, amount, reason: reason === undefined ? '' : oneLine(reason.value), origin: xmlOrigin(found.path) }]
}
