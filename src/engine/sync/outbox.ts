import { and, asc, count, eq, gt, gte, inArray, isNull, lte, min, or } from 'drizzle-orm'
import type { EpochMs } from '../../shared/ids'
import type { ErrorData } from '../../shared/result'
import type { Store } from '../store/open'
import { documents, issues, ledgerBills, outbox } from '../store/schema'
import { write, type Reader } from '../store/write'
import type { LedgerRequest } from './bill-request'
import type { OutboxRow } from './enqueue-bill'

/**
 * How long a request whose fate is unknown is left alone: a slow server may still be writing the bill, and a look-up
 * that comes too early would not see it.
 */
export const settleMs = 15_000

const longestDelayMs = 2 * 60 * 60_000

/** A row left `sent` by an engine that died is one whose fate nobody knows. */
export function distrustSent(store: Store): void {
  write(store, tx => tx.update(outbox).set({ state: 'unknown' }).where(eq(outbox.state, 'sent')).run())
}

/**
 * The next row to work on, oldest first.
 *
 * @param force also rows that wait for a later try; never one whose request may still be under way at the ledger
 * @param after the row worked on before in this run: each is tried once per run
 */
export function nextRow(
  reader: Reader,
  { now, force, after }: { readonly now: EpochMs; readonly force: boolean; readonly after: OutboxRow | undefined },
): OutboxRow | undefined {
  // Further ahead than anything is ever put off: the clock was set back.
  const due = force ? undefined : or(lte(outbox.runAfter, now), gt(outbox.runAfter, now + longestDelayMs))
  const settled = or(
    eq(outbox.state, 'pending'),
    isNull(outbox.sentAt),
    lte(outbox.sentAt, now - settleMs),
    gt(outbox.sentAt, now),
  )
  const later = after
    ? or(gt(outbox.createdAt, after.createdAt), and(eq(outbox.createdAt, after.createdAt), gt(outbox.id, after.id)))
    : undefined
  return reader
    .select()
    .from(outbox)
    .where(and(inArray(outbox.state, ['pending', 'unknown']), due, settled, later))
    .orderBy(asc(outbox.createdAt), asc(outbox.id))
    .limit(1)
    .get()
}

/** When the next waiting row becomes due; undefined when none waits. */
export function nextDue(reader: Reader): EpochMs | undefined {
  const row = reader
    .select({ at: min(outbox.runAfter) })
    .from(outbox)
    .where(inArray(outbox.state, ['pending', 'unknown']))
    .get()
  return row?.at ?? undefined
}

export function outboxCounts(reader: Reader): { waiting: number; failed: number } {
  const of = (states: readonly OutboxRow['state'][]) =>
    reader
      .select({ number: count() })
      .from(outbox)
      .where(inArray(outbox.state, [...states]))
      .get()?.number ?? 0
  const failed = reader.select({ number: count() }).from(documents).where(eq(documents.state, 'post_failed')).get()
  return { waiting: of(['pending', 'sent', 'unknown']), failed: failed?.number ?? 0 }
}

/** Rows of which the ledger may hold a bill that nobody has confirmed. */
export function unsettledCount(reader: Reader): number {
  const row = reader
    .select({ number: count() })
    .from(outbox)
    .where(inArray(outbox.state, ['sent', 'unknown']))
    .get()
  return row?.number ?? 0
}

/**
 * Says, on disk, that the request is about to leave. Only what is still approved and waiting may go.
 *
 * @returns false when the row was taken back in the meantime
 */
export function markSent(store: Store, row: OutboxRow, request: LedgerRequest, now: EpochMs): boolean {
  return write(store, tx => {
    const document = tx.select({ state: documents.state }).from(documents).where(eq(documents.id, row.documentId)).get()
    if (document?.state !== 'approved') return false
    const changed = tx
      .update(outbox)
      .set({ state: 'sent', sentAt: now, request })
      .where(and(eq(outbox.id, row.id), inArray(outbox.state, ['pending', 'unknown'])))
      .run()
    return changed.changes === 1
  })
}

/** Keeps the answer to a create, so that even a crash right after it leaves a trace of what the ledger said. */
export function keepAnswer(store: Store, row: OutboxRow, answer: unknown): void {
  write(store, tx => tx.update(outbox).set({ answer }).where(eq(outbox.id, row.id)).run())
}

export interface Postponed {
  readonly state: 'pending' | 'unknown'
  readonly error: ErrorData
  readonly runAfter: EpochMs
  readonly attempts: number
}

/** Leaves a row for later, with the reason. */
export function postpone(store: Store, rowId: string, { state, error, runAfter, attempts }: Postponed): void {
  write(store, tx =>
    tx.update(outbox).set({ state, lastError: error, runAfter, attempts }).where(eq(outbox.id, rowId)).run(),
  )
}

/** How many posted bills are watched, and how many of them no longer say what was posted. */
export function watchCounts(reader: Reader): { watched: number; drifted: number } {
  const all = reader.select({ number: count() }).from(ledgerBills).get()
  const open = and(eq(issues.key, 'ledger_drift'), eq(issues.state, 'open'))
  const drifted = reader.select({ number: count() }).from(issues).where(open).get()
  return { watched: all?.number ?? 0, drifted: drifted?.number ?? 0 }
}

export function postedSince(reader: Reader, from: EpochMs): number {
  const row = reader.select({ number: count() }).from(outbox).where(gte(outbox.confirmedAt, from)).get()
  return row?.number ?? 0
}
