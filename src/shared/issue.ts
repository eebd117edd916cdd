import { z } from 'zod'
import { FieldName } from './invoice'
import { DocumentId, IssueId, LineId, PersonId, VendorId } from './ids'
import { PartStarts } from './pages'
import { MessageParams } from './result'

/** Kinds of exception. Title and sentence of each are translations: `issue.<key>.title`, `issue.<key>.cause`. */
export const IssueKey = z.enum([
  'missing_required_field',
  'low_confidence',
  'total_mismatch',
  'line_mismatch',
  'lines_net_mismatch',
  'rounding_difference',
  'format_invalid',
  'vendor_no_match',
  'vendor_similar',
  'duplicate_found',
  'account_needed',
  'not_payable',
  'xml_page_disagree',
  'unreadable',
  'needs_password',
  'processing_failed',
  'post_failed',
  'ledger_drift',
  /** The file in Paperless-ngx is another one than was taken in. */
  'archive_changed',
  'tax_mismatch',
  'payable_mismatch',
  'future_or_old_date',
  'not_addressed_to_us',
  'credit_note_unlinked',
  'seal_broken',
  'exchange_rate_needed',
  'description_unclear',
  'vendor_details_changed',
  'tax_account_needed',
  /** UsoCFDI, FormaPago, MetodoPago against the accounts or one another. */
  'cfdi_codes_contradict',
  'period_locked',
  'suspicious_text',
  /** The pages look like several invoices. */
  'several_invoices',
  /** A rule would reject it; a person says whether. */
  'rejection_proposed',
])
export type IssueKey = z.infer<typeof IssueKey>

/** critical and high block approval. */
export const Severity = z.enum(['critical', 'high', 'medium', 'low'])
export type Severity = z.infer<typeof Severity>

export function isBlocking(severity: Severity): boolean {
  return severity === 'critical' || severity === 'high'
}

/** waived: does not apply here. skipped: left as it is, non-blocking ones only. asked: a named person owes an answer. */
export const IssueState = z.enum(['open', 'asked', 'resolved', 'waived', 'skipped'])
export type IssueState = z.infer<typeof IssueState>

/** States in which an issue still stands: one asked about blocks as much as before. */
export const unsettledStates: readonly IssueState[] = ['open', 'asked']

export function isUnsettled(state: IssueState): boolean {
  return unsettledStates.includes(state)
}

/** A justification asked of somebody, with the answer once there is one. */
export const Question = z.object({
  /** Free text: who is asked need not use the app. */
  of: z.string().min(1).max(200),
  /** When that is the name of somebody who works here. */
  personId: PersonId.nullable().optional(),
  text: z.string().max(2000),
  /** YYYY-MM-DD; null without a date. */
  due: z.iso.date().nullable(),
  at: z.number(),
  by: z.string(),
  answer: z.object({ text: z.string().max(2000), at: z.number(), by: z.string() }).nullable(),
})
export type Question = z.infer<typeof Question>

