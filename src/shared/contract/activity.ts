import { z } from 'zod'
import {
  ActivityFilter,
  ActivityRow,
  ConservationStatement,
  EvidenceScope,
  PastState,
  ReadyFile,
  Replay,
} from '../activity'
import { DocumentId } from '../ids'
import { nothing, page } from './parts'

/** What was done and when, the conservation statement and evidence to hand over. */
export const activityCalls = {
  'activity.list': {
    input: z.object({ filter: ActivityFilter, ...page(100) }),
    output: z.object({ rows: z.array(ActivityRow), next: z.string().nullable() }),
  },
  'activity.actors': { input: nothing, output: z.object({ actors: z.array(z.string()) }) },
  /** A document as it was right after one row of the journal. */
  'document.at': { input: z.object({ documentId: DocumentId, sequence: z.number().int().min(1) }), output: PastState },
  /** Reads a document again with today's engine and says what would differ; changes nothing. */
  'document.replay': { input: z.object({ documentId: DocumentId }), output: Replay },
  'conservation.statement': { input: nothing, output: ConservationStatement },
  /** Made ready for `save`. */
  'conservation.export': { input: nothing, output: ReadyFile },
  'evidence.make': { input: EvidenceScope, output: ReadyFile },
}
