import { and, eq, inArray } from 'drizzle-orm'
import type { DocumentId, InvoiceId, IssueId, LessonId, LineId, VendorId } from '../../shared/ids'
import { AppError } from '../../shared/result'
import { isSame } from '../issues/identity'
import {
  accountExamples,
  approvals,
  documents,
  invoiceLines,
  invoiceTaxes,
  invoices,
  issues,
  outbox,
  readings,
  vendorAliases,
  vendorLessons,
  vendors,
} from '../store/schema'
import type { Tx } from '../store/write'
import { isOfLedger } from '../sync/ledger-issues'
import { placeOf } from './replace-document'
import { snapshotTables, type Rows, type SnapshotTable } from './snapshot'

interface Table {
  /** Removes rows by their ids. */
  remove(tx: Tx, ids: readonly string[]): void
  /** Writes rows as they were. Those of one document were removed before; shared ones may be there. */
  put(tx: Tx, rows: readonly unknown[], ids: readonly string[]): void
  /** Present in tables that other invoices share: such a row is turned back only if nobody changed it since. */
  current?(tx: Tx, id: string): unknown
}

const rowsPerStatement = 500

function inParts<T>(all: readonly T[], each: (part: T[]) => void): void {
  for (let start = 0; start < all.length; start += rowsPerStatement) each(all.slice(start, start + rowsPerStatement))
}

const tables: Readonly<Record<SnapshotTable, Table>> = {
  document: {
    remove: () => undefined,
    put(tx, [row], [id]) {
      const changed = row as Partial<typeof documents.$inferInsert>
      tx.update(documents)
        .set(changed)
        .where(eq(documents.id, id as DocumentId))
        .run()
    },
  },
  /** Another document that a decision moved: back where it was, unless somebody decided about it since. */
  twin: {
    remove: () => undefined,
    put(tx, rows, ids) {
      rows.forEach((row, index) => {
        const place = row as Partial<typeof documents.$inferInsert>
        tx.update(documents)
          .set(place)
          .where(eq(documents.id, ids[index] as DocumentId))
          .run()
      })
    },
    current: (tx, id) => placeOf(tx, id as DocumentId),
  },
  invoice: {
    remove(tx, ids) {
      // An approval taken back leaves a bill that never went out; without its invoice it means nothing.
      const unsent = inArray(outbox.state, ['cancelled', 'refused'])
      tx.delete(outbox)
        .where(and(inArray(outbox.invoiceId, ids as InvoiceId[]), unsent))
        .run()
      tx.delete(invoices)
        .where(inArray(invoices.id, ids as InvoiceId[]))
        .run()
    },
    put(tx, rows) {
      for (const values of rows as (typeof invoices.$inferInsert)[]) {
        tx.insert(invoices).values(values).onConflictDoUpdate({ target: invoices.id, set: values }).run()
      }
    },
  },
  approval: {
    remove(tx, ids) {
      inParts(ids, part => tx.delete(approvals).where(inArray(approvals.id, part)).run())
    },
    put(tx, rows) {
      inParts(rows as (typeof approvals.$inferInsert)[], part => tx.insert(approvals).values(part).run())
    },
  },
  line: {
    remove(tx, ids) {
      inParts(ids as LineId[], part => tx.delete(invoiceLines).where(inArray(invoiceLines.id, part)).run())
    },
    put(tx, rows) {
      inParts(rows as (typeof invoiceLines.$inferInsert)[], part => tx.insert(invoiceLines).values(part).run())
    },
  },
  tax: {
    remove(tx, ids) {
      inParts(ids, part => tx.delete(invoiceTaxes).where(inArray(invoiceTaxes.id, part)).run())
    },
    put(tx, rows) {
      inParts(rows as (typeof invoiceTaxes.$inferInsert)[], part => tx.insert(invoiceTaxes).values(part).run())
    },
  },
  reading: {
    remove(tx, ids) {
      inParts(ids, part => tx.delete(readings).where(inArray(readings.id, part)).run())
    },
    put(tx, rows) {
      inParts(rows as (typeof readings.$inferInsert)[], part => tx.insert(readings).values(part).run())
    },
  },
  issue: {
    remove(tx, ids) {
      inParts(ids as IssueId[], part => tx.delete(issues).where(inArray(issues.id, part)).run())
    },
    put(tx, rows) {
      inParts(rows as (typeof issues.$inferInsert)[], part => tx.insert(issues).values(part).run())
    },
  },
  vendor: {
    remove(tx, ids) {
      for (const id of ids as VendorId[]) {
        if (!isVendorNeeded(tx, id)) tx.delete(vendors).where(eq(vendors.id, id)).run()
      }
    },
    put(tx, rows) {
      for (const values of rows as (typeof vendors.$inferInsert)[]) {
        requireFreeTaxId(tx, values)
        tx.insert(vendors).values(values).onConflictDoUpdate({ target: vendors.id, set: values }).run()
      }
    },
    current(tx, id) {
      return tx
        .select()
        .from(vendors)
        .where(eq(vendors.id, id as VendorId))
        .get()
    },
  },
  alias: {
    remove(tx, ids) {
      for (const id of ids) {
        const [vendorId, ...key] = id.split(':')
        const same = and(eq(vendorAliases.vendorId, vendorId as VendorId), eq(vendorAliases.nameKey, key.join(':')))
        tx.delete(vendorAliases).where(same).run()
      }
    },
    put(tx, rows) {
      for (const row of rows as (typeof vendorAliases.$inferInsert)[]) {
        tx.insert(vendorAliases).values(row).onConflictDoNothing().run()
      }
    },
  },
  example: {
    remove(tx, ids) {
      inParts(ids, part => tx.delete(accountExamples).where(inArray(accountExamples.id, part)).run())
    },
    put(tx, rows) {
      for (const values of rows as (typeof accountExamples.$inferInsert)[]) {
        tx.insert(accountExamples).values(values).onConflictDoUpdate({ target: accountExamples.id, set: values }).run()
      }
    },
    current(tx, id) {
      return tx.select().from(accountExamples).where(eq(accountExamples.id, id)).get()
    },
  },
  lesson: {
    remove(tx, ids) {
      inParts(ids as LessonId[], part => tx.delete(vendorLessons).where(inArray(vendorLessons.id, part)).run())
    },
    put(tx, rows) {
      for (const values of rows as (typeof vendorLessons.$inferInsert)[]) {
        tx.insert(vendorLessons).values(values).onConflictDoUpdate({ target: vendorLessons.id, set: values }).run()
      }
    },
    current(tx, id) {
      return tx
        .select()
        .from(vendorLessons)
        .where(eq(vendorLessons.id, id as LessonId))
        .get()
    },
  },
}

