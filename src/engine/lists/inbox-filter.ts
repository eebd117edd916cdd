import { and, eq, inArray, isNull, lt, lte, or, sql, type SQL } from 'drizzle-orm'
import { tabStates, type InboxFilter, type InboxTab } from '../../shared/inbox'
import { whereBehind } from '../analytics/behind-figure'
import type { RuleFilter } from '../../shared/automation'
import type { DocumentState } from '../../shared/document'
import type { EpochMs, PersonId, VendorId } from '../../shared/ids'
import { documentsAsking } from '../people/comments'
import { documents, inboxRows, issues, ruleFirings, vendors } from '../store/schema'
import { isArchived, isListed } from './archive'
import { shortestIndexed, textContains } from '../store/search-index'

/**
 * What a filter means for `inbox_rows`.
 *
 * @param now tells what "due within 7 days" is counted from
 * @returns undefined when every document matches
 */
export function whereInbox(filter: InboxFilter, now: EpochMs): SQL | undefined {
  return and(
    filter.tab === 'all' || filter.tab === 'archive' ? undefined : inTab(filter.tab),
    outOfArchive(filter),
    filter.vendorId === null ? undefined : isOfVendor(filter.vendorId),
    filter.source === null ? undefined : eq(inboxRows.source, filter.source),
    filter.dueWithinDays === null ? undefined : lte(inboxRows.dueDate, dateAfter(now, filter.dueWithinDays)),
    filter.issueKey === null ? undefined : hasIssue(filter.issueKey, filter.tab),
    filter.figure === null ? undefined : whereBehind(filter.figure, now),
    filter.rule === null ? undefined : isActedOnBy(filter.rule),
    filter.assignee === null ? undefined : isOf(filter.assignee),
    filter.asked === null ? undefined : waitsForWordOf(filter.asked),
    filter.isOverdue ? lt(inboxRows.urgencyRank, 0) : undefined,
    whereSearched(filter.search),
  )
}

/** Invoices of vendors that turned out to be this one are its own. */
function isOfVendor(vendorId: VendorId): SQL {
  return sql`${inboxRows.vendorId} IN (
    WITH RECURSIVE family (id) AS (
      VALUES (${vendorId}) UNION SELECT ${vendors.id} FROM ${vendors} JOIN family ON ${vendors.mergedIntoId} = family.id
    ) SELECT id FROM family)`
}

/** Tabs that hold finished documents at all; what is searched for, counted by a figure or done by a rule may be anywhere. */
function outOfArchive({ tab, search, figure, rule }: InboxFilter): SQL | undefined {
  if (tab === 'archive') return isArchived
  const holdsFinished = tab === 'all' || tab === 'posted' || tab === 'aside'
  const isEverywhere = search.trim() !== '' || figure !== null || rule !== null
  return isEverywhere || !holdsFinished ? undefined : isListed
}

/** True when nothing but the tab narrows the list, so that its size is known from the counts. */
export function isWholeTab(filter: InboxFilter): boolean {
  const { vendorId, source, dueWithinDays, issueKey, figure, rule, assignee, asked, isOverdue, search } = filter
  const chosen = [vendorId, source, dueWithinDays, issueKey, figure, rule, assignee, asked]
  return chosen.every(value => value === null) && !isOverdue && search.trim() === ''
}

/**
 * The plus keeps SQLite from finding the rows by state and sorting them: every order's index carries the state, so the
 * first page of a full tab is there after a few steps, and that of an almost empty one after one walk.
 */
function inTab(tab: InboxTab): SQL {
  const states = tabStates[tab].map(state => sql`${state}`)
  return sql`+${inboxRows.state} IN (${sql.join(states, sql`, `)})`
}

/**
 * Open ones; in the archive, where nothing is open, any it ever had. The plus makes SQLite ask for each document's few
 * issues; by key it would walk all open ones for every document.
 */
function hasIssue(key: NonNullable<InboxFilter['issueKey']>, tab: InboxTab): SQL {
  const isMeant = tab === 'archive' ? sql`1` : sql`${issues.state} IN ('open', 'asked')`
  return sql`EXISTS (SELECT 1 FROM ${issues} WHERE ${issues.documentId} = ${inboxRows.documentId}
    AND +${issues.key} = ${key} AND ${isMeant})`
}

function isActedOnBy({ ruleId, version, mode }: RuleFilter): SQL {
  const inWording = version === null ? sql`1` : sql`${ruleFirings.version} = ${version}`
  return sql`${inboxRows.documentId} IN (SELECT ${ruleFirings.documentId} FROM ${ruleFirings}
    WHERE ${ruleFirings.ruleId} = ${ruleId} AND ${ruleFirings.mode} = ${mode} AND ${inWording})`
}

function isOf(assignee: NonNullable<InboxFilter['assignee']>): SQL {
  return assignee === 'anyone' ? isNull(inboxRows.assigneeId) : eq(inboxRows.assigneeId, assignee)
}

/** Decided documents wait for nobody's word. */
export function waitsForWordOf(personId: PersonId): SQL {
  return sql`${inboxRows.documentId} IN (${documentsAsking(personId)}) AND ${isUndecided}`
}

const undecidedStates: readonly DocumentState[] = [
  'queued',
  'processing',
  'needs_review',
  'ready',
  'on_hold',
  'post_failed',
]

/** Rows of `inbox_rows` about which somebody must still do something. */
export const isUndecided: SQL = inArray(inboxRows.state, [...undecidedStates])

/** The words of a search; those too short for the index apart. */
export function wordsOf(search: string): { readonly indexed: readonly string[]; readonly short: readonly string[] } {
  // A query of SQLite's index ends at the first NUL.
  const words = search
    .replaceAll('\0', ' ')
    .split(/\s+/)
    .filter(word => word !== '')
  const isIndexed = (word: string) => [...word].length >= shortestIndexed
  return { indexed: words.filter(isIndexed), short: words.filter(word => !isIndexed(word)) }
}

function whereSearched(search: string): SQL | undefined {
  const { indexed, short } = wordsOf(search)
  return and(indexed.length === 0 ? undefined : textContains(indexed), ...short.map(namesOrNumberHold))
}

/** The file names are looked through once, not row by row, and only when names and numbers have left a row in doubt. */
function namesOrNumberHold(word: string): SQL | undefined {
  const pattern = `%${fold(word).replaceAll(/[\\%_]/g, '\\$&')}%`
  const like = (column: SQL) => sql`${column} LIKE ${pattern} ESCAPE '\\'`
  return or(
    like(sql`${inboxRows.vendorKey}`),
    like(sql`${inboxRows.numberKey}`),
    sql`${inboxRows.intakeNumber} IN (SELECT ${documents.intakeNumber} FROM ${documents}
      WHERE ${documents.fileName} LIKE ${pattern} ESCAPE '\\')`,
  )
}

/** Lower case without accents, as vendor keys are written. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** The calendar day so many days on, where this machine stands: due dates are local dates. */
function dateAfter(now: EpochMs, days: number): string {
  const day = new Date(now)
  day.setDate(day.getDate() + days)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}
