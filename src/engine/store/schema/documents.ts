import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { DocumentKind, DocumentSource, DocumentState, PageInfo, Step } from '../../../shared/document'
import type { DocumentId, IssueId, PersonId, PolicyId, Sha256 } from '../../../shared/ids'
import type { PageOfFile } from '../../../shared/pages'
import type { Sighting } from '../../pipeline/facts'

/** Bytes as received. One row per file (or per part of a container); at most one invoice each. */
export const documents = sqliteTable(
  'documents',
  {
    id: text('id').$type<DocumentId>().primaryKey(),
    /** 1, 2, 3 … in order of arrival; the number an accountant quotes. */
    intakeNumber: integer('intake_number').notNull().unique(),
    sha256: text('sha256').$type<Sha256>().notNull(),
    /** The name it came with, for show only; never used as a path. */
    fileName: text('file_name').notNull(),
    bytes: integer('bytes').notNull(),
    kind: text('kind').$type<DocumentKind>().notNull(),
    mediaType: text('media_type').notNull(),
    source: text('source').$type<DocumentSource>().notNull(),
    receivedAt: integer('received_at').notNull(),
    state: text('state').$type<DocumentState>().notNull(),
    /** A person's words for hold and rejection, an error code for set aside. */
    stateReason: text('state_reason'),
    /** The container this one was taken out of. */
    parentId: text('parent_id').$type<DocumentId>(),
    /** Which invoice of the parent's file this is, from 1: such a row has the parent's bytes. Null for a file of its own. */
    part: integer('part'),
    /** The pages of other documents that this one consists of, in order; null for a file of its own. */
    pagesFrom: text('pages_from', { mode: 'json' }).$type<PageOfFile[]>(),
    /** How often unpacking this archive was begun; an archive that ends the engine each time is not tried for ever. */
    unpackAttempts: integer('unpack_attempts').notNull().default(0),
    duplicateOfId: text('duplicate_of_id').$type<DocumentId>(),
    /** Severity rank of the worst open issue (0 none, 1 low … 4 critical), kept for the list's order. */
    urgency: integer('urgency').notNull().default(0),
    step: text('step').$type<Step>(),
    /** Key of the worst open issue and how many are open, kept for the list. */
    worstIssueId: text('worst_issue_id').$type<IssueId>(),
    openIssues: integer('open_issues').notNull().default(0),
    /** Who is to look at it; null for anyone. */
    assigneeId: text('assignee_id').$type<PersonId>(),
    /** The approval policy that a rule routed it to. */
    policyId: text('policy_id').$type<PolicyId>(),
    /** The day an answer is due, YYYY-MM-DD; only while on hold. */
    holdUntil: text('hold_until'),
    /** Past a day or a time limit, as of the last look at the calendar: kept for the list's order. */
    isOverdue: integer('is_overdue', { mode: 'boolean' }).notNull().default(false),
  },
  table => [
    index('documents_by_state').on(table.state, table.urgency),
    index('documents_by_sha256').on(table.sha256),
    index('documents_by_received').on(table.receivedAt, table.id),
    uniqueIndex('documents_by_part')
      .on(table.parentId, table.part)
      .where(sql`part IS NOT NULL`),
    index('documents_by_duplicate')
      .on(table.duplicateOfId)
      .where(sql`duplicate_of_id IS NOT NULL`),
  ],
)

/** A page's size and how its text was found; its words, as read, for find and text selection. */
export const pages = sqliteTable(
  'pages',
  {
    documentId: text('document_id')
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id),
    number: integer('number').notNull(),
    width: real('width').notNull(),
    height: real('height').notNull(),
    rotation: integer('rotation').$type<PageInfo['rotation']>().notNull(),
    textSource: text('text_source').$type<PageInfo['textSource']>().notNull(),
    /** JSON of [text, x, y, width, height] tuples. */
    words: text('words', { mode: 'json' }).$type<[string, number, number, number, number][]>().notNull(),
    /** Every text that may be a header value, for vendor memory; null for pages read before it was kept. */
    sightings: text('sightings', { mode: 'json' }).$type<Sighting[]>(),
    /** Blob of a picture Chromium can draw, when it cannot draw the original. */
    previewSha256: text('preview_sha256').$type<Sha256>(),
    previewMediaType: text('preview_media_type'),
  },
  table => [primaryKey({ columns: [table.documentId, table.number] })],
)
