import { and, eq, inArray } from 'drizzle-orm'
import type { DocumentId, IssueId } from '../../shared/ids'
import { unsettledStates, type IssueKey } from '../../shared/issue'
import type { OpenKind } from '../../shared/same-cause'
import { AppError } from '../../shared/result'
import { allowedFor } from '../issues/kinds'
import { sameCauseAs } from '../issues/same-cause'
import { issues } from '../store/schema'
import type { Reader, Tx } from '../store/write'
import { applyFix, loadIssue } from './apply-fix'
import type { DecisionContext } from './context'
import { linesOf } from './lines'
import { setAccount } from './set-account'

interface OneKind {
  readonly documentId: DocumentId
  readonly key: IssueKey
  readonly how: 'waive' | 'skip'
  readonly reason: string
}

/**
 * Waives or skips every open issue of one kind on a document.
 *
 * @throws AppError `nothing_to_settle` when there is none, `fix_no_longer_fits` when one of them may not be
 */
export function settleKind(tx: Tx, { documentId, key, how, reason }: OneKind, ctx: DecisionContext): void {
  const open = openOfKind(tx, documentId, key)
  if (open.length === 0) throw new AppError('nothing_to_settle', { key })
  for (const { id } of open) applyFix(tx, { issueId: id, fix: { type: how, reason }, note: reason }, ctx)
}

/**
 * Gives the answer of a settled issue to the open ones of a document that have the same cause.
 *
 * @throws AppError `nothing_to_settle` when none has it any more; what `applyFix` throws
 */
export function settleSame(
  tx: Tx,
  { issueId, documentId }: { readonly issueId: IssueId; readonly documentId: DocumentId },
  ctx: DecisionContext,
): void {
  const solved = loadIssue(tx, issueId)
  const here = sameCauseAs(tx, solved).filter(({ issue }) => issue.documentId === documentId)
  if (here.length === 0) throw new AppError('nothing_to_settle', { key: solved.key })
  for (const { issue, fix } of here) applyFix(tx, { issueId: issue.id, fix, note: solved.resolutionNote }, ctx)
}

/**
 * One account for all lines of a document.
 *
 * @throws AppError `invoice_not_found`, `account_not_found`, `not_allowed_in_state`
 */
export function setAccountOnAll(
  tx: Tx,
  { documentId, accountCode }: { readonly documentId: DocumentId; readonly accountCode: string },
  ctx: DecisionContext,
): void {
  const lineIds = linesOf(tx, documentId).map(line => line.id)
  if (lineIds.length === 0) throw new AppError('invoice_not_found')
  // The revision is not the person's: many documents were chosen, none was looked at.
  setAccount(tx, { documentId, revision: null, lineIds, accountCode }, ctx)
}

function openOfKind(reader: Reader, documentId: DocumentId, key: IssueKey) {
  const open = inArray(issues.state, [...unsettledStates])
  return reader
    .select()
    .from(issues)
    .where(and(eq(issues.documentId, documentId), eq(issues.key, key), open))
    .all()
}

const documentsPerQuery = 500

/** What stands open on several documents, by kind, the most frequent first. */
export function openKinds(reader: Reader, documentIds: readonly DocumentId[]): OpenKind[] {
  const byKind = new Map<IssueKey, { all: Set<DocumentId>; skip: Set<DocumentId>; waive: Set<DocumentId> }>()
  for (let start = 0; start < documentIds.length; start += documentsPerQuery) {
    const { documentId, key, severity, subject, params } = issues
    const rows = reader
      .select({ documentId, key, severity, subject, params })
      .from(issues)
      .where(
        and(
          inArray(documentId, documentIds.slice(start, start + documentsPerQuery)),
          inArray(issues.state, [...unsettledStates]),
        ),
      )
      .all()
    for (const row of rows) {
      const seen = byKind.get(row.key) ?? { all: new Set(), skip: new Set(), waive: new Set() }
      const allowed = allowedFor(row)
      seen.all.add(row.documentId)
      if (allowed.skip) seen.skip.add(row.documentId)
      if (allowed.waive) seen.waive.add(row.documentId)
      byKind.set(row.key, seen)
    }
  }
  return [...byKind]
    .map(([key, { all, skip, waive }]) => ({ key, documents: all.size, skip: skip.size, waive: waive.size }))
    .toSorted((a, b) => b.documents - a.documents)
}
