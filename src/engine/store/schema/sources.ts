import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { DocumentId } from '../../../shared/ids'
import type { AfterTaking } from '../../../shared/paperless'
import type { ErrorData } from '../../../shared/result'
import { documents } from './documents'

/** What was last written to a document of the archive; a part that was never written is left out. */
export interface WrittenBack {
  /** Id of the tag, while the document carries ours. */
  readonly tag?: number
  /** Values by the id of their custom field. */
  readonly fields?: Readonly<Record<string, string>>
  readonly correspondent?: number
  readonly note?: string
}

/**
 * A file of the archive (Paperless-ngx) as it was seen: one row per document and version of its bytes, so that none is
 * taken twice. The checksum is empty while the document could not be asked.
 */
export const paperlessDocuments = sqliteTable(
  'paperless_documents',
  {
    /** Address of the archive. */
    server: text('server').notNull(),
    archiveId: integer('archive_id').notNull(),
    /** As the archive states it: SHA-256, or MD5 before release 3. */
    checksum: text('checksum').notNull(),
    documentId: text('document_id')
      .$type<DocumentId>()
      .references(() => documents.id),
    state: text('state').$type<'taken' | 'skipped' | 'failed'>().notNull(),
    /** Why it was skipped or failed. */
    error: text('error', { mode: 'json' }).$type<ErrorData>(),
    title: text('title').notNull(),
    /** When it last changed there, as the archive wrote it. */
    modified: text('modified').notNull(),
    /** False once the archive holds a newer version. */
    isNewest: integer('is_newest', { mode: 'boolean' }).notNull().default(true),
    seenAt: integer('seen_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    runAfter: integer('run_after').notNull().default(0),
    written: text('written', { mode: 'json' }).$type<WrittenBack>(),
    /** Counted up by a trigger with every decision; what was written is up to date when both are equal. */
    writeWanted: integer('write_wanted').notNull().default(0),
    writeDone: integer('write_done').notNull().default(0),
    writeAfter: integer('write_after').notNull().default(0),
    writeAttempts: integer('write_attempts').notNull().default(0),
    writeError: text('write_error', { mode: 'json' }).$type<ErrorData>(),
  },
  table => [
    primaryKey({ columns: [table.server, table.archiveId, table.checksum] }),
    index('paperless_by_document').on(table.documentId),
    index('paperless_by_state').on(table.state, table.seenAt),
    index('paperless_to_write')
      .on(table.writeAfter)
      .where(sql`write_wanted > write_done`),
  ],
)

/** What the archive itself read on the pages of a document, cut: words to find it by, never a value. */
export const archiveTexts = sqliteTable('archive_texts', {
  documentId: text('document_id')
    .$type<DocumentId>()
    .primaryKey()
    .references(() => documents.id),
  text: text('text').notNull(),
  readAt: integer('read_at').notNull(),
})

/** A document of ours that is to be stored in the archive. An upload cannot be repeated blindly: it is looked up first. */
export const paperlessUploads = sqliteTable(
  'paperless_uploads',
  {
    documentId: text('document_id')
      .$type<DocumentId>()
      .primaryKey()
      .references(() => documents.id),
    /** pending → sent (committed before the request leaves) → waiting for the task → done | refused; cancelled by a person. */
    state: text('state').$type<'pending' | 'sent' | 'waiting' | 'done' | 'refused' | 'cancelled'>().notNull(),
    taskId: text('task_id'),
    attempts: integer('attempts').notNull().default(0),
    runAfter: integer('run_after').notNull().default(0),
    error: text('error', { mode: 'json' }).$type<ErrorData>(),
    createdAt: integer('created_at').notNull(),
    sentAt: integer('sent_at'),
  },
  table => [index('paperless_uploads_by_state').on(table.state, table.runAfter)],
)

/** Folders whose new files are taken in. Kept when removed: the files met in them refer to them. */
export const watchedFolders = sqliteTable('watched_folders', {
  id: text('id').primaryKey(),
  path: text('path').notNull(),
  afterTaking: text('after_taking').$type<AfterTaking>().notNull(),
  createdAt: integer('created_at').notNull(),
  removedAt: integer('removed_at'),
})

/** A file of a watched folder that was taken, or could not be; with the same size and time it is not taken again. */
export const watchedFiles = sqliteTable(
  'watched_files',
  {
    folderId: text('folder_id')
      .notNull()
      .references(() => watchedFolders.id),
    /** Path below the folder. */
    name: text('name').notNull(),
    bytes: integer('bytes').notNull(),
    modifiedAt: integer('modified_at').notNull(),
    documentId: text('document_id')
      .$type<DocumentId>()
      .references(() => documents.id),
    error: text('error', { mode: 'json' }).$type<ErrorData>(),
    takenAt: integer('taken_at').notNull(),
    /** The source was moved or deleted, or is to be left. */
    isSourceDone: integer('is_source_done', { mode: 'boolean' }).notNull().default(false),
  },
  table => [primaryKey({ columns: [table.folderId, table.name] })],
)
