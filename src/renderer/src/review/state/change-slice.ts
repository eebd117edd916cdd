import type { StateCreator } from 'zustand'
import type { DocumentView } from '../../../../shared/document-view'
import type { Input } from '../../../../shared/contract'
import type { LineId } from '../../../../shared/ids'
import type { FieldName } from '../../../../shared/invoice'
import { isUnsettled, type Fix, type IssueView } from '../../../../shared/issue'
import type { ErrorData, Reply } from '../../../../shared/result'
import type { Client } from '../../engine-client'
import { isSettled, type ApprovalBar } from './approval'
import type { DecisionSlice } from './decision-slice'
import type { DocumentSlice } from './document-slice'
import type { DraftSlice } from './draft-slice'
import type { FocusSlice } from './focus-slice'
import { fieldTarget, nextProblem } from './progress'
import type { LikeSlice } from './like-slice'
import type { SameSlice } from './same-slice'

export type LineColumn = Input<'line.set'>['column']

/** What happened last, told politely to screen readers. */
export type Announcement =
  | { readonly kind: 'resolved'; readonly open: number }
  | { readonly kind: 'undone' }
  | { readonly kind: 'redone' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'commented' }
  | { readonly kind: 'barred'; readonly bar: ApprovalBar }

export interface ChangeSlice {
  /** Why the last change was refused; shown until the next one succeeds or it is put away. */
  readonly problem: ErrorData | null
  readonly announcement: Announcement | null
  readonly isBusy: boolean
  dismissProblem(): void
  /** @returns whether the engine took the value; if not, the draft keeps it with the reason */
  setField(field: FieldName, value: string | null, text: string): Promise<boolean>
  setLine(lineId: LineId, column: LineColumn, value: string | null): Promise<boolean>
  setAccount(lineIds: readonly LineId[], accountCode: string): Promise<boolean>
  addLine(afterLineId: LineId | null): Promise<boolean>
  removeLine(lineId: LineId): Promise<boolean>
  /** @param parts amounts or percentages as typed; an empty one gets the rest */
  splitLine(lineId: LineId, parts: readonly string[]): Promise<boolean>
  mergeLines(lineIds: readonly LineId[]): Promise<boolean>
  /** The line takes up what the lines miss of the net total. */
  fillLine(lineId: LineId): Promise<boolean>
  /** Applies a fix, then moves the cursor to the next problem. */
  applyFix(issue: IssueView, fix: Fix, note?: string): Promise<boolean>
  reopenIssue(issue: IssueView): Promise<boolean>
  /** @param due YYYY-MM-DD, null without a date */
  ask(issue: IssueView, question: { of: string; text: string; due: string | null }): Promise<boolean>
  answer(issue: IssueView, text: string): Promise<boolean>
  undo(): Promise<boolean>
  redo(): Promise<boolean>
  retry(options: { password?: string; forceOcr?: boolean }): Promise<boolean>
}

type State = ChangeSlice & DocumentSlice & FocusSlice & DraftSlice & SameSlice & LikeSlice & Pick<DecisionSlice, 'goOn'>

