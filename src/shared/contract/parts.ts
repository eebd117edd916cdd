import { z } from 'zod'
import { DocumentId } from '../ids'

export const nothing = z.object({})

/** A document was changed; its new revision. */
export const done = z.object({ revision: z.number().int() })

export const text = (longest: number) => z.string().max(longest)

export const isoDate = z.iso.date()

export const documentIds = z.array(DocumentId).min(1).max(100_000)

/** What every change of an invoice says first: of which document, and which revision the window saw. */
export const invoiceCommand = { documentId: DocumentId, revision: z.number().int() }

/** How many rows are wanted. */
export const rowLimit = (usual: number, most = 500) => z.number().int().min(1).max(most).default(usual)

/** One page of a list; `after` is the opaque key of the last row of the page before, null for the first page. */
export const page = (usual: number) => ({
  after: text(400).nullable().default(null),
  limit: rowLimit(usual),
})
