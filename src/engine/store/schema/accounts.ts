import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { LineId, VendorId } from '../../../shared/ids'
import { vendors } from './vendors'

/** The company's own chart of accounts. */
export const ownAccounts = sqliteTable('own_accounts', {
  code: text('code').primaryKey(),
  position: integer('position').notNull(),
  name: text('name').notNull(),
  parent: text('parent'),
  isPostable: integer('is_postable', { mode: 'boolean' }).notNull(),
  /** SAT code of what it is for. */
  standsFor: text('stands_for'),
})

/** Accounts of a chart that the company does not use (any more). */
export const inactiveAccounts = sqliteTable(
  'inactive_accounts',
  { chart: text('chart').notNull(), code: text('code').notNull() },
  table => [primaryKey({ columns: [table.chart, table.code] })],
)

/** Accounts a person gave to a vendor's lines: what coding learns from. */
export const accountExamples = sqliteTable(
  'account_examples',
  {
    id: text('id').primaryKey(),
    vendorId: text('vendor_id')
      .$type<VendorId>()
      .notNull()
      .references(() => vendors.id),
    /** Folded description of the line. */
    descriptionKey: text('description_key').notNull(),
    classificationCode: text('classification_code'),
    accountCode: text('account_code').notNull(),
    lineId: text('line_id').$type<LineId>(),
    at: integer('at').notNull(),
  },
  table => [
    index('examples_by_vendor').on(table.vendorId, table.at),
    index('examples_by_description').on(table.descriptionKey),
  ],
)
