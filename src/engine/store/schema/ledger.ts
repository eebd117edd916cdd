import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { DocumentId, InvoiceId } from '../../../shared/ids'
import type { ErrorData } from '../../../shared/result'
import { documents } from './documents'
import { invoices } from './invoices'

/** How far a bill is paid, as the ledger tells. */
export type PaymentState = 'unpaid' | 'partly' | 'paid' | 'overdue'

/** What must not change in the ledger behind our back. Amounts as decimal text. */
export interface BillTraits {
  readonly number: string
  readonly vendorId: number
  /** YYYY-MM-DD on the ledger's calendar. */
  readonly date: string
  readonly total: string
  /** Account, amount and text of each line, in order. */
  readonly lines: readonly string[]
}

/** What must reach the ledger, with its natural key. Written in the same transaction as the approval. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: text('id').primaryKey(),
    documentId: text('document_id')
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id),
    invoiceId: text('invoice_id')
      .$type<InvoiceId>()
      .notNull()
      .references(() => invoices.id),
    kind: text('kind').$type<'bill' | 'vendor_credit'>().notNull(),
    /** Deterministic, unique in the whole ledger organisation. */
    billNumber: text('bill_number').notNull(),
    referenceNumber: text('reference_number'),
    /** pending → sent (committed before the request leaves) → confirmed | unknown | refused; cancelled when reopened before sending. */
    state: text('state').$type<'pending' | 'sent' | 'confirmed' | 'unknown' | 'refused' | 'cancelled'>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    runAfter: integer('run_after').notNull(),
    lastError: text('last_error', { mode: 'json' }).$type<ErrorData>(),
    /** The request body as sent and the answer as received, secrets never inside. */
    request: text('request', { mode: 'json' }).$type<unknown>(),
    answer: text('answer', { mode: 'json' }).$type<unknown>(),
    createdAt: integer('created_at').notNull(),
    sentAt: integer('sent_at'),
    confirmedAt: integer('confirmed_at'),
  },
  table => [index('outbox_runnable').on(table.state, table.runAfter), index('outbox_by_document').on(table.documentId)],
)

/** What the ledger holds, as last read back. */
export const ledgerBills = sqliteTable(
  'ledger_bills',
  {
    documentId: text('document_id')
      .$type<DocumentId>()
      .primaryKey()
      .references(() => documents.id),
    ledgerId: text('ledger_id').notNull(),
    billNumber: text('bill_number').notNull(),
    total: integer('total').notNull(),
    currency: text('currency').notNull(),
    readAt: integer('read_at').notNull(),
    kind: text('kind').$type<'bill' | 'vendor_credit'>().notNull().default('bill'),
    /** What it said when it was read back after posting, or when a person accepted a change made there. */
    posted: text('posted', { mode: 'json' }).$type<BillTraits>(),
    /** What it said last; null while it is as posted. */
    seen: text('seen', { mode: 'json' }).$type<BillTraits | 'gone'>(),
    payment: text('payment').$type<PaymentState>(),
    /** What is still owed, in minor units. */
    due: integer('due'),
    checkedAt: integer('checked_at').notNull().default(0),
    /** waiting: a credit whose bill is not known or posted yet. */
    applyState: text('apply_state').$type<'none' | 'waiting' | 'applied' | 'impossible'>().notNull().default('none'),
    /** A person wants the ledger to say again what was posted. */
    restoreAsked: integer('restore_asked', { mode: 'boolean' }).notNull().default(false),
  },
  table => [
    index('ledger_bills_by_check').on(table.checkedAt, table.documentId),
    index('ledger_bills_by_number').on(table.billNumber),
  ],
)

/** Bills and vendor credits of the ledger with our mark that no document here stands for, as last listed, and what a person said of them. */
export const unknownBills = sqliteTable(
  'unknown_bills',
  {
    organization: text('organization').notNull(),
    kind: text('kind').$type<'bill' | 'vendor_credit'>().notNull(),
    ledgerId: text('ledger_id').notNull(),
    billNumber: text('bill_number').notNull(),
    vendorName: text('vendor_name'),
    /** YYYY-MM-DD on the ledger's calendar. */
    date: text('date').notNull(),
    /** Decimal text. */
    total: text('total').notNull(),
    currency: text('currency').notNull(),
    isDraft: integer('is_draft', { mode: 'boolean' }).notNull(),
    listedAt: integer('listed_at').notNull(),
    /** kept: ours, its document is missing or will follow. null: nobody has said. */
    answer: text('answer').$type<'kept' | 'dismissed'>(),
    /** Why it was dismissed. */
    reason: text('reason'),
  },
  table => [
    primaryKey({ columns: [table.organization, table.kind, table.ledgerId] }),
    index('unknown_bills_by_number').on(table.billNumber),
    index('unknown_bills_unanswered').on(table.organization, table.answer, table.date, table.ledgerId),
  ],
)

/** Our vendors and accounts ↔ the ledger's ids, per ledger organisation. */
export const ledgerMap = sqliteTable(
  'ledger_map',
  {
    organization: text('organization').notNull(),
    kind: text('kind').$type<'vendor' | 'new_vendor' | 'account' | 'item' | 'tax' | 'branch'>().notNull(),
    ours: text('ours').notNull(),
    theirs: integer('theirs').notNull(),
  },
  table => [primaryKey({ columns: [table.organization, table.kind, table.ours] })],
)
