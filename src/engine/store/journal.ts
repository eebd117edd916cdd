import canonicalize from 'canonicalize'
import { and, desc, eq, lt, max } from 'drizzle-orm'
import { hash } from 'node:crypto'
import type { JournalEntryView } from '../../shared/journal-entry'
import type { DocumentId, EpochMs, GroupId } from '../../shared/ids'
import { firstHash, textOfRow, type JournalRowTold } from '../../shared/journal-row'
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

/**
 * Adds one row to the journal, chained to the row before by its hash. Belongs in the transaction of the change it
 * tells about, so that neither can be there without the other.
 */
export function appendJournal(tx: Tx, entry: NewJournalEntry): { id: string; sequence: number } {
  const last = journalHead(tx)
  const row = {
    sequence: last.sequence + 1,
    id: newId<string>(entry.at),
    at: entry.at,
    actor: entry.actor,
    kind: entry.kind,
    documentId: entry.documentId,
    params: entry.params ?? {},
    before: canonicalText(entry.before),
    after: canonicalText(entry.after),
    previousHash: last.hash,
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

/** SHA-256 of what a row says, without its place in the chain. */
export function contentHashOf(row: JournalRowTold): string {
  return hash('sha256', textOfRow(row))
}

/** The hash that the next row carries. */
export function chainHash(previousHash: string, contentHash: string): string {
  return hash('sha256', previousHash + contentHash)
}

export function hashOf(row: JournalRowTold & { readonly previousHash: string }): string {
  return chainHash(row.previousHash, contentHashOf(row))
}

/** The end of the chain: who knows it can tell whether anything up to here was changed. */
export interface JournalHead {
  readonly sequence: number
  readonly hash: string
}

export function journalHead(reader: Reader): JournalHead {
  const { sequence, hash } = journal
  const last = reader.select({ sequence, hash }).from(journal).orderBy(desc(sequence)).limit(1).get()
  return last ?? { sequence: 0, hash: firstHash }
}

/** A head as exports and evidence packs print it: `4212 9f3c…`. */
export function printedHead({ sequence, hash }: JournalHead): string {
  return `${sequence} ${hash}`
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
