import { and, eq } from 'drizzle-orm'
import type { DocumentId, IssueId } from '../../shared/ids'
import { unsettledStates, type Suggestion } from '../../shared/issue'
import type { DecisionContext } from '../decisions/context'
import { recordChange } from '../decisions/record-change'
import { routeDocument } from '../decisions/route-document'
import { always, type IssueKind } from '../pipeline/check/issue-kind'
import { documentById } from '../store/documents'
import { issues } from '../store/schema'
import type { Tx } from '../store/write'

/** The file in the archive is not the one that was taken in: an approved invoice may have been swapped. */
export const archiveChanged: IssueKind = { key: 'archive_changed', resolutions: ['mark_duplicate'], mayWaive: always }

/** What the archive holds now: the document it came in as. */
export interface ArchiveChange {
  readonly archiveId: number
  readonly documentId: DocumentId
}

/**
 * Says at the document taken in first that its archive holds another file now, which came in as a document of its own;
 * nothing when it is the same document after all.
 */
export function noticeChange(tx: Tx, documentId: DocumentId, change: ArchiveChange, ctx: DecisionContext): void {
  if (change.documentId === documentId) return
  const { archiveId } = change
  const { intakeNumber } = documentById(tx, change.documentId)
  const about = { archiveId, intakeNumber }
  const ofDocument = and(eq(issues.documentId, documentId), eq(issues.key, 'archive_changed'))
  const known = tx.select().from(issues).where(ofDocument).all()
  if (known.some(({ params }) => params['intakeNumber'] === intakeNumber)) return
  recordChange(tx, documentId, { kind: 'document.changed_in_archive', params: about, isFact: true }, ctx, () => {
    const values = {
      severity: 'high',
      params: about,
      suggestions: waysOut(change.documentId, intakeNumber),
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
    routeDocument(tx, documentId)
  })
}

/** A new version mostly is the one that counts; nothing is lost by either answer, for both documents stay. */
function waysOut(newer: DocumentId, intakeNumber: number): Suggestion[] {
  return [
    { key: 'newer_counts', params: { intakeNumber }, fix: { type: 'mark_duplicate', ofDocumentId: newer } },
    { key: 'this_one_counts', params: {}, fix: { type: 'waive', reason: 'this_one_counts' } },
    { key: 'reject', params: {}, fix: { type: 'reject' } },
  ]
}
