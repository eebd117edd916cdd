import { and, count, type SQL } from 'drizzle-orm'
import type { InboxFilter, InboxSort } from '../../shared/inbox'
import type { Output, Parsed } from '../../shared/contract'
import type { DocumentId, EpochMs } from '../../shared/ids'
import { countBehind } from '../analytics/behind-figure'
import { inboxRows } from '../store/schema'
import { countContaining } from '../store/search-index'
import type { Reader } from '../store/write'
import { tabCounts } from './counts'
import { isWholeTab, whereInbox, wordsOf } from './inbox-filter'
import { readPageKey, stretchesOf, writePageKey, type Stretch } from './inbox-order'
import { inboxRowsOf } from './inbox-row'

/**
 * One page of the inbox. Pages are cut by key, so rows that arrive or leave meanwhile neither repeat nor hide others.
 *
 * @param now tells what "due within 7 days" is counted from
 * @throws AppError `invalid_input` when `after` is no key of ours
 */
export function listDocuments(
  reader: Reader,
  { filter, sort, after, limit }: Parsed<'document.list'>,
  now: EpochMs,
): Output<'document.list'> {
  const where = whereInbox(filter, now)
  const total = countMatching(reader, filter, where, now)
  // Walking an order for rows that are nowhere goes to its end.
  const stretches = total === 0 ? [] : stretchesOf(sort)
  const from = after === null ? { stretchIndex: 0, key: null } : readPageKey(after)
  const found: { documentId: DocumentId; pageKey: string }[] = []
  for (const [index, stretch] of stretches.entries()) {
    if (index < from.stretchIndex || found.length > limit) continue
    const behind = index === from.stretchIndex && from.key !== null ? stretch.behind(from.key) : undefined
    const rows = pageQuery(reader, stretch, and(where, behind), limit + 1 - found.length).all()
    found.push(...rows.map(row => ({ documentId: row.documentId, pageKey: writePageKey(index, stretch.keyOf(row)) })))
  }
  const page = found.slice(0, limit)
  return {
    rows: inboxRowsOf(
      reader,
      page.map(row => row.documentId),
    ),
    next: found.length > limit ? (page.at(-1)?.pageKey ?? null) : null,
    total,
  }
}

/** Ids of all that match, in list order: what "select all" selects and review walks. */
export function listDocumentIds(reader: Reader, filter: InboxFilter, sort: InboxSort, now: EpochMs): DocumentId[] {
  const where = whereInbox(filter, now)
  return stretchesOf(sort).flatMap(stretch =>
    idQuery(reader, stretch, where)
      .all()
      .map(row => row.documentId),
  )
}

/** The query behind one page, apart so that its plan can be tested. */
export function pageQuery(reader: Reader, stretch: Stretch, where: SQL | undefined, limit: number) {
  return reader
    .select()
    .from(inboxRows)
    .where(and(stretch.where, where))
    .orderBy(...stretch.orderBy)
    .limit(limit)
}

function idQuery(reader: Reader, stretch: Stretch, where: SQL | undefined) {
  return reader
    .select({ documentId: inboxRows.documentId })
    .from(inboxRows)
    .where(and(stretch.where, where))
    .orderBy(...stretch.orderBy)
}

function countMatching(reader: Reader, filter: InboxFilter, where: SQL | undefined, now: EpochMs): number {
  if (isWholeTab(filter)) return tabCounts(reader)[filter.tab]
  const isOnlyFigure = filter.tab === 'all' && isWholeTab({ ...filter, figure: null })
  if (filter.figure && isOnlyFigure) return countBehind(reader, filter.figure, now)
  const { indexed, short } = wordsOf(filter.search)
  const isOnlyText = filter.tab === 'all' && short.length === 0 && isWholeTab({ ...filter, search: '' })
  if (isOnlyText) return countContaining(reader, indexed)
  return reader.select({ total: count() }).from(inboxRows).where(where).get()?.total ?? 0
}
