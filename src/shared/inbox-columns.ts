import { z } from 'zod'

/** What the inbox can show of a document. The state says what the row is, so it always stands first. */
export const InboxColumn = z.enum([
  'vendor',
  'number',
  'type',
  'issued',
  'due',
  'total',
  'issue',
  'quality',
  'account',
  'assignee',
  'source',
  'age',
])
export type InboxColumn = z.infer<typeof InboxColumn>

/** Chosen columns in their order; null: the usual ones, as far as they have room. */
export const InboxColumns = z.array(InboxColumn).min(1).max(InboxColumn.options.length).nullable()
export type InboxColumns = z.infer<typeof InboxColumns>
