import type { DocumentId } from '../../shared/ids'
import type { Tx } from '../store/write'
import type { DecisionContext } from './context'
import { reassessNeighbours } from './neighbours'
import { routeDocument as route } from './route-document'

export { assess } from './assess'
export { checkDocument } from './check-document'
export { codeDocument } from './code-document'

/**
 * Last step of the road. Files are read side by side, so a later one may have been checked before this one was there:
 * twins are checked again now that both are.
 */
export function routeDocument(tx: Tx, documentId: DocumentId, ctx: DecisionContext): void {
  route(tx, documentId, ctx)
  reassessNeighbours(tx, documentId, [], ctx)
}
