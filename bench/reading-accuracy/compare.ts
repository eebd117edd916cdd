import type { ReadLine, ReadRecord } from './record'
import type { ScoredField, Truth, TruthLine } from './truth'
import { scoredFields } from './truth'

/** empty: rightly left empty. extra: a value where the document states none. */
export type Outcome = 'right' | 'empty' | 'wrong' | 'missing' | 'extra'

export interface FieldScore {
  readonly field: ScoredField
  readonly outcome: Outcome
  readonly expected: readonly (string | null)[]
  readonly read: string | null
}

/** Lines of one document: how many were paired, and how many cells of each column of the pairs are right. */
export interface LineScore {
  readonly expected: number
  readonly read: number
  readonly paired: number
  /** Pairs of which every column that the goals ask for is right. */
  readonly exact: number
  readonly columns: Readonly<Record<string, { readonly right: number; readonly of: number }>>
  readonly misses: readonly string[]
}

export interface DocumentScore {
  readonly truth: Truth
  readonly record: ReadRecord
  readonly fields: readonly FieldScore[]
  readonly lines: LineScore | null
  /** Number, issue date, seller and grand total all right: what touchless posting stands on. */
  readonly isTouchless: boolean
}

const amounts: readonly string[] = ['net_total', 'tax_total', 'withheld_total', 'grand_total', 'payable']

/** Compares one record with its truth, by the scoring rules of the two corpora. */
export function compareRecord(record: ReadRecord, truth: Truth): DocumentScore {
  const fields = compareFields(truth, field => valueOf(record, field))
  const right = (field: ScoredField) => {
    const outcome = fields.find(score => score.field === field)?.outcome
    return outcome === 'right' || outcome === 'empty'
  }
  const isTouchless = (['invoice_number', 'issue_date', 'seller.name', 'grand_total'] as const).every(right)
  const lines = truth.lines === null ? null : compareLines(record.lines ?? [], truth.lines, truth.names)
  return { truth, record, fields, lines, isTouchless }
}

/** Compares header fields, however they were read, with the truth. */
export function compareFields(truth: Truth, valueOf: (field: ScoredField) => string | null): FieldScore[] {
  return scoredFields.flatMap(field => {
    const expected = truth.fields[field]
    if (expected === undefined) return []
    const read = valueOf(field)
    return [{ field, expected, read, outcome: outcomeOf(field, expected, read, truth.names) }]
  })
}

function valueOf(record: ReadRecord, field: ScoredField): string | null {
  switch (field) {
    case 'seller.name':
      return record.seller?.name ?? null
    case 'seller.tax_id':
      return record.seller?.tax_id ?? null
    case 'buyer.name':
      return record.buyer?.name ?? null
    case 'buyer.tax_id':
      return record.buyer?.tax_id ?? null
    default:
      return record[field] ?? null
  }
}

function outcomeOf(
  field: ScoredField,
  expected: readonly (string | null)[],
  read: string | null,
  names: Truth['names'],
): Outcome {
  if (read === null) return expected.includes(null) ? 'empty' : 'missing'
  const stated = expected.filter(value => value !== null)
  if (stated.some(value => same(field, value, read, names))) return 'right'
  return stated.length === 0 ? 'extra' : 'wrong'
}

/** Whether a value read is the expected one, as its corpus counts. */
export function same(field: ScoredField, expected: string, read: string, names: Truth['names']): boolean {
  if (amounts.includes(field)) return sameAmount(expected, read)
  if (field.endsWith('.name')) return names === 'exact' ? folded(expected) === folded(read) : alike(expected, read)
  if (field.endsWith('.tax_id')) return sameTaxId(expected, read)
  if (field === 'invoice_number' || field === 'uuid') return key(expected) === key(read)
  return expected === read
}

function sameAmount(expected: string, read: string): boolean {
  return Math.abs(Number(expected) - Number(read)) < 0.005
}

/** Letters and digits of any script, in capitals. */
function key(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** A country prefix may be missing on either side; a digit may not differ. */
function sameTaxId(expected: string, read: string): boolean {
  const [left, right] = [key(expected), key(read)]
  return left === right || left.replace(/^[A-Z]{2}/, '') === right || left === right.replace(/^[A-Z]{2}/, '')
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, '')
}

