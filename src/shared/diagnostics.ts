import { z } from 'zod'
import { ReadyFile } from './activity'

/** One file of the diagnostics, as it lies in the ZIP. */
export const DiagnosticsFile = z.object({ name: z.string(), text: z.string() })
export type DiagnosticsFile = z.infer<typeof DiagnosticsFile>

/** What would be handed on, to be read first; and the ZIP of exactly that, to be saved. */
export const Diagnostics = z.object({ files: z.array(DiagnosticsFile), zip: ReadyFile })
export type Diagnostics = z.infer<typeof Diagnostics>