// Rows that belong to one document alone: simply written anew.
const ownTables: readonly SnapshotTable[] = ['approval', 'line', 'tax', 'reading', 'issue']

/**
 * Between an undo and its redo somebody may have made a vendor with the same tax id; two with one would be paid twice.
 *
 * @throws AppError `vendor_tax_id_taken`
 */
function requireFreeTaxId(tx: Tx, { id, taxId, name }: typeof vendors.$inferInsert): void {
  if (taxId === null || taxId === undefined) return
  const holder = tx.select({ id: vendors.id, name: vendors.name }).from(vendors).where(eq(vendors.taxId, taxId)).get()
  if (holder && holder.id !== id) throw new AppError('vendor_tax_id_taken', { name, taxId, holder: holder.name })
}

/** A vendor that other invoices, names or lessons hang on stays, whoever made it. */
function isVendorNeeded(tx: Tx, vendorId: VendorId): boolean {
  const invoice = tx.select({ id: invoices.id }).from(invoices).where(eq(invoices.vendorId, vendorId)).limit(1).get()
  const alias = tx
    .select({ key: vendorAliases.nameKey })
    .from(vendorAliases)
    .where(eq(vendorAliases.vendorId, vendorId))
    .limit(1)
    .get()
  const example = tx
    .select({ id: accountExamples.id })
    .from(accountExamples)
    .where(eq(accountExamples.vendorId, vendorId))
    .limit(1)
    .get()
  const lesson = tx
    .select({ id: vendorLessons.id })
    .from(vendorLessons)
    .where(eq(vendorLessons.vendorId, vendorId))
    .limit(1)
    .get()
  return [invoice, alias, example, lesson].some(row => row !== undefined)
}

/**
 * Makes rows what they were. Rows come back in the order foreign keys ask for, added ones go in the opposite order.
 *
 * @param wanted the side to go to
 * @param left the side we come from: shared rows that no longer look like it were changed by somebody else and stay
 */
export function putBack(tx: Tx, wanted: Rows, left: Rows): void {
  const keysOf = (table: SnapshotTable) =>
    Object.keys(wanted).filter(key => {
      if (!key.startsWith(`${table}:`) || isLedgerIssue(key, wanted[key] ?? left[key])) return false
      const { current } = tables[table]
      return !current || isSame(current(tx, idOf(key)) ?? null, left[key] ?? null)
    })
  const plan = snapshotTables.map(table => {
    const keys = keysOf(table)
    const back = keys.filter(key => wanted[key] !== null && wanted[key] !== undefined)
    return { table, back, gone: keys.filter(key => wanted[key] === null || wanted[key] === undefined) }
  })
  for (const { table, back } of plan) {
    if (back.length === 0) continue
    const ids = back.map(idOf)
    if (ownTables.includes(table)) tables[table].remove(tx, ids)
    const rows = back.map(key => wanted[key])
    tables[table].put(tx, rows, ids)
  }
  for (const { table, gone } of plan.toReversed()) {
    if (gone.length > 0) tables[table].remove(tx, gone.map(idOf))
  }
}

function idOf(key: string): string {
  return key.slice(key.indexOf(':') + 1)
}

/** The ledger's issues come and go with what the ledger says; undo does not touch them. */
function isLedgerIssue(key: string, row: unknown): boolean {
  return key.startsWith('issue:') && isOfLedger(row as typeof issues.$inferSelect)
}
