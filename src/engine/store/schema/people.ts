import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { CommentId, DocumentId, PersonId } from '../../../shared/ids'
import { GivenRight } from '../../../shared/rights'
import { documents } from './documents'

/** Who works here. Never deleted: the journal names them. */
export const people = sqliteTable('people', {
  id: text('id').$type<PersonId>().primaryKey(),
  name: text('name').notNull(),
  initials: text('initials').notNull(),
  isActive: integer('is_active', { mode: 'boolean' }).notNull().default(true),
  createdAt: integer('created_at').notNull(),
  rights: text('rights', { mode: 'json' })
    .$type<GivenRight[]>()
    .notNull()
    .default([...GivenRight.options]),
})

/** What people sign in with: scrypt's answer and all it needs to compute it again. */
export const passphrases = sqliteTable('passphrases', {
  personId: text('person_id')
    .$type<PersonId>()
    .primaryKey()
    .references(() => people.id),
  /** Base64, as the hash. */
  salt: text('salt').notNull(),
  hash: text('hash').notNull(),
  /** scrypt's N, r and p. */
  cost: integer('cost').notNull(),
  blockSize: integer('block_size').notNull(),
  parallelism: integer('parallelism').notNull(),
  changedAt: integer('changed_at').notNull(),
  /** Since the last time it was right. */
  attempts: integer('attempts').notNull().default(0),
  /** Nothing is compared before this. */
  waitUntil: integer('wait_until').notNull().default(0),
})

/** What people wrote on a document. Rows are only ever added; each has its row in the journal. */
export const comments = sqliteTable(
  'comments',
  {
    id: text('id').$type<CommentId>().primaryKey(),
    documentId: text('document_id')
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id),
    at: integer('at').notNull(),
    actor: text('actor').notNull(),
    text: text('text').notNull(),
    isQuestion: integer('is_question', { mode: 'boolean' }).notNull().default(false),
    /** Who is asked; null for anyone. */
    asksId: text('asks_id')
      .$type<PersonId>()
      .references(() => people.id),
    /** The day the answer is due, YYYY-MM-DD. */
    due: text('due'),
    /** The question this is the answer to. */
    answersId: text('answers_id')
      .$type<CommentId>()
      .references((): AnySQLiteColumn => comments.id),
  },
  table => [
    index('comments_by_document').on(table.documentId, table.at, table.id),
    index('comments_asking')
      .on(table.asksId)
      .where(sql`asks_id IS NOT NULL`),
    index('comments_answering')
      .on(table.answersId)
      .where(sql`answers_id IS NOT NULL`),
  ],
)

/** Whom a comment names with an @. */
export const commentMentions = sqliteTable(
  'comment_mentions',
  {
    personId: text('person_id')
      .$type<PersonId>()
      .notNull()
      .references(() => people.id),
    commentId: text('comment_id')
      .$type<CommentId>()
      .notNull()
      .references(() => comments.id),
  },
  table => [
    primaryKey({ columns: [table.personId, table.commentId] }),
    index('mentions_by_comment').on(table.commentId),
  ],
)

/** While someone is away, somebody else may approve in their place. */
export const absences = sqliteTable('absences', {
  id: text('id').primaryKey(),
  personId: text('person_id')
    .$type<PersonId>()
    .notNull()
    .references(() => people.id),
  delegateId: text('delegate_id')
    .$type<PersonId>()
    .notNull()
    .references(() => people.id),
  fromDate: text('from_date').notNull(),
  /** The last day, itself included. */
  toDate: text('to_date').notNull(),
})
