import { z } from 'zod'
import { DocumentId } from '../ids'
import { JobState, JobView } from '../ledger'
import { ErrorData } from '../result'
import { rowLimit, text } from './parts'

/** How much of it was done, and what could not be. */
const JobsChanged = z.object({
  done: z.number().int(),
  failed: z.array(z.object({ documentId: DocumentId, error: ErrorData })),
})

/** Documents and bills that are under way, as the queue holds them. */
export const jobCalls = {
  'job.list': {
    input: z.object({ state: JobState, limit: rowLimit(200, 5000) }),
    output: z.object({ jobs: z.array(JobView), counts: z.record(JobState, z.number().int()) }),
  },
  /** `ids` null: all of that state. Failed ones are tried now, those set aside begin anew. */
  'job.retry': {
    input: z.object({
      state: z.enum(['failed', 'set_aside']),
      ids: z.array(text(80)).max(100_000).nullable().default(null),
    }),
    output: JobsChanged,
  },
  /** Takes waiting work back: a document is set aside unread, an approval taken back unsent, the archive not told. */
  'job.cancel': {
    input: z.object({ state: JobState, ids: z.array(text(80)).max(5000), reason: text(500).default('') }),
    output: JobsChanged,
  },
}
