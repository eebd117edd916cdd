import { and, eq } from 'drizzle-orm'
import type { DocumentId, InvoiceId, IssueId, LineId, VendorId } from '../../shared/ids'
import { isSame } from '../issues/identity'
import {
  accountExamples,
  documents,
  invoiceLines,
  invoices,
  issues,
  readings,
  vendorAliases,
  vendors,
} from '../store/schema'
import type { Tx } from '../store/write'
import { snapshotTables, type Rows, type SnapshotTable } from './snapshot'

interface Table {
  /** Writes the row as it was, whether it is there now or not. */
  put(tx: Tx, id: string, row: unknown): void
  remove(tx: Tx, id: string): void
  /** Rows that other invoices share are turned back only if nobody changed them since. */
  current?(tx: Tx, id: string): unknown
}

const tables: Readonly<Record<SnapshotTable, Table>> = {
  document: {
    put(tx, id, row) {
      const changed = row as Partial<typeof documents.$inferInsert>
      tx.update(documents)
        .set(changed)
        .where(eq(documents.id, id as DocumentId))
        .run()
    },
    remove: () => undefined,
  },
  invoice: {
    put(tx, _id, row) {
      const values = row as typeof invoices.$inferInsert
      tx.insert(invoices).values(values).onConflictDoUpdate({ target: invoices.id, set: values }).run()
    },
    remove(tx, id) {
      tx.delete(invoices)
        .where(eq(invoices.id, id as InvoiceId))
        .run()
    },
  },
  line: {
    put(tx, _id, row) {
      const values = row as typeof invoiceLines.$inferInsert
      tx.insert(invoiceLines).values(values).onConflictDoUpdate({ target: invoiceLines.id, set: values }).run()
    },
    remove(tx, id) {
      tx.delete(invoiceLines)
        .where(eq(invoiceLines.id, id as LineId))
        .run()
    },
  },
  reading: {
    put(tx, _id, row) {
      const values = row as typeof readings.$inferInsert
      tx.insert(readings).values(values).onConflictDoUpdate({ target: readings.id, set: values }).run()
    },
    remove(tx, id) {
      tx.delete(readings).where(eq(readings.id, id)).run()
    },
  },
  issue: {
    put(tx, _id, row) {
      const values = row as typeof issues.$inferInsert
      tx.insert(issues).values(values).onConflictDoUpdate({ target: issues.id, set: values }).run()
    },
    remove(tx, id) {
      tx.delete(issues)
        .where(eq(issues.id, id as IssueId))
        .run()
    },
  },
  vendor: {
    put(tx, _id, row) {
      const values = row as typeof vendors.$inferInsert
      tx.insert(vendors).values(values).onConflictDoUpdate({ target: vendors.id, set: values }).run()
    },
    remove(tx, id) {
      if (!isVendorNeeded(tx, id as VendorId)) {
        tx.delete(vendors)
          .where(eq(vendors.id, id as VendorId))
          .run()
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
    put(tx, _id, row) {
      tx.insert(vendorAliases)
        .values(row as typeof vendorAliases.$inferInsert)
        .onConflictDoNothing()
        .run()
    },
    remove(tx, id) {
      const [vendorId, ...key] = id.split(':')
      const same = and(eq(vendorAliases.vendorId, vendorId as VendorId), eq(vendorAliases.nameKey, key.join(':')))
      tx.delete(vendorAliases).where(same).run()
    },
  },
  example: {
    put(tx, _id, row) {
      const values = row as typeof accountExamples.$inferInsert
      tx.insert(accountExamples).values(values).onConflictDoUpdate({ target: accountExamples.id, set: values }).run()
    },
    remove(tx, id) {
      tx.delete(accountExamples).where(eq(accountExamples.id, id)).run()
    },
    current(tx, id) {
      return tx.select().from(accountExamples).where(eq(accountExamples.id, id)).get()
    },
  },
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
  return invoice !== undefined || alias !== undefined || example !== undefined
}

/**
 * Makes rows what they were: removed rows first come back in the order foreign keys ask for, added ones go in the
 * opposite order.
 *
 * @param wanted the side to go to
 * @param left the side we come from: shared rows that no longer look like it were changed by somebody else and stay
 */
export function putBack(tx: Tx, wanted: Rows, left: Rows): void {
  const keys = Object.keys(wanted)
  const of = (table: SnapshotTable) => keys.filter(key => key.startsWith(`${table}:`))
  const canTouch = (table: SnapshotTable, key: string) => {
    const { current } = tables[table]
    return !current || isSame(current(tx, idOf(key)) ?? null, left[key] ?? null)
  }
  for (const table of snapshotTables) {
    for (const key of of(table)) {
      const row = wanted[key]
      if (row !== null && row !== undefined && canTouch(table, key)) tables[table].put(tx, idOf(key), row)
    }
  }
  for (const table of snapshotTables.toReversed()) {
    for (const key of of(table)) {
      if ((wanted[key] ?? null) === null && canTouch(table, key)) tables[table].remove(tx, idOf(key))
    }
  }
}

function idOf(key: string): string {
  return key.slice(key.indexOf(':') + 1)
}
