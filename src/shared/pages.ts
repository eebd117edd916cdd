import { z } from 'zod'
import { DocumentId } from './ids'

/** One page of a document that consists of pages of others: page `page` of the file that came in as `documentId`. */
export const PageOfFile = z.object({
  documentId: DocumentId,
  page: z.number().int().min(1),
  kind: z.enum(['pdf', 'image']),
})
export type PageOfFile = z.infer<typeof PageOfFile>

/** First pages of the second, third … part of a document, in rising order. */
export const PartStarts = z.array(z.number().int().min(2)).min(1).max(500)

/** A document whose pages are shown as another one's: where they came from, or where they went. */
export const RelatedDocument = z.object({
  documentId: DocumentId,
  intakeNumber: z.number().int(),
  fileName: z.string(),
  state: z.string(),
  invoiceNumber: z.string().nullable(),
})
export type RelatedDocument = z.infer<typeof RelatedDocument>
