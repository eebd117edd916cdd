import type { StateCreator } from 'zustand'
import type { DocumentId, PersonId } from '../../../../shared/ids'
import type { ErrorData, Reply } from '../../../../shared/result'
import type { BulkResult } from '../../../../shared/bulk-result'
import type { DocumentState } from '../../../../shared/document'
import type { z } from 'zod'
import type { Client } from '../../engine-client'
import { approvalBar } from './approval'
import type { ChangeSlice } from './change-slice'
import type { DocumentSlice } from './document-slice'
import { draftCount, type DraftSlice } from './draft-slice'
import type { FieldSlice } from './field-slice'
import type { FocusSlice } from './focus-slice'
import { fieldOf, nextProblem, type Target } from './progress'

/** What review asks of the rest of the window. */
export interface ReviewNavigation {
  openDocument(documentId: DocumentId): void
  back(): void
  /** Tells what became of a document that was left behind, with a way back. */
  tell(state: DocumentState, name: string, undo: () => Promise<void>): void
}

/** A dialog of the review screen. */
export type ReviewDialog =
  | 'hold'
  | 'reject'
  | 'password'
  | 'history'
  | 'skip'
  | 'waive'
  | 'ask'
  | 'answer'
  | 'split'
  | 'same'
  | 'like'
  | 'cut'
  | 'join'
  | 'assign'

export interface DecisionSlice {
  readonly dialog: ReviewDialog | null
  /** The issue or line the dialog is about; null for the document. */
  readonly dialogAbout: string | null
  /** Where the cut marks stand when their dialog opens: first pages of the parts after the first. */
  readonly proposedStarts: readonly number[]
  /** True while a decision is on its way; a second Enter must not decide about the next invoice. */
  readonly isDeciding: boolean
  openDialog(dialog: ReviewDialog, about?: string): void
  /** Shows the pages with cut marks to be moved. */
  openCuts(starts: readonly number[]): void
  /** Makes documents of the pages and opens the first of them. */
  splitPages(starts: readonly number[]): Promise<boolean>
  /** Adds the pages of other documents to this one. */
  joinPages(otherIds: readonly DocumentId[]): Promise<boolean>
  closeDialog(): void
  /** Approves and opens the next invoice of the queue; where something stands against it, says what and goes there. */
  approve(): Promise<boolean>
  /** @param dueDate the day an answer is due, YYYY-MM-DD */
  hold(reason: string, dueDate?: string | null): Promise<boolean>
  reject(reason: string): Promise<boolean>
  /** Whose it is from now on; null for anyone. The document stays where it is. */
  assign(personId: PersonId | null): Promise<boolean>
  restore(): Promise<boolean>
  /** Goes where a value is corrected; what was approved and refused by the ledger is taken back first. */
  correct(target: Target): Promise<void>
  /** Leaves a document that needs nothing more, opens the next one and tells what became of this one. */
  goOn(state: DocumentState): Promise<void>
  /** Next or previous invoice of the queue. */
  turnTo(direction: 1 | -1): Promise<void>
  /** Back to where the person came from. */
  leave(): Promise<void>
}

type State = DecisionSlice & DocumentSlice & DraftSlice & ChangeSlice & FieldSlice & FocusSlice

/** Mostly the next one waits; a queue walked from the whole list may hold long stretches that do not. */
const askedAtOnce = 50

