import type { StateCreator } from 'zustand'
import type { DocumentView } from '../../../../shared/document-view'
import type { DocumentId } from '../../../../shared/ids'
import type { ErrorData } from '../../../../shared/result'
import type { Client } from '../../engine-client'
import type { SourceCache } from '../viewer/source-cache'
import type { CommentSlice } from './comment-slice'
import type { FocusSlice } from './focus-slice'
import type { LikeSlice } from './like-slice'
import { nextProblem } from './progress'
import type { SameSlice } from './same-slice'
import type { ViewerSlice } from './viewer-slice'

export interface DocumentSlice {
  readonly documentId: DocumentId | null
  /** The queue as it was when review opened. */
  readonly queueIds: readonly DocumentId[]
  /** What the engine says about the document; null while it is asked for. */
  readonly view: DocumentView | null
  readonly loadError: ErrorData | null
  /** Keys pressed since this invoice opened. */
  readonly keyCount: number
  open(documentId: DocumentId | null, queueIds: readonly DocumentId[]): Promise<void>
  /** The queue is known in full: the document on screen stays. */
  walk(queueIds: readonly DocumentId[]): void
  /** Asks ahead for a document that is likely to be opened next. */
  prepare(documentId: DocumentId): Promise<void>
  /** Asks again; the cursor stays where it is. */
  reload(): Promise<void>
  countKey(): void
  /** Neighbour in the queue, or null at its end. */
  neighbour(direction: 1 | -1): DocumentId | null
}

/** Holds the document under review. The engine stays the owner: after every change we ask again. */
export const createDocumentSlice =
  (
    engine: Client,
    sources: SourceCache,
  ): StateCreator<
    DocumentSlice &
      FocusSlice &
      ViewerSlice &
      Pick<CommentSlice, 'showsComments'> &
      Pick<LikeSlice, 'likeOffer'> &
      Pick<SameSlice, 'same'>,
    [],
    [],
    DocumentSlice
  > =>
  (set, get) => {
    /** The document being asked for. */
    let asked: DocumentId | null = null
    /** Views asked for ahead of time; used once, then asked again. */
    const ahead = new Map<DocumentId, DocumentView>()

    async function lookAhead(): Promise<void> {
      const { documentId, neighbour } = get()
      const next = neighbour(1)
      ahead.clear()
      sources.keepOnly([documentId, next].filter(id => id !== null))
      if (!next) return
      const reply = await engine.call('document.get', { documentId: next })
      if (!reply.ok || get().documentId !== documentId) return
      ahead.set(next, reply.value)
      sources.preload(reply.value)
    }

    function show(view: DocumentView): void {
      set({ view, loadError: null })
    }

    return {
      documentId: null,
      queueIds: [],
      view: null,
      loadError: null,
      keyCount: 0,
      async open(documentId, queueIds) {
        if (documentId === get().documentId && (get().view || asked === documentId)) {
          set({ queueIds })
          if (asked === documentId) return
          // While another screen was open it may have changed, or is now to be told in another language.
          await get().reload()
          return
        }
        const prepared = documentId === null ? undefined : ahead.get(documentId)
        set({
          documentId,
          queueIds,
          view: null,
          loadError: null,
          keyCount: 0,
          focused: null,
          hovered: null,
          preview: null,
          focusedIssueId: null,
          likeOffer: null,
          same: null,
          // A wish of the invoice before must not move the cursor in this one.
          focusWish: null,
          showsComments: false,
        })
        get().resetViewer()
        if (documentId === null) return
        if (prepared) show(prepared)
        const foreseen = prepared && nextProblem(prepared)
        if (foreseen) get().moveTo(foreseen)
        asked = documentId
        const reply = await engine.call('document.get', { documentId })
        if (get().documentId !== documentId) return
        asked = null
        if (!reply.ok) {
          set({ loadError: reply.error })
          return
        }
        show(reply.value)
        // What was asked for ahead of time may be out of date; whoever pressed a key since then has the cursor in hand.
        const problem = nextProblem(reply.value)
        if (!foreseen || (problem !== foreseen && get().keyCount === 0)) get().moveTo(problem)
        await lookAhead()
      },
      walk: queueIds => set({ queueIds }),
      async prepare(documentId) {
        const reply = await engine.call('document.get', { documentId })
        ahead.clear()
        if (reply.ok) ahead.set(documentId, reply.value)
      },
      async reload() {
        const { documentId } = get()
        if (documentId === null) return
        const reply = await engine.call('document.get', { documentId })
        if (get().documentId !== documentId) return
        if (!reply.ok) {
          set({ loadError: reply.error })
          return
        }
        const wasUnread = get().view?.invoice === null
        show(reply.value)
        // Read at last: the person who waited, or typed the password, goes on where an invoice begins.
        if (wasUnread && reply.value.invoice) get().moveTo(nextProblem(reply.value))
      },
      countKey: () => set({ keyCount: get().keyCount + 1 }),
      neighbour(direction) {
        const { documentId, queueIds } = get()
        const at = documentId === null ? -1 : queueIds.indexOf(documentId)
        return at === -1 ? null : (queueIds[at + direction] ?? null)
      },
    }
  }
