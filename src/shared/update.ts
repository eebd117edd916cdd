import { z } from 'zod'
import { ErrorCode } from './result'

/** What a new version made of a copy of the books, before it was let near the books themselves. */
export const Rehearsal = z.object({
  /** The version that rehearsed. */
  version: z.string(),
  schema: z.object({ before: z.number().int(), after: z.number().int() }),
  databaseIntact: z.boolean(),
  journalIntact: z.boolean(),
  /** Rows of every table before and after. */
  rows: z.object({ before: z.number().int(), after: z.number().int() }),
  /** Tables that have fewer rows than before; there must be none. */
  lost: z.array(z.object({ table: z.string(), before: z.number().int(), after: z.number().int() })),
  documents: z.object({
    received: z.number().int(),
    /** Read again by the new version. */
    replayed: z.number().int(),
    /** Whose values, as the machine reads them, or number of lines differ from what stands in the books. */
    differing: z.number().int(),
    /** Were read once and can no longer be. */
    unreadable: z.number().int(),
  }),
  ms: z.number().int(),
})
export type Rehearsal = z.infer<typeof Rehearsal>

/** Whether the new version may be installed: nothing is lost or damaged. Values read differently are for a person to judge. */
export function isRehearsalSound({ databaseIntact, journalIntact, lost, documents }: Rehearsal): boolean {
  return databaseIntact && journalIntact && lost.length === 0 && documents.unreadable === 0
}

export const UpdateChannel = z.enum(['stable', 'beta'])
export type UpdateChannel = z.infer<typeof UpdateChannel>

export const UpdateStep = z.enum([
  /** Nothing was asked yet. */
  'idle',
  'checking',
  'up_to_date',
  'downloading',
  'rehearsing',
  /** Downloaded, checked and rehearsed: a person may install it. */
  'ready',
  /** Something did not hold; `problem` says what. */
  'failed',
  'installing',
])
export type UpdateStep = z.infer<typeof UpdateStep>

/** What Settings shows of updates. */
export const UpdateView = z.object({
  /** Why this copy of the app never updates itself; null when it does. */
  unavailable: z.enum(['from_source', 'no_key', 'by_system']).nullable(),
  version: z.string(),
  channel: UpdateChannel,
  /** Asks by itself, once a day; off until a person switches it on. */
  isAutomatic: z.boolean(),
  step: UpdateStep,
  /** The version found; null when there is none. */
  found: z.string().nullable(),
  /** Share downloaded, from 0 to 1. */
  progress: z.number().min(0).max(1).nullable(),
  rehearsal: Rehearsal.nullable(),
  problem: ErrorCode.nullable(),
  lastCheckedAt: z.number().int().nullable(),
  /** The version before this one, whose program and data are kept. */
  previous: z.object({ version: z.string(), keptUntil: z.number().int() }).nullable(),
})
export type UpdateView = z.infer<typeof UpdateView>

/** What the page may ask of updates. */
export const UpdateWish = z.discriminatedUnion('do', [
  z.object({ do: z.literal('look') }),
  z.object({ do: z.literal('check') }),
  z.object({ do: z.literal('choose'), channel: UpdateChannel.optional(), isAutomatic: z.boolean().optional() }),
  z.object({ do: z.literal('install') }),
  z.object({ do: z.literal('go_back') }),
])
export type UpdateWish = z.infer<typeof UpdateWish>

/** In the data folder: the version that was replaced, its program and the books as it left them. */
export const previousVersion = ['updates', 'previous'] as const
