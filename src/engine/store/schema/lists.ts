import { sql } from 'drizzle-orm'
import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { DocumentSource, DocumentState } from '../../../shared/document'
import type { DocumentId, PersonId, VendorId } from '../../../shared/ids'
import { documents } from './documents'

/**
 * What the inbox orders and filters by, one narrow row per document. Triggers keep it (migrations 2 and 23); nobody writes
 * it but the search index, which clears `isSearchStale`, and the archive, which sets `isArchived`.
 */
export const inboxRows = sqliteTable('inbox_rows', {
  intakeNumber: integer('intake_number').primaryKey(),
  documentId: text('document_id').$type<DocumentId>().notNull(),
  state: text('state').$type<DocumentState>().notNull(),
  source: text('source').$type<DocumentSource>().notNull(),
  /** 0 critical … 4 no issue, for documents that need a person; 5 and up for the rest; below 0 what is overdue. */
  urgencyRank: integer('urgency_rank').notNull(),
  vendorId: text('vendor_id').$type<VendorId>(),
  /** Folded name, cut to 60 characters. */
  vendorKey: text('vendor_key'),
  numberKey: text('number_key'),
  issueDate: text('issue_date'),
  dueDate: text('due_date'),
  /** The due date, or a day after all others. */
  dueKey: text('due_key')
    .notNull()
    .generatedAlwaysAs(sql`ifnull(due_date, '9999-12-31')`),
  /** In whole units of its currency: for order only. */
  total: real('total'),
  isSearchStale: integer('search_stale', { mode: 'boolean' }).notNull(),
  quality: real('quality'),
  assigneeId: text('assignee_id').$type<PersonId>(),
  /** When something last happened to the document: its arrival, or its newest row of the journal. */
  changedAt: integer('changed_at').notNull().default(0),
  /** Out of the working lists; any change brings it back. */
  isArchived: integer('is_archived', { mode: 'boolean' }).notNull().default(false),
})

/**
 * What figures count, one narrow row per document. Triggers keep it (migrations 17 and 28), how long steps took among it;
 * the engine adds what the page counted. No business facts: nothing here is journaled or undone.
 */
export const documentWork = sqliteTable(
  'document_work',
  {
    intakeNumber: integer('intake_number').primaryKey(),
    documentId: text('document_id')
      .$type<DocumentId>()
      .notNull()
      .unique()
      .references(() => documents.id),
    receivedAt: integer('received_at').notNull(),
    /** While it is approved: since when, and whether a person approved it; nothing once that is taken back. */
    approvedAt: integer('approved_at'),
    approvedByPerson: integer('approved_by_person', { mode: 'boolean' }),
    /** What persons did to it before it was approved: each change, decision or assignment one, comments none. */
    touches: integer('touches').notNull().default(0),
    /** First time it could not be read or processed. */
    failedAt: integer('failed_at'),
    /** Of an approved one: no line's account was corrected by a person. */
    isAutoCoded: integer('is_auto_coded', { mode: 'boolean' }).notNull().default(false),
    /** Of an approved one: how many rows it has in `corrected_fields`. */
    corrections: integer('corrections').notNull().default(0),
    vendorId: text('vendor_id').$type<VendorId>(),
    currency: text('currency'),
    /** Grand total in minor units, negative for a credit note. */
    amount: integer('amount'),
    /** From its arrival until it was read first; then what the last attempt at each step took. */
    waitMs: integer('wait_ms'),
    readMs: integer('read_ms'),
    checkMs: integer('check_ms'),
    codeMs: integer('code_ms'),
    /** Counted by the page while the document was open in Review; null where it never was. */
    keystrokes: integer('keystrokes'),
    handsOnMs: integer('hands_on_ms'),
    postedAt: integer('posted_at'),
    postingMs: integer('posting_ms'),
  },
  table => [
    index('work_by_received').on(
      table.receivedAt,
      table.failedAt,
      table.waitMs,
      table.readMs,
      table.checkMs,
      table.codeMs,
    ),
    index('work_by_approved').on(
      table.approvedAt,
      table.approvedByPerson,
      table.touches,
      table.isAutoCoded,
      table.corrections,
      table.keystrokes,
      table.handsOnMs,
    ),
    index('work_by_spend').on(table.currency, table.vendorId, table.approvedAt, table.amount),
    index('work_by_vendor').on(table.vendorId, table.approvedAt, table.corrections),
    index('work_by_posted').on(table.postedAt, table.postingMs),
  ],
)
