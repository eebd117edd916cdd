import canonicalize from 'canonicalize'
import { and, asc, desc, eq, gt, lt, max } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { JournalEntryView } from '../../shared/contract'
import type { DocumentId, EpochMs, GroupId } from '../../shared/ids'
import type { MessageParams } from '../../shared/result'
import { newId } from './new-id'
import type { Reader, Tx } from './open'
import { journal } from './schema'

export interface NewJournalEntry {
  readonly at: EpochMs
  /** "person", "engine 0.1.0", "rule …". */
  readonly actor: string
  /** Fact in the past tense, e.g. `field.changed`. */
  readonly kind: string
  readonly documentId: DocumentId | null
  readonly params?: MessageParams
  /** Any JSON value; kept as canonical JSON. */
  readonly before?: unknown
  readonly after?: unknown
  /** Of decisions taken together; they are undone as one. */
  readonly groupId?: GroupId | undefined
}

type JournalRow = typeof journal.$inferSelect

const firstHash = '0'.repeat(64)

/**
 * Adds one row to the journal, chained to the row before by its hash. Belongs in the transaction of the change it
 * tells about, so that neither can be there without the other.
 */
export function appendJournal(tx: Tx, entry: NewJournalEntry): { id: string; sequence: number } {
  const last = tx
    .select({ sequence: journal.sequence, hash: journal.hash })
    .from(journal)
    .orderBy(desc(journal.sequence))
    .limit(1)
    .get()
  const row = {
    sequence: (last?.sequence ?? 0) + 1,
    id: newId<string>(entry.at),
    at: entry.at,
    actor: entry.actor,
    kind: entry.kind,
    documentId: entry.documentId,
    params: entry.params ?? {},
    before: canonicalText(entry.before),
    after: canonicalText(entry.after),
    previousHash: last?.hash ?? firstHash,
    groupId: entry.groupId ?? null,
  }
  tx.insert(journal)
    .values({ ...row, hash: hashOf(row) })
    .run()
  return { id: row.id, sequence: row.sequence }
}

/** How many rows the journal has; they are numbered without gaps. */
export function journalLength(reader: Reader): number {
  return (
    reader
      .select({ last: max(journal.sequence) })
      .from(journal)
      .get()?.last ?? 0
  )
}

/** `undefined` and `null` both mean "nothing was there". */
function canonicalText(value: unknown): string | null {
  return value === undefined || value === null ? null : (canonicalize(value) ?? null)
}

/**
 * SHA-256 over the canonical JSON (RFC 8785) of everything the row says and the hash of the row before. A row without a
 * group leaves the word out: rows written before there were groups keep their hash.
 */
function hashOf(row: Omit<JournalRow, 'hash'>): string {
  const { sequence, id, at, actor, kind, documentId, params, before, after, previousHash, groupId } = row
  const told = { sequence, id, at, actor, kind, documentId, params, before, after, previousHash }
  const text = canonicalize(groupId === null ? told : { ...told, groupId })
  return createHash('sha256')
    .update(text ?? '')
    .digest('hex')
}

/** Number of the newest row; 0 before the first. */
export function lastSequence(reader: Reader): number {
  const { sequence } = journal
  return reader.select({ sequence }).from(journal).orderBy(desc(sequence)).limit(1).get()?.sequence ?? 0
}

export interface JournalVerdict {
  readonly rows: number
  readonly isIntact: boolean
  /** Sequence of the first row that does not fit; null when all do. */
  readonly brokenAt: number | null
}

/**
 * Walks the whole chain: no gap in the numbers, every row carries the hash of the one before, every hash is right.
 * Lets other work run between blocks of rows.
 */
export async function verifyJournal(reader: Reader): Promise<JournalVerdict> {
  const blockSize = 500
  let rows = 0
  let previousHash = firstHash
  for (;;) {
    const block = reader
      .select()
      .from(journal)
      .where(gt(journal.sequence, rows))
      .orderBy(asc(journal.sequence))
      .limit(blockSize)
      .all()
    for (const row of block) {
      const { hash, ...told } = row
      const fits = row.sequence === rows + 1 && row.previousHash === previousHash && hash === hashOf(told)
      if (!fits) return { rows, isIntact: false, brokenAt: row.sequence }
      rows = row.sequence
      previousHash = hash
    }
    if (block.length < blockSize) return { rows, isIntact: true, brokenAt: null }
    await setImmediate()
  }
}

export interface JournalPage {
  /** One document's history; null for everything. */
  readonly documentId: DocumentId | null
  /** `next` of the page before. */
  readonly after: string | null
  readonly limit: number
}

/** Newest first, in pages. */
export function listJournal(reader: Reader, page: JournalPage): { entries: JournalEntryView[]; next: string | null } {
  const { sequence, id, at, actor, kind, documentId, params } = journal
  const rows = reader
    .select({ sequence, id, at, actor, kind, documentId, params })
    .from(journal)
    .where(
      and(
        page.documentId === null ? undefined : eq(documentId, page.documentId),
        page.after === null ? undefined : lt(sequence, Number(page.after)),
      ),
    )
    .orderBy(desc(sequence))
    .limit(page.limit + 1)
    .all()
  const shown = rows.slice(0, page.limit)
  const hasMore = rows.length > page.limit
  return {
    entries: shown.map(({ sequence: _, ...entry }) => entry),
    next: hasMore ? String(shown.at(-1)?.sequence) : null,
  }
}
