import type { DocumentId } from '../../shared/ids'
import { moveDocument, documentById } from '../store/documents'
import { enqueueJob, laneOf } from '../store/jobs'
import type { Tx } from '../store/write'
import type { DecisionContext } from './context'
import { isContainer } from '../intake/containers'

/**
 * Puts a document back at the beginning of its road. A container waits for intake to unpack it; everything else is read.
 *
 * @param forceOcr look at the pages' pictures though they have text; means nothing for what has no pages
 */
export function readAgain(tx: Tx, documentId: DocumentId, ctx: DecisionContext, forceOcr = false): void {
  const { kind } = documentById(tx, documentId)
  if (isContainer(kind)) return moveDocument(tx, documentId, { state: 'queued' })
  const hasPages = kind === 'pdf' || kind === 'image'
  const options = forceOcr && hasPages ? { forceOcr } : {}
  enqueueJob(tx, { documentId, step: 'read', lane: laneOf.read, runAfter: ctx.now, options, now: ctx.now })
}
