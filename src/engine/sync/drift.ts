import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { EpochMs, IssueId } from '../../shared/ids'
import type { Suggestion } from '../../shared/issue'
import type { MessageParams } from '../../shared/result'
import { recordChange, type EngineKind } from '../decisions/record-change'
import { refreshSummary } from '../issues/summary'
import { newId } from '../store/new-id'
import { issues, ledgerBills, type BillTraits } from '../store/schema'
import type { Tx } from '../store/write'
import type { BillAnswer } from './answers'
import { changedTraits, paymentOf, traitsOf } from './bill-traits'
import { latestRow } from './enqueue-bill'

export type Held = typeof ledgerBills.$inferSelect

/** What one look at the ledger says about one posted bill. */
export interface Finding {
  readonly held: Held
  readonly now: BillAnswer | 'gone'
  /** Ids of other entries under the same number: two machines raced. */
  readonly twins: readonly number[]
}

/** Whether a finding is news: something differs from what was posted, and differs otherwise than last time. */
export function isNews({ held, now }: Finding): boolean {
  if (now === 'gone') return held.seen !== 'gone'
  if (held.posted === null || changedTraits(held.posted, traitsOf(now)).length === 0) return false
  return JSON.stringify(held.seen) !== JSON.stringify(traitsOf(now))
}

/**
 * Writes a finding down: payment state, what the bill says now, and an issue for a person when that is news.
 *
 * @returns true when anything a screen shows has changed
 */
export function recordFinding(tx: Tx, finding: Finding, when: { now: EpochMs; actor: string }): boolean {
  const { billNumber, ledgerId, documentId, seen } = finding.held
  // Nearly every look finds the bill as it was: nothing of the document changes then.
  if (!isNews(finding) && finding.twins.length === 0 && seen === null) return writeFinding(tx, finding, when.now)
  const told = { kind: kindOf(finding), params: { billNumber, ledgerId }, isFact: isNews(finding) }
  return recordChange(tx, documentId, told, when, () => writeFinding(tx, finding, when.now))
}

function kindOf(finding: Finding): EngineKind {
  if (!isNews(finding)) return finding.twins.length > 0 ? 'bill.doubled_in_ledger' : 'bill.as_posted_again'
  return finding.now === 'gone' ? 'bill.gone_from_ledger' : 'bill.changed_in_ledger'
}

function writeFinding(tx: Tx, finding: Finding, now: EpochMs): boolean {
  const { held, twins } = finding
  const news = isNews(finding)
  if (finding.now === 'gone') {
    tx.update(ledgerBills).set({ seen: 'gone', checkedAt: now }).where(of(held)).run()
    if (news) raise(tx, held, { variant: 'gone' }, now)
  } else {
    const traits = traitsOf(finding.now)
    const posted = held.posted ?? traits
    const isAsPosted = changedTraits(posted, traits).length === 0
    const paid = paymentOf(held.kind, finding.now, held.currency)
    const seen = isAsPosted ? null : traits
    tx.update(ledgerBills)
      .set({ ...paid, posted, seen, checkedAt: now, readAt: now })
      .where(of(held))
      .run()
    if (news)
      raise(tx, held, { variant: 'changed', ...told(posted, traits), by: changedBy(tx, held, finding.now) }, now)
    else if (isAsPosted && held.seen !== null) endDrift(tx, held, now)
    if (!news && twins.length > 0) raiseTwins(tx, held, twins, now)
    if (!news && paid.payment === held.payment && paid.due === held.due) return held.seen !== null && isAsPosted
  }
  return true
}

/** The ledger says again what was posted. */
function endDrift(tx: Tx, { documentId }: Held, now: EpochMs): void {
  const open = and(eq(issues.documentId, documentId), eq(issues.key, 'ledger_drift'), eq(issues.state, 'open'))
  tx.update(issues).set({ state: 'resolved', resolvedBy: 'engine', resolvedAt: now }).where(open).run()
  refreshSummary(tx, documentId)
}

function raiseTwins(tx: Tx, held: Held, twins: readonly number[], now: EpochMs): void {
  const known = tx
    .select({ params: issues.params })
    .from(issues)
    .where(and(eq(issues.documentId, held.documentId), eq(issues.key, 'ledger_drift')))
    .all()
  const ledgerIds = [Number(held.ledgerId), ...twins].sort((one, other) => one - other).join(', ')
  // Said once: a person may leave it so.
  if (!known.some(({ params }) => params['ledgerIds'] === ledgerIds)) {
    raise(tx, held, { variant: 'doubled', ledgerIds }, now)
  }
}

function raise(tx: Tx, held: Held, what: MessageParams, now: EpochMs): void {
  const params = { ...what, billNumber: held.billNumber, ledgerId: held.ledgerId }
  const values = { severity: 'high', params, suggestions: suggestionsFor(held, what), raisedAt: now } as const
  const open = and(eq(issues.documentId, held.documentId), eq(issues.key, 'ledger_drift'), eq(issues.state, 'open'))
  const before = tx.select({ id: issues.id }).from(issues).where(open).get()
  if (before) tx.update(issues).set(values).where(eq(issues.id, before.id)).run()
  else {
    tx.insert(issues)
      .values({
        id: newId<IssueId>(now),
        documentId: held.documentId,
        key: 'ledger_drift',
        subject: { type: 'document' },
        state: 'open',
        ...values,
      })
      .run()
  }
  refreshSummary(tx, held.documentId)
}

function suggestionsFor({ kind }: Held, { variant }: MessageParams): Suggestion[] {
  const accept: Suggestion = { key: 'accept_ledger_change', params: {}, fix: { type: 'accept_ledger_change' } }
  const restore = (key: string): Suggestion => ({ key, params: {}, fix: { type: 'restore_in_ledger' } })
  if (variant === 'gone') return [restore('post_again'), accept]
  if (variant === 'doubled') return [{ ...accept, key: 'looked_after_in_ledger' }]
  // How a vendor credit is edited was never observed.
  return kind === 'bill' ? [accept, restore('restore_in_ledger')] : [accept]
}

/** The values that differ, as posted and as they are. */
function told(posted: BillTraits, now: BillTraits): MessageParams {
  const changed = changedTraits(posted, now)
  const values = (traits: BillTraits) =>
    changed
      .map(trait => (trait === 'lines' ? traits.lines.join('; ') : String(traits[trait])))
      .join(' · ')
      .slice(0, 300)
  return { what: changed.join(','), before: values(posted), after: values(now) }
}

/**
 * The ledger's number of whoever changed a bill, where another user is named for it now than when it was posted; the same
 * one says nothing, because a server that names only the first would name that one too.
 */
function changedBy(tx: Tx, { documentId }: Held, { user_id: now }: BillAnswer): string {
  const posted = PostedBy.safeParse(latestRow(tx, documentId)?.answer).data?.user_id ?? null
  return now === null || posted === null || now === posted ? 'unknown' : String(now)
}

const PostedBy = z.object({ user_id: z.number().nullable() })

function of({ documentId }: Held) {
  return eq(ledgerBills.documentId, documentId)
}
