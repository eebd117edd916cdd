import { z } from 'zod'
import { ErrorData } from './result'

/** What a folder chosen in the system's dialog is for. */
export const FolderPurpose = z.enum(['watch', 'meaning', 'backup'])
export type FolderPurpose = z.infer<typeof FolderPurpose>

/** The language model folder that helps coding, as Settings shows it: its name, never where it lies. */
export const MeaningModelView = z.object({
  /** The folder's own name; null while none was chosen. */
  folderName: z.string().nullable(),
  words: z.number().int(),
  dimensions: z.number().int(),
  /** Why the chosen folder cannot be used now, e.g. because it is gone. */
  error: ErrorData.nullable(),
})
export type MeaningModelView = z.infer<typeof MeaningModelView>
