import type { InvoiceFacts, PageReading } from '../../src/engine/pipeline/facts'
import { compareFields, type FieldScore } from '../reading-accuracy/compare'
import type { Truth } from '../reading-accuracy/truth'
import { MemoryBook } from './book'

/** A document of a vendor: its words, what reading makes of them alone, and the truth. */
export interface VendorDocument {
  readonly truth: Truth
  readonly pages: readonly PageReading[]
  readonly facts: InvoiceFacts
}

export interface DocumentRun {
  readonly truth: Truth
  readonly before: readonly FieldScore[]
  readonly after: readonly FieldScore[]
  /** Fields that an earlier document of the vendor needed corrected. */
  readonly corrected: ReadonlySet<string>
}

/**
 * Reads a vendor's documents one after the other, and corrects every wrong field of each as a person would before the
 * next one comes.
 *
 * @returns the second and later documents, as read alone and as read with what was learned
 */
export function runVendor(documents: readonly VendorDocument[]): DocumentRun[] {
  const book = new MemoryBook()
  const corrected = new Set<string>()
  const runs = documents.map(({ truth, pages, facts }): DocumentRun => {
    const id = book.read(pages, facts)
    const values = book.values(id)
    const before = compareFields(truth, field => facts.chosen[field]?.value ?? null)
    const after = compareFields(truth, field => values.get(field) ?? null)
    const run = { truth, before, after, corrected: new Set(corrected) }
    for (const { field, outcome, expected } of after) {
      if (outcome === 'right' || outcome === 'empty') continue
      if (book.correct(id, field, expected[0] ?? null)) corrected.add(field)
    }
    book.settleVendor(id)
    return run
  })
  return runs.slice(1)
}
