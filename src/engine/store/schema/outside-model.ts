import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { DocumentId } from '../../../shared/ids'
import type { CallOutcome, ModelPurpose, SentKind } from '../../../shared/outside-model'
import type { ErrorData } from '../../../shared/result'
import { documents } from './documents'

/**
 * What was sent to an outside model and what came of it, one row per question. Written before the question leaves, kept
 * for ever: this is the list of what left the machine.
 */
export const modelCalls = sqliteTable(
  'model_calls',
  {
    id: text('id').primaryKey(),
    at: integer('at').notNull(),
    /** Null for a test of the connection, which says nothing of any document. */
    documentId: text('document_id')
      .$type<DocumentId>()
      .references(() => documents.id),
    purpose: text('purpose').$type<ModelPurpose>().notNull(),
    model: text('model').notNull(),
    /** The model's own name for itself, once it answered. */
    answeredBy: text('answered_by'),
    sent: text('sent').$type<SentKind>().notNull(),
    pages: text('pages', { mode: 'json' }).$type<number[]>().notNull(),
    /** What the answer is checked against (fields asked, candidates offered); never the text that was sent. */
    question: text('question', { mode: 'json' }).$type<unknown>().notNull(),
    /** SHA-256 of everything the question said: the same one is not paid for twice. */
    questionKey: text('question_key').notNull(),
    outcome: text('outcome').$type<CallOutcome>().notNull(),
    error: text('error', { mode: 'json' }).$type<ErrorData>(),
    /** The answer once it had the form asked for. */
    answer: text('answer', { mode: 'json' }).$type<unknown>(),
    inputTokens: integer('input_tokens').notNull().default(0),
    outputTokens: integer('output_tokens').notNull().default(0),
    cacheReadTokens: integer('cache_read_tokens').notNull().default(0),
    cacheWriteTokens: integer('cache_write_tokens').notNull().default(0),
    /** Millionths of a US dollar: an upper estimate while under way or lost. */
    cost: integer('cost').notNull(),
    requestId: text('request_id'),
    batchId: text('batch_id'),
    durationMs: integer('duration_ms'),
  },
  table => [
    index('model_calls_by_time').on(table.at, table.id),
    index('model_calls_by_document').on(table.documentId, table.at),
    index('model_calls_by_question').on(table.questionKey),
    index('model_calls_under_way')
      .on(table.batchId)
      .where(sql`outcome = 'sent'`),
  ],
)

/** Questions to an outside model that wait, beside the road: a document never waits for them. */
export const modelTasks = sqliteTable(
  'model_tasks',
  {
    id: text('id').primaryKey(),
    documentId: text('document_id')
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id),
    purpose: text('purpose').$type<Exclude<ModelPurpose, 'test'>>().notNull(),
    /** asked: under way, or waiting for its batch. given_up: the local reading stands. */
    state: text('state').$type<'waiting' | 'asked' | 'done' | 'given_up'>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    runAfter: integer('run_after').notNull(),
    lastError: text('last_error', { mode: 'json' }).$type<ErrorData>(),
    finishedAt: integer('finished_at'),
  },
  table => [
    index('model_tasks_runnable').on(table.state, table.runAfter),
    uniqueIndex('model_tasks_unfinished')
      .on(table.documentId, table.purpose)
      .where(sql`state IN ('waiting', 'asked')`),
  ],
)

/** Which of the offered accounts an outside model chose for a line; advice that coding weighs each time it runs. */
export const modelChoices = sqliteTable(
  'model_choices',
  {
    documentId: text('document_id')
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id),
    /** What the line says, see `lineKey`: lines get new ids when a document is read again. */
    lineKey: text('line_key').notNull(),
    accountCode: text('account_code').notNull(),
    callId: text('call_id')
      .notNull()
      .references(() => modelCalls.id),
  },
  table => [primaryKey({ columns: [table.documentId, table.lineKey] })],
)
