import { z } from 'zod'
import { DocumentId } from './ids'
import { FieldName } from './invoice'

/**
 * What a person says of two documents that look alike. same: this one is the other once more. replaces: this one corrects
 * the other, which leaves the road. different: two invoices. support: this one only proves the other (an order, a
 * delivery note).
 */
export const TwinAnswer = z.enum(['same', 'replaces', 'different', 'support'])
export type TwinAnswer = z.infer<typeof TwinAnswer>

const LineSide = z.object({
  description: z.string(),
  quantity: z.string().nullable(),
  lineTotal: z.string().nullable(),
})

/** Two documents value by value. Amounts are decimal text in the currency of their side. */
export const Comparison = z.object({
  documentId: DocumentId,
  otherId: DocumentId,
  /** Every document this one may be compared with, the likeliest first. */
  twins: z.array(z.object({ documentId: DocumentId, intakeNumber: z.number().int() })),
  /** Share of what both say that agrees, weighted by how telling it is; 0 to 1. */
  similarity: z.number(),
  /** The files are the same to the byte. */
  hasSameBytes: z.boolean(),
  fields: z.array(
    z.object({ name: FieldName, one: z.string().nullable(), other: z.string().nullable(), isSame: z.boolean() }),
  ),
  /** Rows that belong together side by side; null where the other side has none. */
  lines: z.array(z.object({ one: LineSide.nullable(), other: LineSide.nullable(), isSame: z.boolean() })),
  /** What may be said now; the others do not fit the states of the two. */
  allows: z.array(TwinAnswer),
})
export type Comparison = z.infer<typeof Comparison>

/** What two documents say alike and otherwise, by the names of the values; what only one of them says is neither. */
export interface Agreement {
  readonly agrees: readonly (FieldName | 'lines')[]
  readonly differs: readonly (FieldName | 'lines')[]
}

export function agreementOf({ fields, lines }: Pick<Comparison, 'fields' | 'lines'>): Agreement {
  const told = fields.filter(({ one, other }) => one !== null && other !== null)
  const areLinesSame = lines.every(({ isSame }) => isSame)
  const linesIf = (isSame: boolean) => (lines.length > 0 && areLinesSame === isSame ? (['lines'] as const) : [])
  return {
    agrees: [...told.flatMap(({ name, isSame }) => (isSame ? [name] : [])), ...linesIf(true)],
    differs: [...told.flatMap(({ name, isSame }) => (isSame ? [] : [name])), ...linesIf(false)],
  }
}

/** Whole percent, cut and not rounded: 100 is said only of what is alike in everything. */
export function percentAlike({ similarity }: Pick<Comparison, 'similarity'>): number {
  return Math.floor(similarity * 100)
}
