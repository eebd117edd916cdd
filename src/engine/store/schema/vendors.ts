import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { DocumentId, LessonId, VendorId } from '../../../shared/ids'
import type { FieldName } from '../../../shared/invoice'
import type { LessonTaught } from '../../vendors/reading-memory/lesson'
import type { ToleranceTaught } from '../../vendors/tolerances/tolerance'
import { documents } from './documents'

export const vendors = sqliteTable(
  'vendors',
  {
    id: text('id').$type<VendorId>().primaryKey(),
    name: text('name').notNull(),
    /** Case, accents, punctuation and legal form folded away: what names are compared by. */
    nameKey: text('name_key').notNull(),
    /** Upper case letters and digits. */
    taxId: text('tax_id'),
    country: text('country'),
    defaultAccountCode: text('default_account_code'),
    /** Followed from the vendor's lessons, and goes with them; false when a person set it. */
    isDefaultLearned: integer('is_default_learned', { mode: 'boolean' }).notNull().default(false),
    isNew: integer('is_new', { mode: 'boolean' }).notNull().default(false),
    createdAt: integer('created_at').notNull(),
    /** The vendor this one turned out to be, and the journal row that says so. */
    mergedIntoId: text('merged_into_id').$type<VendorId>(),
    mergeEntryId: text('merge_entry_id'),
  },
  table => [
    index('vendors_by_name').on(table.nameKey),
    uniqueIndex('vendors_by_tax_id').on(table.taxId),
    index('vendors_merged')
      .on(table.mergedIntoId)
      .where(sql`merged_into_id IS NOT NULL`),
  ],
)

/** Look-alikes that a person said are two; the smaller id first. */
export const vendorsKeptApart = sqliteTable(
  'vendors_kept_apart',
  {
    oneId: text('one_id')
      .$type<VendorId>()
      .notNull()
      .references(() => vendors.id),
    otherId: text('other_id')
      .$type<VendorId>()
      .notNull()
      .references(() => vendors.id),
  },
  table => [primaryKey({ columns: [table.oneId, table.otherId] })],
)

/** Names under which a vendor was seen. */
export const vendorAliases = sqliteTable(
  'vendor_aliases',
  {
    vendorId: text('vendor_id')
      .$type<VendorId>()
      .notNull()
      .references(() => vendors.id),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
  },
  table => [primaryKey({ columns: [table.vendorId, table.nameKey] }), index('aliases_by_name').on(table.nameKey)],
)

/** What a person's corrections of header fields taught about one vendor's pages, and which differences pass for rounding. */
export const vendorLessons = sqliteTable(
  'vendor_lessons',
  {
    id: text('id').$type<LessonId>().primaryKey(),
    vendorId: text('vendor_id')
      .$type<VendorId>()
      .notNull()
      .references(() => vendors.id),
    field: text('field').$type<FieldName>().notNull(),
    /** The document whose correction taught it; its journal row holds this row too. */
    documentId: text('document_id')
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id),
    lesson: text('lesson', { mode: 'json' }).$type<LessonTaught | ToleranceTaught>().notNull(),
    learnedAt: integer('learned_at').notNull(),
    /** Set once a person told it to be forgotten: it acts no more and is not learned again from the same correction. */
    forgottenAt: integer('forgotten_at'),
  },
  table => [
    index('lessons_by_vendor').on(table.vendorId, table.field),
    index('lessons_by_document').on(table.documentId),
  ],
)

/** A lesson that gave a field its value, document by document. */
export const lessonUses = sqliteTable(
  'lesson_uses',
  {
    lessonId: text('lesson_id').$type<LessonId>().notNull(),
    documentId: text('document_id')
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id),
    field: text('field').$type<FieldName>().notNull(),
    value: text('value'),
  },
  table => [
    primaryKey({ columns: [table.lessonId, table.documentId, table.field] }),
    index('lesson_uses_by_document').on(table.documentId),
  ],
)

/** Bank accounts, web addresses and tax ids printed on a document: whose page it is, where no name can be read. */
export const documentMarks = sqliteTable(
  'document_marks',
  {
    mark: text('mark').notNull(),
    documentId: text('document_id')
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id),
  },
  table => [primaryKey({ columns: [table.mark, table.documentId] })],
)
