import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Step } from '../../../shared/document'
import type { DocumentId, JobId } from '../../../shared/ids'
import type { ErrorCode, ErrorData } from '../../../shared/result'
import type { SkipReason, StepResult, Template } from '../../../shared/template'
import { documents } from './documents'

export const jobs = sqliteTable(
  'jobs',
  {
    id: text('id').$type<JobId>().primaryKey(),
    documentId: text('document_id')
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id),
    step: text('step').$type<Step>().notNull(),
    /** `worker`: needs a document worker. `engine`: short, runs in the engine. */
    lane: text('lane').$type<'worker' | 'engine'>().notNull(),
    state: text('state').$type<'waiting' | 'running' | 'done' | 'set_aside'>().notNull(),
    /** Settings of a retry, e.g. forced OCR. Never a password. */
    options: text('options', { mode: 'json' }).$type<{ forceOcr?: boolean }>().notNull(),
    /** Times the step was started, without those that {@link interruptions} counts. */
    attempts: integer('attempts').notNull().default(0),
    /** Times the engine itself died or was killed while this ran: seldom this document's fault. */
    interruptions: integer('interruptions').notNull().default(0),
    runAfter: integer('run_after').notNull(),
    leaseUntil: integer('lease_until'),
    lastError: text('last_error', { mode: 'json' }).$type<ErrorData>(),
    finishedAt: integer('finished_at'),
    /** Which way through its template this belongs to, counted per document. */
    run: integer('run').notNull().default(1),
    /** When the attempt now going on, or the last one, began. */
    startedAt: integer('started_at'),
  },
  table => [
    index('jobs_runnable').on(table.state, table.lane, table.runAfter),
    index('jobs_by_document').on(table.documentId),
    // A document walks one way: two unfinished jobs would read it twice.
    uniqueIndex('jobs_unfinished')
      .on(table.documentId)
      .where(sql`state in ('waiting', 'running')`),
  ],
)

/** Every version a company made of a processing template. */
export const templateVersions = sqliteTable(
  'template_versions',
  {
    key: text('key').notNull(),
    version: integer('version').notNull(),
    body: text('body', { mode: 'json' }).$type<Template>().notNull(),
    at: integer('at').notNull(),
    actor: text('actor').notNull(),
  },
  table => [primaryKey({ columns: [table.key, table.version] })],
)

/** One way of a document through the version of a template that was in force when it began. Kept for good. */
export const documentRuns = sqliteTable(
  'document_runs',
  {
    documentId: text('document_id')
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id),
    run: integer('run').notNull(),
    template: text('template').notNull(),
    version: integer('version').notNull(),
    startedAt: integer('started_at').notNull(),
  },
  table => [primaryKey({ columns: [table.documentId, table.run] })],
)

/** What each attempt at a step came to. Outlives the job. */
export const stepRuns = sqliteTable(
  'step_runs',
  {
    documentId: text('document_id')
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id),
    run: integer('run').notNull(),
    /** From 1, in the order in which attempts ended. */
    position: integer('position').notNull(),
    step: text('step').$type<Step>().notNull(),
    result: text('result').$type<StepResult>().notNull(),
    /** Why it was skipped, or the code of the error it failed with. */
    reason: text('reason').$type<SkipReason | ErrorCode>(),
    startedAt: integer('started_at').notNull(),
    endedAt: integer('ended_at').notNull(),
  },
  table => [
    primaryKey({ columns: [table.documentId, table.run, table.position] }),
    index('step_runs_ended').on(table.endedAt, table.result, table.step, table.startedAt),
  ],
)
