import { z } from 'zod'
import { DocumentId } from './ids'

/** What calls to another program were made for. */
export const ServerWork = z.enum(['post', 'take', 'write_back', 'upload'])
export type ServerWork = z.infer<typeof ServerWork>

/** One call made to another program. */
export const ServerCall = z.object({
  at: z.number(),
  /** e.g. `POST /bills` */
  call: z.string(),
  /** Of the answer; null when there was none. */
  status: z.number().int().nullable(),
  /** Of the failure; null for a success. */
  code: z.string().nullable(),
  ms: z.number(),
  /** JSON text without secrets; null where nothing was to be changed. */
  request: z.string().nullable(),
  answer: z.string().nullable(),
})
export type ServerCall = z.infer<typeof ServerCall>

/** One piece of work with the archive and the calls it took, oldest first. */
export const ArchiveLogEntry = z.object({
  job: z.string(),
  work: ServerWork,
  /** Null while the document is not taken. */
  documentId: DocumentId.nullable(),
  intakeNumber: z.number().int().nullable(),
  /** Its number in the archive, once it has one. */
  archiveId: z.number().int().nullable(),
  calls: z.array(ServerCall),
})
export type ArchiveLogEntry = z.infer<typeof ArchiveLogEntry>
