import { and, eq } from 'drizzle-orm'
import type { DocumentId, IssueId } from '../../shared/ids'
import { unsettledStates, type Suggestion } from '../../shared/issue'
import type { DecisionContext } from '../decisions/context'
import { recordChange } from '../decisions/record-change'
import { refreshSummary } from '../issues/summary'
import { always, type IssueKind } from '../pipeline/check/issue-kind'
import { issues } from '../store/schema'
import type { Tx } from '../store/write'

/** The file in the archive is not the one that was taken in: an approved invoice may have been swapped. */
export const archiveChanged: IssueKind = { key: 'archive_changed', resolutions: [], mayWaive: always }

/** Says at the document taken in first that its archive holds another file now, which came in as a document of its own. */
export function noticeChange(
  tx: Tx,
  documentId: DocumentId,
  about: { readonly archiveId: number; readonly intakeNumber: number },
  ctx: DecisionContext,
): void {
  const ofDocument = and(eq(issues.documentId, documentId), eq(issues.key, 'archive_changed'))
  const known = tx.select().from(issues).where(ofDocument).all()
  if (known.some(({ params }) => params['intakeNumber'] === about.intakeNumber)) return
  recordChange(tx, documentId, { kind: 'document.changed_in_archive', params: { ...about }, isFact: true }, ctx, () => {
    const values = {
      severity: 'high',
      params: { ...about },
      suggestions: [] as Suggestion[],
      raisedAt: ctx.now,
    } as const
    const open = known.find(({ state }) => unsettledStates.includes(state))
    if (open) tx.update(issues).set(values).where(eq(issues.id, open.id)).run()
    else {
      const id = ctx.newId<IssueId>()
      const subject = { type: 'document' } as const
      tx.insert(issues)
        .values({ id, documentId, key: 'archive_changed', subject, state: 'open', ...values })
        .run()
    }
    refreshSummary(tx, documentId)
  })
}
