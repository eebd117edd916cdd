import type { DocumentId } from '../../shared/ids'
import { dropJobs } from '../store/jobs'
import type { Tx } from '../store/write'
import { runCommand } from './command'
import type { DecisionContext } from './context'
import { putAside } from './set-state'

/**
 * Takes a document off the road before it is read; it is set aside and can be read again later.
 *
 * @throws AppError `not_allowed_in_state` when it is being read or was
 */
export function stopReading(
  tx: Tx,
  { documentId, reason }: { readonly documentId: DocumentId; readonly reason: string },
  ctx: DecisionContext,
): { revision: number } {
  const command = { kind: 'document.set_aside', params: { reason }, revision: null, allowedIn: ['queued'] as const }
  return runCommand(tx, documentId, command, ctx, scope => {
    dropJobs(tx, documentId, ctx.now)
    putAside(scope, reason)
  })
}
