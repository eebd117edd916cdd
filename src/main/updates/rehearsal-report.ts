import { z } from 'zod'
import { ErrorData } from '../../shared/result'
import { Rehearsal } from '../../shared/update'

/** What the new version leaves behind for the one that started it, as JSON in the file it was told. */
export const RehearsalReport = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: Rehearsal }),
  z.object({ ok: z.literal(false), error: ErrorData }),
])
export type RehearsalReport = z.infer<typeof RehearsalReport>

/** Switches of a program started to rehearse, in place of opening a window. */
export const rehearsalSwitches = {
  dataFolder: 'rehearse',
  report: 'report',
  scratchFolder: 'scratch',
  /** `stdin` where the books lie in a vault and what opens them is told there. */
  key: 'books-key',
} as const