/** Decisions about the whole invoice, and walking the queue. */
export const createDecisionSlice =
  (engine: Client, navigation: ReviewNavigation): StateCreator<State, [], [], DecisionSlice> =>
  (set, get) => {
    async function decide(run: (documentIds: DocumentId[]) => Promise<Reply<z.infer<typeof BulkResult>>>) {
      const { documentId, isDeciding } = get()
      if (documentId === null || isDeciding) return false
      set({ isDeciding: true })
      const error = firstError(await run([documentId]))
      set({ isDeciding: false, problem: error })
      if (error) await get().reload()
      return error === null
    }

    /**
     * The next document of the queue that waits for a person: a queue walked from the whole list also holds documents
     * that need nothing more. Where the engine does not say, simply the next.
     */
    async function findNext(): Promise<DocumentId | undefined> {
      const { documentId, queueIds } = get()
      const after = documentId === null ? [] : queueIds.slice(queueIds.indexOf(documentId) + 1)
      for (let start = 0; start < after.length; start += askedAtOnce) {
        const documentIds = after.slice(start, start + askedAtOnce)
        const reply = await engine.call('document.waiting', { documentIds })
        if (!reply.ok) return after[start]
        const [next] = reply.value.documentIds
        if (next) return next
      }
      return undefined
    }

    function leaveFor(next: DocumentId | undefined): void {
      if (next) navigation.openDocument(next)
      else navigation.back()
    }

    function tell(state: DocumentState): void {
      const { view } = get()
      if (!view) return
      const { documentId, fileName, invoice } = view
      navigation.tell(state, invoice?.vendor?.name ?? fieldOf(invoice, 'seller.name')?.value ?? fileName, async () => {
        const error = firstError(await engine.call('document.restore', { documentIds: [documentId] }))
        if (error) set({ problem: error })
        else navigation.openDocument(documentId)
      })
    }

    return {
      dialog: null,
      dialogAbout: null,
      proposedStarts: [],
      isDeciding: false,
      openDialog: (dialog, about) => set({ dialog, dialogAbout: about ?? null }),
      closeDialog: () => set({ dialog: null }),
      openCuts: starts => set({ dialog: 'cut', proposedStarts: starts }),
      async splitPages(starts) {
        const { documentId, isDeciding } = get()
        if (documentId === null || isDeciding) return false
        set({ isDeciding: true })
        const reply = await engine.call('document.split', { documentId, starts: [...starts] })
        set({ isDeciding: false, problem: reply.ok ? null : reply.error })
        const [first] = reply.ok ? reply.value.documentIds : []
        if (first) navigation.openDocument(first)
        return reply.ok
      },
      async joinPages(otherIds) {
        const { documentId } = get()
        if (documentId === null) return false
        const reply = await engine.call('document.join', { documentId, otherIds: [...otherIds] })
        set({ problem: reply.ok ? null : reply.error })
        await get().reload()
        return reply.ok
      },
      async approve() {
        await get().commitAll()
        const { view, drafts, documentId } = get()
        if (!view) return false
        const bar = approvalBar(view, draftCount(drafts, documentId))
        if (bar) {
          set({ announcement: { kind: 'barred', bar } })
          get().moveTo(nextProblem(view))
          return false
        }
        // Asked at the same time, so that the next one opens at once.
        const next = findNext()
        const done = await decide(documentIds => engine.call('document.approve', { documentIds }))
        if (done) leaveFor(await next)
        return done
      },
      async hold(reason, dueDate = null) {
        const done = await decide(documentIds => engine.call('document.hold', { documentIds, reason, dueDate }))
        if (done) await get().goOn('on_hold')
        return done
      },
      async reject(reason) {
        const done = await decide(documentIds => engine.call('document.reject', { documentIds, reason }))
        if (done) await get().goOn('rejected')
        return done
      },
      async assign(personId) {
        const done = await decide(documentIds => engine.call('document.assign', { documentIds, personId }))
        if (done) await get().reload()
        return done
      },
      async restore() {
        const done = await decide(documentIds => engine.call('document.restore', { documentIds }))
        if (done) await get().reload()
        return done
      },
      async correct(target) {
        if (get().view?.state !== 'post_failed' || (await get().restore())) get().moveTo(target)
      },
      async goOn(state) {
        tell(state)
        leaveFor(await findNext())
      },
      async turnTo(direction) {
        const neighbour = get().neighbour(direction)
        if (!neighbour) return
        // What was typed is saved or kept as a draft; neither holds the page back.
        await get().commitAll()
        navigation.openDocument(neighbour)
      },
      async leave() {
        await get().commitAll()
        navigation.back()
      },
    }
  }

function firstError(reply: Reply<z.infer<typeof BulkResult>>): ErrorData | null {
  if (!reply.ok) return reply.error
  return reply.value.failed[0]?.error ?? null
}
