import { and, desc, eq, inArray } from 'drizzle-orm'
import type { LedgerLogEntry } from '../../shared/ledger'
import type { Parsed } from '../../shared/contract'
import { callsOf } from '../store/server-calls'
import { documents, outbox } from '../store/schema'
import type { Reader } from '../store/write'

/** Longest text of a request or an answer that is shown. */
const longest = 200_000

/** What was sent to the ledger and what it said, newest first. */
export function ledgerLog(reader: Reader, { documentId, states, limit }: Parsed<'ledger.log'>): LedgerLogEntry[] {
  const rows = reader
    .select({ row: outbox, intakeNumber: documents.intakeNumber })
    .from(outbox)
    .innerJoin(documents, eq(documents.id, outbox.documentId))
    .where(
      and(
        documentId === null ? undefined : eq(outbox.documentId, documentId),
        states.length === 0 ? undefined : inArray(outbox.state, states),
      ),
    )
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(limit)
    .all()
  const ids = rows.map(({ row }) => row.id)
  const calls = Map.groupBy(callsOf(reader, ids), ({ outboxId }) => outboxId)
  return rows.map(({ row, intakeNumber }) => ({
    documentId: row.documentId,
    intakeNumber,
    kind: row.kind,
    billNumber: row.billNumber,
    state: row.state,
    attempts: row.attempts,
    createdAt: row.createdAt,
    sentAt: row.sentAt,
    confirmedAt: row.confirmedAt,
    nextTryAt: row.state === 'pending' || row.state === 'unknown' ? row.runAfter : null,
    error: row.lastError,
    request: shown(row.request),
    answer: shown(row.answer),
    calls: (calls.get(row.id) ?? []).map(({ outboxId: _, ...call }) => call),
  }))
}

function shown(value: unknown): string | null {
  return value === null || value === undefined ? null : masked(JSON.stringify(value, null, 2)).slice(0, longest)
}

/** No key is ever in a request body or an answer we keep; should one be pasted into a note, it is not shown. */
function masked(text: string): string {
  return text.replace(/\bbc_[0-9a-f]{8,}/gi, 'bc_…')
}
