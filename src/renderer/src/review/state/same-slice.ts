import type { StateCreator } from 'zustand'
import type { DocumentId, IssueId } from '../../../../shared/ids'
import type { SamePreview } from '../../../../shared/same-cause'
import type { BulkResult } from '../../../../shared/bulk-result'
import { isUnsettled } from '../../../../shared/issue'
import type { Client } from '../../engine-client'
import type { DecisionSlice } from './decision-slice'
import type { DocumentSlice } from './document-slice'

/** Open issues elsewhere with the cause of the one just settled. */
export interface SameCause {
  readonly issueId: IssueId
  /** The document on which it was settled. */
  readonly from: DocumentId
  readonly preview: SamePreview
}

export interface SameSlice {
  /** Offered until it is applied, put away, another issue is settled, or another document is opened. */
  readonly same: SameCause | null
  lookForSame(issueId: IssueId): Promise<void>
  dismissSame(): void
  /** Opens the difference that the same answer would make. */
  showSame(): Promise<void>
  /** Gives the same answer everywhere it was offered. */
  settleSame(): Promise<void>
}

export type TellSame = (result: BulkResult) => void

/** After every answer: who else asks the same? */
export const createSameSlice =
  (
    engine: Client,
    tell: TellSame,
  ): StateCreator<SameSlice & DocumentSlice & Pick<DecisionSlice, 'openDialog'>, [], [], SameSlice> =>
  (set, get) => ({
    same: null,
    async lookForSame(issueId) {
      const { documentId, view } = get()
      set({ same: null })
      // One that is open again was no answer.
      const isSettled = view?.issues.some(issue => issue.id === issueId && !isUnsettled(issue.state)) !== false
      if (documentId === null || !isSettled) return
      const reply = await engine.call('issue.previewSame', { issueId })
      if (!reply.ok || get().documentId !== documentId) return
      if (reply.value.issues > 0) set({ same: { issueId, from: documentId, preview: reply.value } })
    },
    dismissSame: () => set({ same: null }),
    async showSame() {
      const { same } = get()
      if (!same) return
      const reply = await engine.call('issue.previewSame', { issueId: same.issueId, rehearse: true })
      // Settled by somebody else meanwhile: nothing is left to show.
      if (!reply.ok || reply.value.issues === 0) return set({ same: null })
      set({ same: { ...same, preview: reply.value } })
      get().openDialog('same')
    },
    async settleSame() {
      const { same } = get()
      if (!same) return
      set({ same: null })
      const { documentIds } = same.preview
      const reply = await engine.call('issue.settleSame', { issueId: same.issueId, documentIds })
      if (reply.ok) tell(reply.value)
      await get().reload()
    },
  })
