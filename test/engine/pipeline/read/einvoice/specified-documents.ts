import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { InvoiceFacts } from '../../../../../src/engine/pipeline/facts'
import { fixturesFolder } from './fixtures'

const folder = join(fixturesFolder, 'specified')

/** One invoice in words that can be held beside its file: rows and details as one line of text each. */
const SpecifiedInvoice = z.object({
  format: z.string(),
  header: z.record(z.string(), z.string()),
  taxes: z.array(z.string()),
  adjustments: z.array(z.string()),
  lines: z.array(z.string()),
  details: z.array(z.string()),
  related: z.array(z.string()),
})
export type SpecifiedInvoice = z.infer<typeof SpecifiedInvoice>

/**
 * E-invoices made up after the standards and national guides, in shapes no other fixture has, and what each of their
 * invoices says (`expected.json`, in the order of the file).
 */
export const specifiedDocuments = Object.entries(
  z
    .record(z.string(), z.array(SpecifiedInvoice))
    .parse(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'))),
).map(([name, invoices]) => ({ name, invoices }))

export const specifiedFiles = readdirSync(folder).filter(name => name.endsWith('.xml'))

export function specifiedBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folder, name)))
}

export function inWords(format: string, facts: InvoiceFacts): SpecifiedInvoice {
  const row = (...cells: readonly (string | null | undefined)[]) => cells.map(cell => cell ?? '-').join(' | ')
  return {
    format,
    header: Object.fromEntries(Object.entries(facts.chosen).map(([field, candidate]) => [field, candidate.value])),
    taxes: facts.taxes.map(({ kind, name, rate, base, amount }) => row(kind, name, rate, base, amount)),
    adjustments: (facts.adjustments ?? []).map(({ kind, amount, reason }) => row(kind, amount, reason)),
    lines: facts.lines.map(line =>
      row(
        ...[line.productCode, line.description, line.quantity, line.unit, line.unitPrice, line.priceBaseQuantity],
        ...[line.adjustment, line.lineTotal, line.taxRate],
      ),
    ),
    details: (facts.details ?? []).map(({ key, value }) => row(key, value)),
    related: [...(facts.related ?? [])],
  }
}
