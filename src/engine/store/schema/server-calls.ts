import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { DocumentId } from '../../../shared/ids'
import type { ServerWork } from '../../../shared/server-call'
import { documents } from './documents'
import { outbox } from './ledger'

/** Every call made to the ledger or the archive for one piece of work: which, when, and how it was answered. */
export const serverCalls = sqliteTable(
  'server_calls',
  {
    id: text('id').primaryKey(),
    server: text('server').$type<'bigcapital' | 'paperless'>().notNull(),
    /** Of the piece of work, as the log names it. */
    job: text('job').notNull(),
    work: text('work').$type<ServerWork>().notNull(),
    outboxId: text('outbox_id').references(() => outbox.id, { onDelete: 'cascade' }),
    /** Null while a document of the archive is not taken. */
    documentId: text('document_id')
      .$type<DocumentId>()
      .references(() => documents.id),
    archiveId: integer('archive_id'),
    at: integer('at').notNull(),
    /** e.g. `POST /bills` */
    call: text('call').notNull(),
    /** Of the answer; null when there was none, or none that could be understood. */
    status: integer('status'),
    /** Of the failure; null for a success. */
    code: text('code'),
    ms: integer('ms').notNull(),
    /** JSON text, bounded, secrets masked: what was to be changed and what came back. Files and what was only read are not kept. */
    request: text('request'),
    answer: text('answer'),
  },
  table => [
    index('server_calls_by_row').on(table.outboxId, table.at, table.id),
    index('server_calls_by_job').on(table.server, table.job, table.at, table.id),
    index('server_calls_by_document').on(table.documentId, table.server, table.at),
    index('server_calls_by_time').on(table.at),
  ],
)