/** What a suggestion does when chosen. Each is validated again when applied. */
export const Fix = z.discriminatedUnion('type', [
  z.object({ type: z.literal('set_field'), field: FieldName, value: z.string().max(500) }),
  z.object({ type: z.literal('choose_vendor'), vendorId: VendorId }),
  z.object({
    type: z.literal('create_vendor'),
    name: z.string().min(1).max(255),
    taxId: z.string().max(50).nullable(),
  }),
  z.object({ type: z.literal('set_account'), lineId: LineId, accountCode: z.string().max(40) }),
  z.object({
    type: z.literal('add_line'),
    description: z.string().max(500),
    /** Decimal text. */
    amount: z.string().max(30),
    accountCode: z.string().max(40).nullable(),
  }),
  /** One row for the whole net instead of rows that were read badly. */
  z.object({
    type: z.literal('replace_lines'),
    description: z.string().max(500),
    /** Decimal text. */
    amount: z.string().max(30),
  }),
  /** This line takes up what the lines miss of the net total. */
  z.object({ type: z.literal('fill_line'), lineId: LineId }),
  /** Net becomes what the lines add up to, and the total follows with the taxes. */
  z.object({ type: z.literal('totals_from_lines') }),
  /** A bank account the document names, with its misread signs put right. */
  z.object({ type: z.literal('correct_iban'), from: z.string().max(50), value: z.string().max(34) }),
  z.object({ type: z.literal('mark_duplicate'), ofDocumentId: DocumentId }),
  /** This one is the corrected version; the other leaves the road. */
  z.object({ type: z.literal('replace_document'), documentId: DocumentId }),
  /** This one only proves the other (an order, a delivery note) and is kept with it. */
  z.object({ type: z.literal('attach_support'), toDocumentId: DocumentId }),
  /** The invoice this credit note takes back. */
  z.object({ type: z.literal('link_credited'), documentId: DocumentId }),
  z.object({ type: z.literal('reject') }),
  z.object({ type: z.literal('waive'), reason: z.string().max(500) }),
  z.object({ type: z.literal('skip'), reason: z.string().max(500) }),
  /** The page asks for what is missing; nothing is applied by itself. */
  z.object({ type: z.literal('edit_field'), field: FieldName }),
  z.object({ type: z.literal('edit_account'), lineId: LineId }),
  z.object({ type: z.literal('edit_line'), lineId: LineId }),
  z.object({ type: z.literal('enter_password') }),
  z.object({ type: z.literal('enter_by_hand') }),
  z.object({ type: z.literal('retry_reading') }),
  z.object({ type: z.literal('retry_posting') }),
  z.object({ type: z.literal('open_settings'), section: z.string().max(40) }),
  /** Makes documents of the pages, each beginning where said. */
  z.object({ type: z.literal('split_pages'), starts: PartStarts }),
  /** The page shows the cut marks to be moved; nothing is applied by itself. */
  z.object({ type: z.literal('arrange_pages'), starts: PartStarts }),
  /** What the ledger says now is right: compared with it from here on. */
  z.object({ type: z.literal('accept_ledger_change') }),
  /** The ledger is made to say again what was posted. */
  z.object({ type: z.literal('restore_in_ledger') }),
  /** It is this vendor of the ledger; null: one the ledger does not have yet. The bill is posted again. */
  z.object({ type: z.literal('choose_ledger_vendor'), ledgerVendorId: z.number().int().nullable() }),
  /** The page has the draft deleted over there; nothing is applied to the document. */
  z.object({ type: z.literal('delete_ledger_draft') }),
  /** The page opens the bill in the ledger; nothing is applied. */
  z.object({ type: z.literal('open_in_ledger'), ledgerId: z.string().max(40) }),
])
export type Fix = z.infer<typeof Fix>

export const Suggestion = z.object({
  /** Translation `suggestion.<key>` with `params`. */
  key: z.string(),
  params: MessageParams,
  /** Short reason shown in grey at the right, translation `suggestion.why.<key>`; absent when the label says it all. */
  why: z.string().optional(),
  fix: Fix,
  /** How often this way out was taken before for this kind of issue; present when that moved it up. */
  learned: z.object({ count: z.number().int().min(1), of: z.enum(['vendor', 'company']) }).optional(),
})
export type Suggestion = z.infer<typeof Suggestion>

/** What an issue is about: a header field, a line, the vendor, or the whole document. */
export const Subject = z.discriminatedUnion('type', [
  z.object({ type: z.literal('document') }),
  z.object({ type: z.literal('field'), field: FieldName }),
  /** `lineIds`: all lines the issue speaks for, its own first; absent when it is about one. */
  z.object({ type: z.literal('line'), lineId: LineId, lineIds: z.array(LineId).optional() }),
  z.object({ type: z.literal('vendor') }),
])
export type Subject = z.infer<typeof Subject>

export const IssueView = z.object({
  id: IssueId,
  key: IssueKey,
  severity: Severity,
  state: IssueState,
  subject: Subject,
  /** Values of the cause sentence; amounts are decimal text. May choose a variant sentence by `params.variant`. */
  params: MessageParams,
  /** Likeliest first; the first one is preselected. */
  suggestions: z.array(Suggestion),
  resolution: z.object({ fix: Fix.nullable(), by: z.string(), at: z.number(), note: z.string() }).nullable(),
  question: Question.nullable(),
  /** What may be said to it besides its suggestions. */
  allows: z.object({ skip: z.boolean(), waive: z.boolean() }),
})
export type IssueView = z.infer<typeof IssueView>
