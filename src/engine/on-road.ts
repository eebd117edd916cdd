import { AsyncLocalStorage } from 'node:async_hooks'
import type { DocumentId } from '../shared/ids'

// A document's id is the one id that all of its road has, from intake to the bill: what is logged on the way bears it,
// also where nobody handed it down (calls to servers, files that are stored).

const roads = new AsyncLocalStorage<DocumentId>()

/** Everything logged within, also later in what `work` awaits, bears the document's id. */
export function onRoadOf<T>(documentId: DocumentId, work: () => T): T {
  return roads.run(documentId, work)
}

/** The document that is being worked on; undefined outside of any road. */
export function documentOnRoad(): DocumentId | undefined {
  return roads.getStore()
}
