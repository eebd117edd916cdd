import { z } from 'zod'
import { FigureFilter } from './analytics'
import { ApprovalView, RuleFilter } from './automation'
import { DocumentKind, DocumentSource, DocumentState, Step } from './document'
import { DocumentId, PersonId, VendorId } from './ids'
import { InboxColumns } from './inbox-columns'
import { DocumentType } from './invoice'
import { IssueKey, Severity } from './issue'
import { MessageParams } from './result'

/** Tabs of the inbox, each a set of document states. */
export const InboxTab = z.enum(['all', 'needs_review', 'ready', 'failed', 'on_hold', 'posted', 'aside', 'archive'])
export type InboxTab = z.infer<typeof InboxTab>

/**
 * `aside` holds every state that left the road; `posted`, on screen "Approved", holds those posted and those on their way. `archive` holds the finished
 * ones that are old enough, and the other tabs do not.
 */
export const tabStates: Readonly<Record<InboxTab, readonly DocumentState[]>> = {
  all: DocumentState.options,
  needs_review: ['needs_review'],
  ready: ['ready'],
  failed: ['post_failed'],
  on_hold: ['on_hold'],
  posted: ['approved', 'posted'],
  aside: ['rejected', 'duplicate', 'set_aside', 'unpacked'],
  archive: ['posted', 'rejected', 'duplicate', 'set_aside', 'unpacked'],
}

export const InboxFilter = z.object({
  tab: InboxTab.default('all'),
  search: z.string().max(200).default(''),
  vendorId: VendorId.nullable().default(null),
  issueKey: IssueKey.nullable().default(null),
  source: DocumentSource.nullable().default(null),
  /** Due on or before today plus this many days. */
  dueWithinDays: z.number().int().min(0).max(3650).nullable().default(null),
  /** The documents behind a number of Analytics. */
  figure: FigureFilter.nullable().default(null),
  /** The documents a rule acted on. */
  rule: RuleFilter.nullable().default(null),
  /** Whose it is; `anyone`: nobody's in particular. */
  assignee: PersonId.or(z.literal('anyone')).nullable().default(null),
  /** Waits for a word of this person: a question to them, or a comment that names them. */
  asked: PersonId.nullable().default(null),
  /** Held past its day, or with an issue past its time limit. */
  isOverdue: z.boolean().default(false),
})
export type InboxFilter = z.infer<typeof InboxFilter>

export const InboxSort = z.object({
  /** `urgency`: blocking issues first, then due date, then oldest. */
  by: z.enum(['urgency', 'received', 'vendor', 'number', 'issued', 'due', 'total', 'quality']).default('urgency'),
  direction: z.enum(['ascending', 'descending']).default('ascending'),
})
export type InboxSort = z.infer<typeof InboxSort>

/** A list somebody comes back to: what it holds, in which order, and what is shown of it. */
export const SavedView = z.object({
  id: z.string().max(36),
  name: z.string().max(60).min(1),
  filter: InboxFilter,
  sort: InboxSort,
  columns: InboxColumns.default(null),
})
export type SavedView = z.infer<typeof SavedView>

export const InboxRow = z.object({
  documentId: DocumentId,
  intakeNumber: z.number().int(),
  fileName: z.string(),
  kind: DocumentKind,
  source: DocumentSource,
  state: DocumentState,
  /** The running step while `processing`. */
  step: Step.nullable(),
  receivedAt: z.number(),
  vendorName: z.string().nullable(),
  vendorKnown: z.boolean(),
  number: z.string().nullable(),
  type: DocumentType.nullable().optional(),
  issueDate: z.string().nullable(),
  dueDate: z.string().nullable(),
  /** Decimal text. */
  total: z.string().nullable(),
  currency: z.string().nullable(),
  accountCode: z.string().nullable(),
  /** True when the lines have more than one account. */
  severalAccounts: z.boolean(),
  worstIssue: z.object({ key: IssueKey, severity: Severity, params: MessageParams }).nullable(),
  openIssues: z.number().int(),
  /** How likely it needs no correction, 0 to 1; null while nothing was read. */
  quality: z.number().nullable(),
  /** Set once something of the document was sent to an outside model. */
  sentToModel: z.object({ at: z.number(), model: z.string() }).nullable().optional(),
  /** Who is to look at it; null for anyone. */
  assigneeId: PersonId.nullable().optional(),
  /** The day an answer is due while on hold. */
  holdUntil: z.string().nullable().optional(),
  /** Held past its day, or with an issue past its time limit. */
  isOverdue: z.boolean().optional(),
  /** Steps done and needed, where some but not all people have approved. */
  /** Of one whose pages were joined to another's: that one's intake number. */
  joinedInto: z.number().int().optional(),
  approval: ApprovalView.pick({ done: true, of: true, waitsFor: true }).nullable().optional(),
})
export type InboxRow = z.infer<typeof InboxRow>