const legalForms =
  /^(gmbh|ag|kg|ohg|ug|bv|nv|sa|sas|sarl|sasu|srl|spa|sl|slu|ltd|limited|inc|llc|llp|corp|corporation|co|company|plc|oy|ab|as|de|cv|rl|sapi|ltda|me|eireli|pte|pty|bhd|sdn)$/

function tokens(name: string): string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain.replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '').split(/[^\p{L}\p{N}]+/u)
  const own = words.filter(word => word !== '' && !legalForms.test(word))
  return own.length > 0 ? own : words.filter(word => word !== '')
}

/** Equal without punctuation and legal form, or one contains the other with at least four fifths of the words. */
function alike(expected: string, read: string): boolean {
  const [left, right] = [tokens(expected), tokens(read)]
  if (left.join('') === right.join('')) return true
  const shared = left.filter(word => right.includes(word)).length
  return (
    shared > 0 && shared === Math.min(left.length, right.length) && shared >= 0.8 * Math.max(left.length, right.length)
  )
}

const columns = ['description', 'quantity', 'unit_price', 'line_total', 'tax_rate', 'product_code'] as const

function compareLines(read: readonly ReadLine[], expected: readonly TruthLine[], names: Truth['names']): LineScore {
  const left = [...read]
  const tally: Record<string, { right: number; of: number }> = {}
  const misses: string[] = []
  let paired = 0
  let exact = 0
  expected.forEach((truth, index) => {
    const best = left
      .map((line, at) => ({ at, line, score: pairScore(truth, line) }))
      .toSorted((one, other) => other.score - one.score || one.at - other.at)[0]
    if (best === undefined || best.score < 0.5) {
      misses.push(`line ${index + 1}: not found (${truth.description ?? ''} ${truth.line_total ?? ''})`)
      return
    }
    left.splice(best.at, 1)
    paired += 1
    const before = misses.length
    for (const column of columns) {
      const right = truth[column]
      if (right === undefined || (column === 'description' && truth.isReworded)) continue
      const cell = (tally[column] ??= { right: 0, of: 0 })
      cell.of += 1
      // The truth is what is printed; a cell that is marked as worked out claims nothing else.
      const isUnprinted = right === null && best.line.derived === column
      if (isUnprinted || sameCell(column, right, best.line[column] ?? null)) cell.right += 1
      else
        misses.push(`line ${index + 1} ${column}: ${best.line[column] ?? 'nothing'} instead of ${right ?? 'nothing'}`)
    }
    if (!misses.slice(before).some(miss => !isBeyondGoal(miss, names))) exact += 1
  })
  for (const line of left) misses.push(`line too many: ${line.description ?? ''} ${line.line_total ?? ''}`)
  return { expected: expected.length, read: read.length, paired, exact, columns: tally, misses }
}

/** The goal for pages asks for description, quantity, price and net; rates and codes are measured, but not asked for. */
function isBeyondGoal(miss: string, names: Truth['names']): boolean {
  return names === 'likeness' && /^line \d+ (?:tax_rate|product_code):/.test(miss)
}

/** Half for the same amount, half for the likeness of the description. */
function pairScore(truth: TruthLine, line: ReadLine): number {
  const amount = sameCell('line_total', truth.line_total, line.line_total ?? null) ? 0.5 : 0
  const [left, right] = [new Set(tokens(truth.description ?? '')), new Set(tokens(line.description ?? ''))]
  const shared = [...left].filter(word => right.has(word)).length
  const union = new Set([...left, ...right]).size
  return amount + 0.5 * (union === 0 ? 1 : shared / union)
}

function sameCell(column: (typeof columns)[number], expected: string | null, read: string | null): boolean {
  if (expected === null || read === null) return expected === read || (column === 'description' && !expected && !read)
  if (column === 'description') return tokens(expected).join(' ') === tokens(read).join(' ')
  if (column === 'product_code') return key(expected) === key(read)
  if (column === 'line_total') return sameAmount(expected, read)
  return Math.abs(Number(expected) - Number(read)) <= 1e-6 * Math.max(1, Math.abs(Number(expected)))
}
