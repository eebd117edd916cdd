import { eq, inArray, sql } from 'drizzle-orm'
import type { LineId } from '../../shared/ids'
import { lineCodings } from '../store/schema'
import type { Reader, Tx } from '../store/write'
import type { CodedLine } from './suggest-accounts'

export type LineCodingRow = typeof lineCodings.$inferSelect

const idsPerStatement = 500

/** Keeps what coding proposed for each line; what did not change is not written again. */
export function writeLineCodings(tx: Tx, coded: readonly CodedLine[]): void {
  const rows = coded.flatMap(toRow)
  const known = new Map<LineId, string>()
  for (let start = 0; start < rows.length; start += idsPerStatement) {
    const ids = rows.slice(start, start + idsPerStatement).map(row => row.lineId)
    const before = tx.select().from(lineCodings).where(inArray(lineCodings.lineId, ids)).all()
    for (const row of before) known.set(row.lineId, proposalOf(row))
  }
  const changed = rows.filter(row => known.get(row.lineId) !== proposalOf(row))
  for (let start = 0; start < changed.length; start += rowsPerStatement)
    tx.insert(lineCodings)
      .values(changed.slice(start, start + rowsPerStatement))
      .onConflictDoUpdate({ target: lineCodings.lineId, set: asInserted })
      .run()
}

/** A statement per row would take an invoice of hundreds of lines twice as long. */
const rowsPerStatement = 100

const asInserted = {
  family: sql`excluded.family`,
  subfamily: sql`excluded.subfamily`,
  account: sql`excluded.account`,
  codedBy: sql`excluded.coded_by`,
  candidates: sql`excluded.candidates`,
  considered: sql`excluded.considered`,
  tookMs: sql`excluded.took_ms`,
  isSure: sql`excluded.is_sure`,
}

/** The candidates of a line and how sure coding was; undefined when it was decided before coding looked. */
export function lineCoding(reader: Reader, lineId: LineId): LineCodingRow | undefined {
  return reader.select().from(lineCodings).where(eq(lineCodings.lineId, lineId)).get()
}

/** How long it took is no part of what was proposed: the first time stays. */
function proposalOf(row: LineCodingRow): string {
  const { lineId, family, subfamily, account, codedBy, candidates, considered, isSure } = row
  return JSON.stringify([lineId, family, subfamily, account, codedBy, candidates, considered, isSure])
}

function toRow({ line, suggestions, stages, codedBy, considered, tookMs, isSure }: CodedLine): LineCodingRow[] {
  const { family, subfamily, account } = stages
  const candidates = suggestions.map(({ accountCode, probability, evidence }) => ({
    accountCode,
    probability,
    evidence: evidence.map(({ key, params }) => ({ key, params: { ...params } })),
  }))
  return [{ lineId: line.id, family, subfamily, account, codedBy, candidates, considered, tookMs, isSure }]
}
