import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { PolicyBody, RuleBody, RunMode } from '../../../shared/automation'
import type { DocumentId, PersonId, PolicyId, RuleId } from '../../../shared/ids'
import { documents } from './documents'
import { people } from './people'

/** A sentence that acts by itself; what it says is in its latest version. */
export const rules = sqliteTable('rules', {
  id: text('id').$type<RuleId>().primaryKey(),
  position: integer('position').notNull(),
  mode: text('mode').$type<RunMode>().notNull(),
  version: integer('version').notNull(),
  removedAt: integer('removed_at'),
})

/** Every wording a rule ever had. */
export const ruleVersions = sqliteTable(
  'rule_versions',
  {
    ruleId: text('rule_id')
      .$type<RuleId>()
      .notNull()
      .references(() => rules.id),
    version: integer('version').notNull(),
    body: text('body', { mode: 'json' }).$type<RuleBody>().notNull(),
    at: integer('at').notNull(),
    actor: text('actor').notNull(),
  },
  table => [primaryKey({ columns: [table.ruleId, table.version] })],
)

/** A rule (or the autopilot, under its own name) acted on a document, or would have. */
export const ruleFirings = sqliteTable(
  'rule_firings',
  {
    id: text('id').primaryKey(),
    ruleId: text('rule_id').$type<RuleId | 'autopilot'>().notNull(),
    version: integer('version').notNull(),
    documentId: text('document_id')
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id),
    mode: text('mode').$type<'shadow' | 'on'>().notNull(),
    /** The journal's row; null in shadow. */
    entryId: text('entry_id'),
    at: integer('at').notNull(),
    /** When a person took it back. */
    undoneAt: integer('undone_at'),
  },
  table => [
    uniqueIndex('firings_unique').on(table.ruleId, table.documentId, table.version, table.mode),
    index('firings_by_document').on(table.documentId),
    index('firings_by_entry')
      .on(table.entryId)
      .where(sql`entry_id IS NOT NULL`),
  ],
)

/** Which documents need whose approval. Older wordings are in the journal. */
export const approvalPolicies = sqliteTable('approval_policies', {
  id: text('id').$type<PolicyId>().primaryKey(),
  position: integer('position').notNull(),
  isOn: integer('is_on', { mode: 'boolean' }).notNull(),
  version: integer('version').notNull(),
  body: text('body', { mode: 'json' }).$type<PolicyBody>().notNull(),
  removedAt: integer('removed_at'),
})

/** One step of a document's approval, given by a person. */
export const approvals = sqliteTable(
  'approvals',
  {
    id: text('id').primaryKey(),
    documentId: text('document_id')
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id),
    policyId: text('policy_id')
      .$type<PolicyId>()
      .notNull()
      .references(() => approvalPolicies.id),
    policyVersion: integer('policy_version').notNull(),
    /** From 0. */
    step: integer('step').notNull(),
    personId: text('person_id')
      .$type<PersonId>()
      .notNull()
      .references(() => people.id),
    /** The absent person for whom it was given. */
    inPlaceOfId: text('in_place_of_id')
      .$type<PersonId>()
      .references(() => people.id),
    /** Hash of what was approved: an invoice that says something else needs its approvals anew. */
    seal: text('seal').notNull(),
    at: integer('at').notNull(),
  },
  table => [index('approvals_by_document').on(table.documentId)],
)
