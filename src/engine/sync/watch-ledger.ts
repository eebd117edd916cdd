import { and, asc, eq, getTableColumns, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import { AppError } from '../../shared/result'
import type { Announce } from '../queue/announcer'
import { documents, ledgerBills } from '../store/schema'
import { write, type Reader } from '../store/write'
import type { BillAnswer } from './answers'
import { isNews, recordFinding, type Finding, type Held } from './drift'
import { ServerFailure } from '../http/server-failure'
import { postingsOf, type LedgerSession } from './ledger-session'
import { sameLedgerText } from './same-text'
import { recordUnknown } from './unknown-bills'

/** Numbers per question: more would make an address longer than proxies let through (8 KB). */
const perQuestion = 40
/** Questions per look: what is left of the minute's ten belongs to posting. */
const questionsPerRound = 6
/** Bills missing from a list that are asked for by their id, per look. */
const singleQuestions = 8
const pageSize = 500
/** Two minutes of the list's limit. */
const mostPages = 20

export interface Watch {
  readonly announce: Announce
  readonly signal: AbortSignal
  /** A person has looked and says that so many changes are right. */
  readonly isMassChangeConfirmed: boolean
}

/**
 * Reads posted bills again, those first whose last look is longest ago: payment state, and whether anything was changed
 * or deleted behind our back.
 *
 * @returns how many were looked at
 * @throws AppError `ledger_list_empty`, `ledger_mass_change` (params `count`, `of`): nothing is recorded then; ServerFailure
 */
export async function watchLedger(session: LedgerSession, watch: Watch): Promise<number> {
  const rows = watched(session.store.db, perQuestion * questionsPerRound)
  const findings: Finding[] = []
  const missing: Held[] = []
  for (const kind of ['bill', 'vendor_credit'] as const) {
    const own = rows.filter(row => row.kind === kind)
    for (let from = 0; from < own.length && !watch.signal.aborted; from += perQuestion) {
      const asked = own.slice(from, from + perQuestion)
      const { find, numberField } = postingsOf(session, kind)
      const found = await find(asked.map(row => ({ field: numberField, value: row.billNumber })))
      if (found.length === 0) await refuseEmptyList(session, asked)
      sort(asked, found, findings, missing)
    }
  }
  return conclude(session, findings, missing, watch)
}

/**
 * Compares the whole list of the ledger's bills, or of its vendor credits, with ours, both ways, a page at a time: five
 * thousand bills are ten calls.
 *
 * @returns false when it was broken off and is to be done again
 * @throws like `watchLedger`
 */
export async function reconcileLedger(session: LedgerSession, kind: Held['kind'], watch: Watch): Promise<boolean> {
  const held = watched(session.store.db, undefined).filter(row => row.kind === kind)
  const found: BillAnswer[] = []
  let total = 0
  for (let page = 1; page === 1 || found.length < total; page++) {
    if (watch.signal.aborted) return false
    const answer = await postingsOf(session, kind).page(page, pageSize)
    total = answer.pagination.total
    // A ledger with far more of them than ours: asking for ours by number, look by look, costs less.
    if (total / pageSize > Math.max(mostPages, held.length / perQuestion)) return true
    if (answer.bills.length === 0) break
    found.push(...answer.bills)
  }
  if (found.length === 0) await refuseEmptyList(session, held)
  const findings: Finding[] = []
  const missing: Held[] = []
  sort(held, found, findings, missing)
  await conclude(session, findings, missing, watch)
  // An empty list, or one that ended before its own count, says nothing about what is not on it.
  if (found.length === 0 || found.length < total) return true
  const news = write(session.store, tx => recordUnknown(tx, session, kind, found))
  if (news > 0) session.log.warn({ kind, count: news }, 'the ledger holds bills with our mark that are not known here')
  return true
}

function watched(reader: Reader, limit: number | undefined): Held[] {
  const isThere = or(isNull(ledgerBills.seen), ne(ledgerBills.seen, sql`'"gone"'`))
  // A bill the ledger computed otherwise is held too, with an issue of its own, and is no posted one.
  return reader
    .select(getTableColumns(ledgerBills))
    .from(ledgerBills)
    .innerJoin(documents, eq(documents.id, ledgerBills.documentId))
    .where(and(isThere, eq(documents.state, 'posted')))
    .orderBy(asc(ledgerBills.checkedAt), asc(ledgerBills.documentId))
    .limit(limit ?? -1)
    .all()
}

/** Puts answers beside what they answer; what has no answer under its number is missing for now. */
function sort(asked: readonly Held[], found: readonly BillAnswer[], findings: Finding[], missing: Held[]): void {
  const byId = new Map(found.map(bill => [bill.id, bill]))
  const byNumber = new Map<string, BillAnswer[]>()
  for (const bill of found) {
    const key = bill.bill_number ?? ''
    byNumber.set(key, [...(byNumber.get(key) ?? []), bill])
  }
  for (const held of asked) {
    const now = byId.get(Number(held.ledgerId))
    if (!now) missing.push(held)
    else {
      const twins = (byNumber.get(held.billNumber) ?? []).filter(bill => bill.id !== now.id).map(bill => bill.id)
      findings.push({ held, now, twins })
    }
  }
}

/** "Nothing" is believed only when the ledger says the same about a single bill. */
async function refuseEmptyList(session: LedgerSession, asked: readonly Held[]): Promise<void> {
  const [first] = asked
  if (!first) return
  const bill = await postingsOf(session, first.kind).get(Number(first.ledgerId))
  if (bill && sameLedgerText(bill.bill_number ?? '', first.billNumber)) throw new AppError('ledger_list_empty')
}

async function conclude(
  session: LedgerSession,
  findings: Finding[],
  missing: readonly Held[],
  { announce, signal, isMassChangeConfirmed }: Watch,
): Promise<number> {
  const news = findings.filter(isNews).length + missing.length
  const of = findings.length + missing.length
  if (news > Math.max(5, of / 5) && !isMassChangeConfirmed) {
    throw new AppError('ledger_mass_change', { count: news, of })
  }
  // The rest is asked for next time: it stays the longest unchecked.
  for (const held of missing.slice(0, singleQuestions)) {
    if (signal.aborted) return 0
    const now = await postingsOf(session, held.kind).get(Number(held.ledgerId))
    findings.push({ held, now: now ?? 'gone', twins: [] })
  }
  const when = { now: session.now(), actor: session.actor }
  const changed = write(session.store, tx =>
    findings.filter(finding => isCurrent(tx, finding.held) && recordFinding(tx, finding, when)),
  )
  if (changed.length > 0) {
    announce('document.changed', { documentIds: changed.map(({ held }) => held.documentId) })
    announce('counts.changed', {})
  }
  return findings.length
}

/** A person may have answered while the ledger was being asked: what was read then is no news about what is held now. */
function isCurrent(reader: Reader, held: Held): boolean {
  const now = reader.select().from(ledgerBills).where(eq(ledgerBills.documentId, held.documentId)).get()
  return now !== undefined && JSON.stringify(now) === JSON.stringify(held)
}

/** Bills a person wants put right. */
export function askedToRestore(reader: Reader): Held[] {
  return reader
    .select()
    .from(ledgerBills)
    .where(and(eq(ledgerBills.restoreAsked, true), isNotNull(ledgerBills.seen)))
    .all()
}

/** Whether a failure of watching is about what the ledger says rather than the way there. */
export function isWatchAlarm(thrown: unknown): thrown is AppError {
  if (!(thrown instanceof AppError) || thrown instanceof ServerFailure) return false
  return thrown.data.code === 'ledger_list_empty' || thrown.data.code === 'ledger_mass_change'
}
