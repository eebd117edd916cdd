import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { DocumentId, GroupId } from '../../../shared/ids'
import type { MessageParams } from '../../../shared/result'

/** Append-only: what happened, who, before and after; each row carries the hash of the one before. */
export const journal = sqliteTable(
  'journal',
  {
    /** 1, 2, 3 … without gaps. */
    sequence: integer('sequence').primaryKey(),
    id: text('id').notNull().unique(),
    at: integer('at').notNull(),
    /** "person", "engine 0.1.0", "rule …". */
    actor: text('actor').notNull(),
    kind: text('kind').notNull(),
    documentId: text('document_id').$type<DocumentId>(),
    params: text('params', { mode: 'json' }).$type<MessageParams>().notNull(),
    /** Canonical JSON of the state before and after, when the entry can be undone. */
    before: text('before'),
    after: text('after'),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
    /** Decisions taken together and undone as one carry the same id. */
    groupId: text('group_id').$type<GroupId>(),
  },
  table => [
    index('journal_by_document').on(table.documentId, table.sequence),
    index('journal_deeds').on(table.documentId, table.kind, table.actor),
    index('journal_by_group')
      .on(table.groupId, table.sequence)
      .where(sql`group_id IS NOT NULL`),
    index('journal_written_back')
      .on(table.at)
      .where(sql`kind = 'paperless.written'`),
  ],
)

/** One JSON value per key; `settings` validated by src/shared/settings.ts on read. */
export const settings = sqliteTable('settings', {
  key: text('key').primaryKey(),
  value: text('value', { mode: 'json' }).$type<unknown>().notNull(),
})

/** Secrets encrypted by the operating system's key store; useless without it. */
export const secrets = sqliteTable('secrets', {
  name: text('name').primaryKey(),
  sealed: text('sealed').notNull(),
})

/** One row: how many commits there have been. A mark beside the books tells whether one went missing. */
export const commits = sqliteTable('commits', {
  number: integer('number').notNull(),
})
