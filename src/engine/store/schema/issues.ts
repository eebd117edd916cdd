import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { DocumentId, IssueId } from '../../../shared/ids'
import type { Fix, IssueKey, IssueState, Question, Severity, Subject, Suggestion } from '../../../shared/issue'
import type { MessageParams } from '../../../shared/result'
import { documents } from './documents'

/** A reason a person must look. */
export const issues = sqliteTable(
  'issues',
  {
    id: text('id').$type<IssueId>().primaryKey(),
    documentId: text('document_id')
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id),
    key: text('key').$type<IssueKey>().notNull(),
    severity: text('severity').$type<Severity>().notNull(),
    subject: text('subject', { mode: 'json' }).$type<Subject>().notNull(),
    params: text('params', { mode: 'json' }).$type<MessageParams>().notNull(),
    suggestions: text('suggestions', { mode: 'json' }).$type<Suggestion[]>().notNull(),
    state: text('state').$type<IssueState>().notNull(),
    /** Who ended it: "engine" when the cause went away, a person's name otherwise. */
    resolvedBy: text('resolved_by'),
    resolvedAt: integer('resolved_at'),
    resolutionFix: text('resolution_fix', { mode: 'json' }).$type<Fix>(),
    resolutionNote: text('resolution_note').notNull().default(''),
    raisedAt: integer('raised_at').notNull(),
    /** The last question about it to a named person, kept with its answer. */
    question: text('question', { mode: 'json' }).$type<Question>(),
  },
  table => [
    index('issues_by_document').on(table.documentId, table.key, table.state),
    index('issues_by_key').on(table.key, table.state),
    index('issues_raised').on(table.raisedAt, table.key, table.severity, table.documentId),
    index('issues_ended').on(
      table.resolvedAt,
      table.key,
      table.severity,
      table.documentId,
      table.state,
      table.raisedAt,
    ),
    index('issues_open')
      .on(table.key, table.severity, table.raisedAt, table.documentId, table.state)
      .where(sql`state IN ('open', 'asked')`),
    index('issues_settled_by_person')
      .on(table.key, table.resolvedAt)
      .where(sql`resolution_fix IS NOT NULL`),
    index('issues_asked')
      .on(table.documentId)
      .where(sql`state = 'asked'`),
  ],
)