/** Changes to the invoice. One after the other, each with the revision the one before it left. */
export const createChangeSlice =
  (engine: Client): StateCreator<State, [], [], ChangeSlice> =>
  (set, get) => {
    let last: Promise<unknown> = Promise.resolve()

    /** Waits its turn, runs, asks for the new state. An invoice changed meanwhile is read anew and tried once more. */
    function change(run: (view: DocumentView) => Promise<Reply<unknown>>): Promise<Reply<unknown>> {
      const documentId = get().documentId
      const turn = last.then(async (): Promise<Reply<unknown>> => {
        const view = get().view
        if (!view || view.documentId !== documentId) return stale
        set({ isBusy: true })
        let reply = await run(view)
        if (!reply.ok && reply.error.code === 'changed_meanwhile') {
          await get().reload()
          const fresh = get().view
          if (fresh?.documentId === documentId) reply = await run(fresh)
        }
        await get().reload()
        set({ isBusy: false })
        return reply
      })
      last = turn
      return turn
    }

    async function changeOrTell(run: (view: DocumentView) => Promise<Reply<unknown>>): Promise<boolean> {
      const reply = await change(run)
      set({ problem: reply.ok ? null : reply.error, announcement: null })
      return reply.ok
    }

    const withInvoice =
      (run: (target: { documentId: DocumentView['documentId']; revision: number }) => Promise<Reply<unknown>>) =>
      (view: DocumentView) =>
        view.invoice
          ? run({ documentId: view.documentId, revision: view.invoice.revision })
          : Promise.resolve(withoutInvoice)

    return {
      problem: null,
      announcement: null,
      isBusy: false,
      dismissProblem: () => set({ problem: null, announcement: null }),
      async setField(field, value, text) {
        const documentId = get().documentId
        if (documentId === null) return false
        const reply = await change(withInvoice(target => engine.call('field.set', { ...target, field, value })))
        if (reply.ok) {
          get().clearDraft(documentId, field)
          set({ problem: null, announcement: { kind: 'saved' } })
        } else {
          get().setDraft(documentId, field, { text, error: reply.error })
        }
        return reply.ok
      },
      setLine: (lineId, column, value) =>
        changeOrTell(withInvoice(target => engine.call('line.set', { ...target, lineId, column, value }))),
      async setAccount(lineIds, accountCode) {
        const done = await changeOrTell(
          withInvoice(target => engine.call('line.setAccount', { ...target, lineIds: [...lineIds], accountCode })),
        )
        if (done) void get().lookForLike(lineIds, accountCode)
        return done
      },
      addLine: afterLineId => changeOrTell(withInvoice(target => engine.call('line.add', { ...target, afterLineId }))),
      removeLine: lineId => changeOrTell(withInvoice(target => engine.call('line.remove', { ...target, lineId }))),
      async applyFix(issue, fix, note = '') {
        const revision = seen(get().view)
        const done = await changeOrTell(() =>
          engine.call('issue.applyFix', { issueId: issue.id, fix, note, ...revision }),
        )
        if (done) void get().lookForSame(issue.id)
        const view = get().view
        if (done && view) {
          const open = view.issues.filter(candidate => isUnsettled(candidate.state)).length
          set({ announcement: { kind: 'resolved', open } })
          // "It is the same invoice" takes the document off the road: nothing is left to do here.
          if (isSettled(view)) await get().goOn(view.state)
          else if (fix.type === 'enter_by_hand' && view.invoice) get().moveTo(fieldTarget('seller.name'))
          else get().moveTo(nextProblem(view))
        }
        return done
      },
      splitLine: (lineId, parts) =>
        changeOrTell(withInvoice(target => engine.call('line.split', { ...target, lineId, parts: [...parts] }))),
      mergeLines: lineIds =>
        changeOrTell(withInvoice(target => engine.call('line.merge', { ...target, lineIds: [...lineIds] }))),
      fillLine: lineId => changeOrTell(withInvoice(target => engine.call('line.fill', { ...target, lineId }))),
      async ask(issue, question) {
        const done = await changeOrTell(() => engine.call('issue.ask', { issueId: issue.id, ...question }))
        const view = get().view
        if (done && view) get().moveTo(nextProblem(view))
        return done
      },
      answer: (issue, text) => changeOrTell(() => engine.call('issue.answer', { issueId: issue.id, text })),
      reopenIssue: issue => changeOrTell(() => engine.call('issue.reopen', { issueId: issue.id })),
      async undo() {
        const done = await changeOrTell(view => engine.call('document.undo', { documentId: view.documentId }))
        if (done) set({ announcement: { kind: 'undone' } })
        return done
      },
      async redo() {
        const done = await changeOrTell(view => engine.call('document.redo', { documentId: view.documentId }))
        if (done) set({ announcement: { kind: 'redone' } })
        return done
      },
      retry: options =>
        changeOrTell(view => engine.call('document.retry', { documentId: view.documentId, ...options })),
    }
  }

/** What the person was looking at when deciding. */
function seen(view: DocumentView | null): { revision?: number } {
  return view?.invoice ? { revision: view.invoice.revision } : {}
}

const stale: Reply<never> = { ok: false, error: { code: 'changed_meanwhile', params: {}, retry: 'later' } }
const withoutInvoice: Reply<never> = { ok: false, error: { code: 'invoice_not_found', params: {}, retry: 'user' } }
