import { z } from 'zod'
import { DocumentState } from './document'
import { DocumentId, VendorId } from './ids'

/** Why two vendors may be one; `value` is what both have, empty where the names say it. */
export const VendorEvidence = z.object({
  kind: z.enum(['name', 'tax_id_slip', 'tax_id', 'account', 'host']),
  value: z.string(),
})
export type VendorEvidence = z.infer<typeof VendorEvidence>

const VendorBrief = z.object({
  id: VendorId,
  name: z.string(),
  taxId: z.string().nullable(),
  invoiceCount: z.number().int(),
})
export type VendorBrief = z.infer<typeof VendorBrief>

/** Two vendors that may be one. `into` is the one to keep: the older, with more invoices. */
export const LookAlikePair = z.object({
  from: VendorBrief,
  into: VendorBrief,
  /** 0 to 1. */
  similarity: z.number(),
  evidence: z.array(VendorEvidence),
})
export type LookAlikePair = z.infer<typeof LookAlikePair>

/** What a merge would move; nothing is changed by asking. */
export const MergePreview = z.object({
  from: VendorBrief,
  into: VendorBrief,
  /** Names the one kept is known by afterwards. */
  aliases: z.array(z.string()),
  lessons: z.number().int(),
  examples: z.number().int(),
  /** Undecided documents that change their vendor, and decided ones that keep it. */
  moving: z.number().int(),
  staying: z.number().int(),
  /** Taken over where the one kept has none. */
  takesTaxId: z.boolean(),
  takesAccount: z.boolean(),
  /** Both have a tax id, and not the same: often two companies. */
  taxIdsDiffer: z.boolean(),
})
export type MergePreview = z.infer<typeof MergePreview>

/** A row of prices of one thing over a vendor's last invoices. */
export const PriceSeries = z.object({
  /** What was bought; null for the invoices' totals. */
  description: z.string().nullable(),
  currency: z.string(),
  /** Oldest first. Decimal text. */
  points: z.array(z.object({ documentId: DocumentId, date: z.string().nullable(), value: z.string() })),
})
export type PriceSeries = z.infer<typeof PriceSeries>

/** How it went with a vendor so far. */
export const VendorHistory = z.object({
  /** The last ones, newest first. */
  documents: z.array(
    z.object({
      documentId: DocumentId,
      intakeNumber: z.number().int(),
      number: z.string().nullable(),
      issueDate: z.string().nullable(),
      total: z.string().nullable(),
      currency: z.string().nullable(),
      state: DocumentState,
    }),
  ),
  prices: z.array(PriceSeries),
  /** Of the last ones. */
  duplicates: z.number().int(),
  corrected: z.number().int(),
  open: z.number().int(),
  /** Of all approved ones: how many no person changed or settled anything on. */
  approved: z.number().int(),
  touchless: z.number().int(),
  /** Vendors that turned out to be this one, the last merge first. */
  merged: z.array(z.object({ id: VendorId, name: z.string(), taxId: z.string().nullable() })),
})
export type VendorHistory = z.infer<typeof VendorHistory>
