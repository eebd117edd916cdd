import type { StateCreator } from 'zustand'
import type { CommentId, DocumentId, PersonId } from '../../../../shared/ids'
import type { Client } from '../../engine-client'
import type { ChangeSlice } from './change-slice'
import type { DocumentSlice } from './document-slice'

/** Words on their way: kept per document until they are sent. */
export interface CommentDraft {
  readonly text: string
  /** Who is asked; null while nothing is. */
  readonly asks: PersonId | 'anyone' | null
  /** YYYY-MM-DD; empty for no day. */
  readonly due: string
  /** The question this answers. */
  readonly answers: CommentId | null
}

export const noWords: CommentDraft = { text: '', asks: null, due: '', answers: null }

export interface CommentSlice {
  readonly showsComments: boolean
  readonly comments: Readonly<Partial<Record<DocumentId, CommentDraft>>>
  /** Opens the pane, to answer a question when one is given. */
  openComments(answers?: CommentId): void
  closeComments(): void
  writeComment(change: Partial<CommentDraft>): void
  /** @returns whether it was taken; what was refused stays written, with the reason in the problem bar */
  sendComment(): Promise<boolean>
}

type State = CommentSlice & DocumentSlice & ChangeSlice

export const createCommentSlice =
  (engine: Client): StateCreator<State, [], [], CommentSlice> =>
  (set, get) => {
    let isSending = false

    function keep(documentId: DocumentId, draft: CommentDraft): void {
      set({ comments: { ...get().comments, [documentId]: draft } })
    }

    return {
      showsComments: false,
      comments: {},
      openComments(answers) {
        set({ showsComments: true })
        if (answers !== undefined) get().writeComment({ answers, asks: null, due: '' })
      },
      closeComments: () => set({ showsComments: false }),
      writeComment(change) {
        const { documentId, comments } = get()
        if (documentId !== null) keep(documentId, { ...(comments[documentId] ?? noWords), ...change })
      },
      async sendComment() {
        const { documentId, comments } = get()
        const draft = documentId === null ? undefined : comments[documentId]
        if (documentId === null || !draft || draft.text.trim() === '' || isSending) return false
        isSending = true
        const { text, asks, due, answers } = draft
        const question =
          asks === null ? null : { personId: asks === 'anyone' ? null : asks, due: due === '' ? null : due }
        const reply = await engine.call('comment.add', { documentId, text, question, answers })
        isSending = false
        set({ problem: reply.ok ? null : reply.error, announcement: reply.ok ? { kind: 'commented' } : null })
        if (reply.ok) keep(documentId, noWords)
        await get().reload()
        return reply.ok
      },
    }
  }
