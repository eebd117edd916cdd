import { and, asc, gte, inArray, lt } from 'drizzle-orm'
import type { DocumentId } from '../../shared/ids'
import { AppError } from '../../shared/result'
import { documents } from '../store/schema'
import type { Reader } from '../store/write'

/** What a pack is about: some documents, or all that were received in a period (days of this machine's calendar, inclusive). */
export type PackScope =
  { readonly documentIds: readonly DocumentId[] } | { readonly period: { readonly from: string; readonly to: string } }

export type DocumentRow = typeof documents.$inferSelect

const idsPerStatement = 500

/** @throws AppError `document_not_found` when there is none, `value_invalid` for a period that ends before it begins */
export function documentsOf(reader: Reader, scope: PackScope): DocumentRow[] {
  const rows = 'period' in scope ? receivedIn(reader, scope.period) : withIds(reader, scope.documentIds)
  if (rows.length === 0) throw new AppError('document_not_found', {}, 'user')
  return rows
}

function receivedIn(reader: Reader, { from, to }: { readonly from: string; readonly to: string }): DocumentRow[] {
  const [first, end] = [startOfDay(from), startOfDay(to, 1)]
  if (!(first < end)) throw new AppError('value_invalid', { field: 'period', reason: 'ends_before_it_begins' })
  return reader
    .select()
    .from(documents)
    .where(and(gte(documents.receivedAt, first), lt(documents.receivedAt, end)))
    .orderBy(asc(documents.intakeNumber))
    .all()
}

function withIds(reader: Reader, ids: readonly DocumentId[]): DocumentRow[] {
  const rows: DocumentRow[] = []
  for (let start = 0; start < ids.length; start += idsPerStatement) {
    const part = ids.slice(start, start + idsPerStatement)
    rows.push(...reader.select().from(documents).where(inArray(documents.id, part)).all())
  }
  return rows.sort((one, other) => one.intakeNumber - other.intakeNumber)
}

/** Midnight of a day, YYYY-MM-DD, as this machine's clock has it; NaN for what is no day. */
export function startOfDay(day: string, daysLater = 0): number {
  const [year = NaN, month = NaN, date = NaN] = day.split('-').map(Number)
  return new Date(year, month - 1, date + daysLater).getTime()
}
