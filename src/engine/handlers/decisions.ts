import { asc, eq } from 'drizzle-orm'
import type { HandlersOf } from '../../shared/contract'
import type { decisionCalls } from '../../shared/contract/decisions'
import type { DocumentId } from '../../shared/ids'
import { approve } from '../decisions/approve'
import { assessAnew } from '../decisions/assess'
import { addComment } from '../decisions/comment'
import { joinPages } from '../decisions/join-pages'
import { recordChange } from '../decisions/record-change'
import { assign, hold, reject, restore, setAside } from '../decisions/set-state'
import { setField } from '../decisions/set-field'
import { setAccountOnAll } from '../decisions/settle-many'
import { settleTwin } from '../decisions/settle-twin'
import { splitPages } from '../decisions/split-pages'
import { redo, undo } from '../decisions/undo'
import { documentsOfGroup, redoGroup, undoGroup } from '../decisions/undo-group'
import type { EngineCore } from '../engine'
import { isContainer } from '../intake/containers'
import { documentById, moveDocument } from '../store/documents'
import { documents } from '../store/schema'
import { changesOn } from './changes'

/** What a person decides about whole documents. */
export function decisionHandlers(core: EngineCore): HandlersOf<typeof decisionCalls> {
  const { decide, decideEach } = changesOn(core)

  function readyIds() {
    return core
      .company()
      .store.db.select({ id: documents.id })
      .from(documents)
      .where(eq(documents.state, 'ready'))
      .orderBy(asc(documents.intakeNumber))
      .all()
      .map(row => row.id)
  }

  async function approveEach(documentIds: readonly DocumentId[]) {
    const waiting: DocumentId[] = []
    const result = await decideEach(documentIds, (tx, documentId, ctx) => {
      if (!approve(tx, { documentId }, ctx).isComplete) waiting.push(documentId)
    })
    const blocked = result.failed.filter(({ error }) => error.code === 'blocking_issues_open')
    // What stands in the way may have been found by the approval itself and was undone with it: the person must see it.
    if (blocked.length > 0) {
      const ids = blocked.map(({ documentId }) => documentId)
      await decideEach(ids, (tx, documentId, ctx) => assessAnew(tx, documentId, ctx))
    }
    return waiting.length === 0 ? result : { ...result, waiting }
  }

  return {
    'document.approve': ({ documentIds }) => approveEach(documentIds),
    'document.approveReady': () => approveEach(readyIds()),
    'document.hold': ({ documentIds, reason, dueDate }) =>
      decideEach(documentIds, (tx, documentId, ctx) => hold(tx, { documentId, reason, dueDate }, ctx)),
    'document.setAside': ({ documentIds, reason }) =>
      decideEach(documentIds, (tx, documentId, ctx) => setAside(tx, { documentId, reason }, ctx)),
    'document.assign': ({ documentIds, personId }) =>
      decideEach(documentIds, (tx, documentId, ctx) => assign(tx, { documentId, personId }, ctx)),
    'comment.add': input => decide(input.documentId, (tx, ctx) => addComment(tx, input, ctx)),
    'document.reject': ({ documentIds, reason }) =>
      decideEach(documentIds, (tx, documentId, ctx) => reject(tx, { documentId, reason }, ctx)),
    'document.setAccount': ({ documentIds, accountCode }) =>
      decideEach(documentIds, (tx, documentId, ctx) => setAccountOnAll(tx, { documentId, accountCode }, ctx)),
    'document.setField': ({ documentIds, field, value }) =>
      // The revision is not the person's: many documents were chosen, none was looked at.
      decideEach(documentIds, (tx, documentId, ctx) => setField(tx, { documentId, revision: null, field, value }, ctx)),
    'document.restore': ({ documentIds }) =>
      decideEach(documentIds, (tx, documentId, ctx) => restore(tx, { documentId }, ctx)),
    'document.retry'({ documentId, password, forceOcr }) {
      const { store, queue } = core.company()
      const { kind, state } = documentById(store.db, documentId)
      // Containers are unpacked by intake; everything else is read by the queue.
      if (isContainer(kind) && state === 'set_aside') {
        decide(documentId, (tx, ctx) =>
          recordChange(tx, documentId, { kind: 'document.read_again', isFact: true }, ctx, () =>
            moveDocument(tx, documentId, { state: 'queued' }),
          ),
        )
      } else queue.readAgain(documentId, { password, forceOcr })
      return {}
    },
    'document.split': ({ documentId, starts }) => ({
      documentIds: decide(documentId, (tx, ctx) => splitPages(tx, { documentId, starts }, ctx)),
    }),
    'document.join'({ documentId, otherIds }) {
      decide(documentId, (tx, ctx) => joinPages(tx, { documentId, otherIds }, ctx))
      return {}
    },
    'document.settleTwin': input => decide(input.documentId, (tx, ctx) => settleTwin(tx, input, ctx)),
    'document.undo': ({ documentId }) => decide(documentId, (tx, ctx) => undo(tx, { documentId }, ctx)),
    'document.redo': ({ documentId }) => decide(documentId, (tx, ctx) => redo(tx, { documentId }, ctx)),
    'group.undo': ({ group }) =>
      decideEach(documentsOfGroup(core.company().store.db, group), (tx, documentId, ctx) =>
        undoGroup(tx, { documentId, group }, ctx),
      ),
    'group.redo': ({ group }) =>
      decideEach(documentsOfGroup(core.company().store.db, group).toReversed(), (tx, documentId, ctx) =>
        redoGroup(tx, { documentId, group }, ctx),
      ),
  }
}
