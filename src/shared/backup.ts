import { z } from 'zod'
import { PersonId } from './ids'
import { ErrorData } from './result'

/** How often books are backed up by themselves, and how many backups stay. */
export const BackupSettings = z.object({
  /** Hours between two backups; 0 for only when asked. */
  everyHours: z
    .number()
    .int()
    .min(0)
    .max(24 * 31),
  /** The newest that stay; of older ones the last of each month stays for a year. */
  keep: z.number().int().min(1).max(365),
})
export type BackupSettings = z.infer<typeof BackupSettings>

export const defaultBackups: BackupSettings = { everyHours: 24, keep: 7 }

/** Name of a backup: the moment it was made, as a folder's name. */
export const BackupName = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z$/)

/** A whole backup, as it can be chosen. */
export const BackupView = z.object({
  name: z.string(),
  /** Epoch milliseconds. */
  madeAt: z.number(),
  madeBy: z.string(),
  company: z.enum(['own', 'sample']),
  companyName: z.string(),
  documents: z.number().int(),
  /** Of the store and of the originals it needs. */
  bytes: z.number().int(),
  /** Originals that were damaged when it was made. */
  lost: z.number().int(),
  journalHead: z.object({ sequence: z.number().int(), hash: z.string() }),
  /** Made of books in a vault: it wants the same passphrase or recovery key. */
  isSealed: z.boolean(),
})
export type BackupView = z.infer<typeof BackupView>

/** How far a backup or a restore is: `bytes` of `of`. */
export const BackupProgress = z.object({
  stage: z.enum(['store', 'originals', 'check']),
  bytes: z.number(),
  of: z.number(),
})
export type BackupProgress = z.infer<typeof BackupProgress>

/** What is being done with backups now. */
export const BackupRunning = BackupProgress.extend({ task: z.enum(['make', 'restore']) })
export type BackupRunning = z.infer<typeof BackupRunning>

export const BackupStatus = z.object({
  /** Where backups lie: for the person, who may have to find that disk. */
  folder: z.string(),
  /** False while they lie beside the books, on the same disk. */
  isChosen: z.boolean(),
  /** Newest first. */
  backups: z.array(BackupView),
  running: BackupRunning.nullable(),
  /** Why the last try failed; null once one succeeded. */
  lastError: ErrorData.nullable(),
  nextAt: z.number().nullable(),
})
export type BackupStatus = z.infer<typeof BackupStatus>

/** What choosing a backup would give up. */
export const RestorePreview = z.object({
  backup: BackupView,
  /** Files received after it. */
  receivedSince: z.number().int(),
  /** How many of them are still on disk: they are taken in again afterwards. */
  onDisk: z.number().int(),
  /** Some of their names, the first received first; files whose row cannot be read any more have none. */
  fileNames: z.array(z.string()),
  /** What was done after it (corrections, approvals …), by the journal; null when the books cannot tell any more. */
  changesSince: z.number().int().nullable(),
})
export type RestorePreview = z.infer<typeof RestorePreview>

/** Administrators, one of whom signs in before books are put back that nobody can sit down at. */
export const Restorers = z.object({ people: z.array(z.object({ id: PersonId, name: z.string() })) })
export type Restorers = z.infer<typeof Restorers>

export const RestoreResult = z.object({
  backup: BackupView,
  /** Files received after the backup that were taken in again. */
  takenAgain: z.number().int(),
  /** Name of the folder beside the books where what was there before lies. */
  setAside: z.string().nullable(),
  /** Services whose keys this computer's key store cannot open: they must be connected anew. */
  toReconnect: z.array(z.string()),
})
export type RestoreResult = z.infer<typeof RestoreResult>
