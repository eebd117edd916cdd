import { eq, sql } from 'drizzle-orm'
import { setImmediate } from 'node:timers/promises'
import { firstHash, type JournalFault, type JournalRowTold } from '../../shared/journal-row'
import type { MessageParams } from '../../shared/result'
import { hashOf, type JournalHead } from './journal'
import { journal } from './schema'
import type { Reader } from './write'

export interface JournalVerdict {
  readonly rows: number
  readonly isIntact: boolean
  /** Number of the first bad (or first missing) row; null when all fit. */
  readonly brokenAt: number | null
  readonly fault: JournalFault | null
}

type StoredRow = Omit<HashedRow, 'params'> & { readonly params: string }

/** Text that is no JSON any more cannot be what was hashed. */
function paramsOf(text: string): MessageParams {
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && parsed !== null ? (parsed as MessageParams) : {}
  } catch {
    return {}
  }
}

type HashedRow = JournalRowTold & { readonly previousHash: string; readonly hash: string }

/** What is wrong with one row, given the one before it; undefined when nothing is. */
function faultOf(row: HashedRow, before: JournalHead): JournalFault | undefined {
  if (hashOf(row) !== row.hash) return 'changed'
  if (row.sequence > before.sequence + 1) return 'missing'
  return row.sequence === before.sequence + 1 && row.previousHash === before.hash ? undefined : 'misplaced'
}

/**
 * Walks the whole chain: no gap in the numbers, every row carries the hash of the one before, every hash is right, and
 * the chain contains the head kept outside of it. Lets other work run between blocks of rows.
 *
 * @param kept the head as kept beside the books, or as printed in an export; null where none was ever kept
 */
export async function verifyJournal(reader: Reader, kept: JournalHead | null = null): Promise<JournalVerdict> {
  const blockSize = 500
  let last: JournalHead = { sequence: 0, hash: firstHash }
  for (;;) {
    // As the columns are: mapping every row to the schema's types would take as long as hashing it.
    const block = reader.all<StoredRow>(sql`
      SELECT sequence, id, at, actor, kind, document_id AS documentId, params, before, after,
        previous_hash AS previousHash, hash, group_id AS groupId
      FROM journal WHERE sequence > ${last.sequence} ORDER BY sequence LIMIT ${blockSize}
    `)
    for (const row of block) {
      const fault = faultOf({ ...row, params: paramsOf(row.params) }, last)
      if (fault) {
        const brokenAt = fault === 'missing' ? last.sequence + 1 : row.sequence
        return { rows: last.sequence, isIntact: false, brokenAt, fault }
      }
      last = { sequence: row.sequence, hash: row.hash }
    }
    if (block.length < blockSize) break
    await setImmediate()
  }
  const fault = kept ? faultOfEnd(reader, last, kept) : undefined
  if (!fault) return { rows: last.sequence, isIntact: true, brokenAt: null, fault: null }
  const brokenAt = fault === 'end_missing' ? last.sequence + 1 : (kept?.sequence ?? 0)
  return { rows: last.sequence, isIntact: false, brokenAt, fault }
}

/** Whether the chain reaches, and goes through, a head taken from it earlier. */
export function faultOfEnd(reader: Reader, last: JournalHead, kept: JournalHead): JournalFault | undefined {
  if (kept.sequence > last.sequence) return 'end_missing'
  if (kept.sequence === 0) return undefined
  const row = reader.select({ hash: journal.hash }).from(journal).where(eq(journal.sequence, kept.sequence)).get()
  return row?.hash === kept.hash ? undefined : 'rewritten'
}
