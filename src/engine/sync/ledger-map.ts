import { and, eq } from 'drizzle-orm'
import { ledgerMap } from '../store/schema'
import type { Reader, Tx } from '../store/write'

type Kind = typeof ledgerMap.$inferSelect.kind

/** The ledger's id for something of ours, in one of its organizations; `undefined` when none is known. */
export function theirId(reader: Reader, organization: string, kind: Kind, ours: string): number | undefined {
  return reader
    .select({ theirs: ledgerMap.theirs })
    .from(ledgerMap)
    .where(keyed(organization, kind, ours))
    .get()?.theirs
}

export function rememberId(tx: Tx, organization: string, kind: Kind, ours: string, theirs: number): void {
  tx.insert(ledgerMap)
    .values({ organization, kind, ours, theirs })
    .onConflictDoUpdate({ target: [ledgerMap.organization, ledgerMap.kind, ledgerMap.ours], set: { theirs } })
    .run()
}

/** For an id the ledger does not know any more. */
export function forgetId(tx: Tx, organization: string, kind: Kind, ours: string): void {
  tx.delete(ledgerMap)
    .where(keyed(organization, kind, ours))
    .run()
}

function keyed(organization: string, kind: Kind, ours: string) {
  return and(eq(ledgerMap.organization, organization), eq(ledgerMap.kind, kind), eq(ledgerMap.ours, ours))
}
