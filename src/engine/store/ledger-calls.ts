import { asc, inArray, lt } from 'drizzle-orm'
import type { EpochMs } from '../../shared/ids'
import type { CallNoted } from '../http/call-log'
import { newId } from './new-id'
import { ledgerCalls } from './schema'
import type { Reader, Tx } from './write'

export function insertCalls(tx: Tx, outboxId: string, calls: readonly CallNoted[]): void {
  if (calls.length === 0) return
  tx.insert(ledgerCalls)
    .values(calls.map(call => ({ id: newId<string>(call.at), outboxId, ...call })))
    .run()
}

/** The calls made for these rows of the outbox, oldest first. */
export function callsOf(reader: Reader, outboxIds: readonly string[]): (CallNoted & { readonly outboxId: string })[] {
  const { outboxId, at, call, status, code, ms } = ledgerCalls
  return reader
    .select({ outboxId, at, call, status, code, ms })
    .from(ledgerCalls)
    .where(inArray(outboxId, [...outboxIds]))
    .orderBy(asc(at), asc(ledgerCalls.id))
    .all()
}

/** Removes calls older than an instant; what came of them stands in the outbox and the journal. */
export function pruneCalls(tx: Tx, before: EpochMs): number {
  return tx.delete(ledgerCalls).where(lt(ledgerCalls.at, before)).run().changes
}
