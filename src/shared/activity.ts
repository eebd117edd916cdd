import { z } from 'zod'
import { DocumentState } from './document'
import { DocumentId, GroupId } from './ids'
import { FieldName, Origin } from './invoice'
import { IssueKey, IssueState, Severity } from './issue'
import { MessageParams } from './result'

const Day = z.iso.date()
const JournalHead = z.object({ sequence: z.number().int(), hash: z.string() })

/** Which rows of the journal to list. Each part narrows down; null asks for all. */
export const ActivityFilter = z.object({
  documentId: DocumentId.nullable().default(null),
  actor: z.string().max(200).nullable().default(null),
  /** One kind, or a whole noun with a dot at its end: `issue.`. */
  kind: z.string().max(100).nullable().default(null),
  /** Days of this machine's calendar, both included. */
  from: Day.nullable().default(null),
  to: Day.nullable().default(null),
})
export type ActivityFilter = z.infer<typeof ActivityFilter>

export const ActivityRow = z.object({
  sequence: z.number().int(),
  id: z.string(),
  at: z.number(),
  actor: z.string(),
  kind: z.string(),
  documentId: DocumentId.nullable(),
  params: MessageParams,
  group: GroupId.nullable(),
  /** How the document is called in a list; null for rows about no document. */
  document: z
    .object({ intakeNumber: z.number().int(), fileName: z.string(), number: z.string().nullable() })
    .nullable(),
})
export type ActivityRow = z.infer<typeof ActivityRow>

/** A document as it was right after one row of the journal. Read-only. */
export const PastState = z.object({
  documentId: DocumentId,
  entry: ActivityRow,
  /** Sequence numbers of the rows about this document before and after. */
  previous: z.number().int().nullable(),
  next: z.number().int().nullable(),
  state: DocumentState.nullable(),
  stateReason: z.string().nullable(),
  currency: z.string().nullable(),
  fields: z.array(
    z.object({
      name: FieldName,
      value: z.string().nullable(),
      origin: Origin.nullable(),
      probability: z.number().nullable(),
      /** Whether the row changed it. */
      isChanged: z.boolean(),
    }),
  ),
  lines: z.array(
    z.object({
      position: z.number().int(),
      description: z.string(),
      quantity: z.string().nullable(),
      lineTotal: z.string().nullable(),
      accountCode: z.string().nullable(),
      isChanged: z.boolean(),
    }),
  ),
  issues: z.array(
    z.object({
      key: IssueKey,
      severity: Severity,
      state: IssueState,
      params: MessageParams,
      resolvedBy: z.string().nullable(),
      isChanged: z.boolean(),
    }),
  ),
})
export type PastState = z.infer<typeof PastState>

/** What today's engine reads, beside what stands in the books. Nothing is changed by it. */
export const Replay = z.object({
  documentId: DocumentId,
  reader: z.object({ then: z.string().nullable(), now: z.string() }),
  fields: z.array(
    z.object({
      name: FieldName,
      decided: z.string().nullable(),
      replayed: z.string().nullable(),
      byPerson: z.boolean(),
      differs: z.boolean(),
    }),
  ),
  lines: z.object({ decided: z.number().int(), replayed: z.number().int() }),
  accounts: z.array(
    z.object({
      position: z.number().int(),
      description: z.string(),
      decided: z.string().nullable(),
      replayed: z.string().nullable(),
    }),
  ),
  issues: z.object({ onlyThen: z.array(IssueKey), onlyNow: z.array(IssueKey) }),
})
export type Replay = z.infer<typeof Replay>

export const ConservationStatement = z.object({
  /** Newest day first. */
  days: z.array(
    z.object({
      day: z.string(),
      firstNumber: z.number().int(),
      lastNumber: z.number().int(),
      received: z.number().int(),
      byState: z.record(DocumentState, z.number().int()),
    }),
  ),
  total: z.object({
    received: z.number().int(),
    byState: z.record(DocumentState, z.number().int()),
    isBalanced: z.boolean(),
  }),
  head: JournalHead,
})
export type ConservationStatement = z.infer<typeof ConservationStatement>

/** What an evidence pack is to be about. */
export const EvidenceScope = z.union([
  z.object({ documentIds: z.array(DocumentId).min(1).max(10_000) }),
  z.object({ period: z.object({ from: Day, to: Day }) }),
])
export type EvidenceScope = z.infer<typeof EvidenceScope>

/** A file the engine made ready for the person to save. */
export const ReadyFile = z.object({
  /** Names it to `save`; meaningless after the app is closed. */
  fileId: z.string().max(80),
  suggestedName: z.string().max(1000),
  bytes: z.number().int(),
})
export type ReadyFile = z.infer<typeof ReadyFile>
