import { z } from 'zod'
import { DocumentId } from './ids'
import { CircuitState } from './ledger'
import { ErrorData } from './result'

const ids = z.array(z.number().int()).max(200)

/** Which documents of the archive are invoices to take in. All conditions hold together; none means everything. */
export const PaperlessSelection = z.object({
  /** A document has all of these tags. */
  tagIds: ids,
  /** Its type is one of these. */
  documentTypeIds: ids,
  /** Its correspondent is one of these. */
  correspondentIds: ids,
  /** It has this custom field, with this value unless that is empty. */
  customField: z.object({ fieldId: z.number().int(), value: z.string().max(128) }).nullable(),
})
export type PaperlessSelection = z.infer<typeof PaperlessSelection>

/** What is written back to a document of the archive once it was decided here; each part on its own. */
export const PaperlessWriteBack = z.object({
  processedTag: z.boolean(),
  billId: z.boolean(),
  billUrl: z.boolean(),
  total: z.boolean(),
  state: z.boolean(),
  correspondent: z.boolean(),
  note: z.boolean(),
})
export type PaperlessWriteBack = z.infer<typeof PaperlessWriteBack>

export const PaperlessOptions = z.object({
  /** Null until a person has chosen: nothing is taken in before. */
  take: PaperlessSelection.nullable(),
  everyMinutes: z.number().int().min(1).max(1440),
  writeBack: PaperlessWriteBack,
  processedTagName: z.string().trim().min(1).max(128),
  /** Store what came in by other ways in the archive, once it is approved. */
  archivesOthers: z.boolean(),
})
export type PaperlessOptions = z.infer<typeof PaperlessOptions>

export const defaultPaperlessOptions: PaperlessOptions = {
  take: null,
  everyMinutes: 15,
  writeBack: {
    processedTag: true,
    billId: false,
    billUrl: false,
    total: false,
    state: false,
    correspondent: false,
    note: false,
  },
  processedTagName: 'quittance:processed',
  archivesOthers: false,
}

export const PaperlessStatus = z.object({
  connected: z.boolean(),
  url: z.string().nullable(),
  user: z.string().nullable(),
  /** The program's own version, e.g. 3.0.5, and the version of its API in use. */
  release: z.string().nullable(),
  apiVersion: z.number().int().nullable(),
  options: PaperlessOptions,
  lastRunAt: z.number().nullable(),
  nextRunAt: z.number().nullable(),
  isPaused: z.boolean(),
  /** Until when nothing is tried, after a failure on the way there. */
  pausedUntil: z.number().nullable(),
  circuit: CircuitState.optional(),
  lastError: ErrorData.nullable(),
  /** Permissions the account lacks for what is switched on, by their name in Paperless-ngx. */
  missingPermissions: z.array(z.string()),
  counts: z.object({
    taken: z.number().int(),
    /** Taken since midnight on this machine. */
    takenToday: z.number().int(),
    skipped: z.number().int(),
    failed: z.number().int(),
    /** Documents whose state is still to be written back. */
    toWrite: z.number().int(),
    /** Uploads that wait or whose task has not ended. */
    uploading: z.number().int(),
  }),
})
export type PaperlessStatus = z.infer<typeof PaperlessStatus>

const Choice = z.object({ id: z.number().int(), name: z.string() })

/** What exists in the archive to choose from. */
export const PaperlessChoices = z.object({
  tags: z.array(Choice),
  documentTypes: z.array(Choice),
  correspondents: z.array(Choice),
  customFields: z.array(Choice),
})
export type PaperlessChoices = z.infer<typeof PaperlessChoices>

/** A document that was not taken, or about which something could not be written, with the reason. */
export const PaperlessProblem = z.object({
  kind: z.enum(['skipped', 'failed', 'not_written', 'not_uploaded']),
  /** Number in the archive; null for an upload. */
  archiveId: z.number().int().nullable(),
  title: z.string(),
  documentId: DocumentId.nullable(),
  error: ErrorData,
  /** When it is tried again by itself; null when only a person can help. */
  nextTryAt: z.number().nullable(),
})
export type PaperlessProblem = z.infer<typeof PaperlessProblem>

/** How a document stands with the archive: there, on its way, refused, not to be stored because a person said so, or of a kind it cannot store. */
export const InArchive = z.object({
  state: z.enum(['there', 'being_stored', 'not_stored', 'not_to_be_stored', 'kept_here']),
  /** Its number there, once it has one. */
  archiveId: z.number().int().nullable(),
})
export type InArchive = z.infer<typeof InArchive>

/** Where the bytes of a watched file go once they are safe here. */
export const AfterTaking = z.enum(['leave', 'move', 'delete'])
export type AfterTaking = z.infer<typeof AfterTaking>

/** A folder whose new files are taken in. Its place on the disk is shown, never accepted from the page. */
export const WatchedFolderView = z.object({
  folderId: z.string(),
  path: z.string(),
  afterTaking: AfterTaking,
  taken: z.number().int(),
  lastTakenAt: z.number().nullable(),
  /** Files that could not be taken. */
  failed: z.number().int(),
  /** Why it is not being watched now. */
  error: ErrorData.nullable(),
})
export type WatchedFolderView = z.infer<typeof WatchedFolderView>
