import { eq } from 'drizzle-orm'
import type { DocumentId, IssueId } from '../../shared/ids'
import { isUnsettled } from '../../shared/issue'
import type { DecisionContext } from '../decisions/context'
import type { RaisedIssue } from '../pipeline/check/subject'
import { issues } from '../store/schema'
import type { Tx } from '../store/write'
import { identityOf, isSame, type IssueRow } from './identity'

/** Who ended an issue whose cause went away by itself. */
export const byEngine = 'engine'

/**
 * Brings a document's stored issues in line with what was raised now.
 *
 * Gone → resolved by the engine. Still there → its sentence and suggestions are refreshed. Waived or skipped by a
 * person and raised again with the same numbers → stays as the person left it; with other numbers → open again.
 *
 * @param answersFor stored issues the raised list speaks about; the others (of reading, of the ledger) are left alone
 */
export function reconcileIssues(
  tx: Tx,
  documentId: DocumentId,
  raised: readonly RaisedIssue[],
  answersFor: (issue: IssueRow) => boolean,
  ctx: DecisionContext,
): void {
  const stored = tx.select().from(issues).where(eq(issues.documentId, documentId)).all().filter(answersFor)
  const byIdentity = new Map(stored.map(issue => [identityOf(issue), issue]))
  for (const issue of raised) {
    const identity = identityOf(issue)
    const known = byIdentity.get(identity)
    byIdentity.delete(identity)
    if (known) refresh(tx, known, issue)
    else insertIssue(tx, documentId, issue, ctx)
  }
  for (const gone of byIdentity.values()) {
    if (!isUnsettled(gone.state)) continue
    tx.update(issues)
      .set({ state: 'resolved', resolvedBy: byEngine, resolvedAt: ctx.now })
      .where(eq(issues.id, gone.id))
      .run()
  }
}

function refresh(tx: Tx, known: IssueRow, { severity, subject, params, suggestions }: RaisedIssue): void {
  const isLeftAsIs = known.state === 'waived' || known.state === 'skipped'
  if (isLeftAsIs && isSame(known.params, params)) return
  const told = { severity, subject, params: { ...params }, suggestions: [...suggestions] }
  if (isUnsettled(known.state)) {
    const { severity: was, subject: about, params: before, suggestions: offered } = known
    if (isSame({ severity: was, subject: about, params: before, suggestions: offered }, told)) return
    tx.update(issues).set(told).where(eq(issues.id, known.id)).run()
    return
  }
  tx.update(issues)
    .set({ ...told, ...openAgain })
    .where(eq(issues.id, known.id))
    .run()
}

/** What an issue is once it stands again; a question asked about it and its answer stay. */
export const openAgain = {
  state: 'open',
  resolvedBy: null,
  resolvedAt: null,
  resolutionFix: null,
  resolutionNote: '',
} as const

/** Stores a new open issue. The caller refreshes the document's summary afterwards. */
export function insertIssue(tx: Tx, documentId: DocumentId, issue: RaisedIssue, ctx: DecisionContext): IssueId {
  const id = ctx.newId<IssueId>()
  const { key, severity, subject, params, suggestions } = issue
  tx.insert(issues)
    .values({
      id,
      documentId,
      key,
      severity,
      subject,
      params: { ...params },
      suggestions: [...suggestions],
      state: 'open',
      raisedAt: ctx.now,
    })
    .run()
  return id
}
