import { z } from 'zod'

/** UUIDv7 text: sortable by creation time, safe to make on any machine. */
const uuidText = z.string().length(36)

export const DocumentId = uuidText.brand<'DocumentId'>()
export type DocumentId = z.infer<typeof DocumentId>

export const InvoiceId = uuidText.brand<'InvoiceId'>()
export type InvoiceId = z.infer<typeof InvoiceId>

export const LineId = uuidText.brand<'LineId'>()
export type LineId = z.infer<typeof LineId>

export const IssueId = uuidText.brand<'IssueId'>()
export type IssueId = z.infer<typeof IssueId>

export const LessonId = uuidText.brand<'LessonId'>()
export type LessonId = z.infer<typeof LessonId>

export const VendorId = uuidText.brand<'VendorId'>()
export type VendorId = z.infer<typeof VendorId>

export const JobId = uuidText.brand<'JobId'>()
export type JobId = z.infer<typeof JobId>

/** Decisions that one action took on many documents, undone as one. */
export const GroupId = uuidText.brand<'GroupId'>()
export type GroupId = z.infer<typeof GroupId>

export const PersonId = uuidText.brand<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>

export const CommentId = uuidText.brand<'CommentId'>()
export type CommentId = z.infer<typeof CommentId>

export const RuleId = uuidText.brand<'RuleId'>()
export type RuleId = z.infer<typeof RuleId>

export const PolicyId = uuidText.brand<'PolicyId'>()
export type PolicyId = z.infer<typeof PolicyId>

/** SHA-256 of a document's bytes, 64 lower-case hexadecimal digits. */
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Sha256'>()
export type Sha256 = z.infer<typeof Sha256>

/** Milliseconds since 1970-01-01T00:00Z. Always handed in, never read from the clock by a rule. */
export type EpochMs = number
