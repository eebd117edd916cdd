import { z } from 'zod'
import { DocumentId } from './ids'

/** Who gets anything of a document at all. */
export const RecipientKind = z.enum(['ledger', 'archive', 'model'])
export type RecipientKind = z.infer<typeof RecipientKind>

/** One program at one address. The address is empty where the books do not tell it any more. */
export const Recipient = z.object({ kind: RecipientKind, address: z.string().max(500) })
export type Recipient = z.infer<typeof Recipient>

/**
 * What left. To the ledger: a bill or a vendor credit. To the archive: the original file, or what was written back to
 * it. To the outside model: words of pages, pictures of pages, lines.
 */
export const Departed = z.enum([
  'bill',
  'vendor_credit',
  'original',
  'tag',
  'fields',
  'correspondent',
  'note',
  'words',
  'page_image',
  'lines',
])
export type Departed = z.infer<typeof Departed>

/** Something of a document that left this machine, or was on its way when nobody could tell whether it arrived. */
export const Departure = z.object({
  id: z.string(),
  at: z.number(),
  document: z.object({ documentId: DocumentId, intakeNumber: z.number().int(), fileName: z.string() }),
  recipient: Recipient,
  what: Departed,
  /** Pages shown to the outside model; empty otherwise. */
  pages: z.array(z.number().int()),
})
export type Departure = z.infer<typeof Departure>

/** All that one recipient ever got. */
export const RecipientTotal = z.object({
  recipient: Recipient,
  departures: z.number().int(),
  documents: z.number().int(),
  lastAt: z.number(),
})
export type RecipientTotal = z.infer<typeof RecipientTotal>
