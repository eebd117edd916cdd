import { z } from 'zod'
import { BulkResult } from '../bulk-result'
import { IssueId } from '../ids'
import { Fix, IssueKey } from '../issue'
import { OpenKind, SamePreview } from '../same-cause'
import { documentIds, done, isoDate, text } from './parts'

/** Answering issues, one or all of a kind. */
export const issueCalls = {
  'issue.applyFix': {
    input: z.object({
      issueId: IssueId,
      fix: Fix,
      note: text(2000).default(''),
      /** What the window saw; a fix worked out from older values is refused with what changed. */
      revision: z.number().int().optional(),
    }),
    output: z.object({ openBlocking: z.number().int(), openIssues: z.number().int(), revision: z.number().int() }),
  },
  'issue.reopen': { input: z.object({ issueId: IssueId }), output: done },
  'issue.ask': {
    input: z.object({
      issueId: IssueId,
      of: text(200).min(1),
      text: text(2000),
      due: isoDate.nullable().default(null),
    }),
    output: done,
  },
  /** Other open issues with the cause of a settled one; nothing is changed. */
  'issue.previewSame': {
    input: z.object({
      issueId: IssueId,
      /** Rehearses the first few to show the difference; without, they are only counted. */
      rehearse: z.boolean().default(false),
    }),
    output: SamePreview,
  },
  'issue.settleSame': { input: z.object({ issueId: IssueId, documentIds }), output: BulkResult },
  'issue.openKinds': { input: z.object({ documentIds }), output: z.object({ kinds: z.array(OpenKind) }) },
  /** Leaves every open issue of a kind as it is, or says that it does not apply, on each of the documents. */
  'issue.settleKind': {
    input: z.object({ documentIds, key: IssueKey, how: z.enum(['skip', 'waive']), reason: text(500).min(1) }),
    output: BulkResult,
  },
  'issue.answer': { input: z.object({ issueId: IssueId, text: text(2000).min(1) }), output: done },
}
