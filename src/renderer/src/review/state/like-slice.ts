import type { StateCreator } from 'zustand'
import type { BulkResult } from '../../../../shared/bulk-result'
import type { LikeLines } from '../../../../shared/coding'
import type { DocumentId, LineId } from '../../../../shared/ids'
import { notifyError } from '../../parts/toasts'
import type { Client } from '../../engine-client'
import type { DocumentSlice } from './document-slice'

/** Lines elsewhere that say the same as the one whose account was just decided. */
export interface LikeOffer {
  /** The document on which it was decided. */
  readonly from: DocumentId
  readonly accountCode: string
  readonly accountName: string | null
  readonly like: LikeLines
}

export interface LikeSlice {
  /** Offered until it is applied, put away, or another account is decided. */
  readonly likeOffer: LikeOffer | null
  lookForLike(lineIds: readonly LineId[], accountCode: string): Promise<void>
  dismissLike(): void
  /** Gives the lines shown the same account. */
  applyToLike(): Promise<void>
}

/** After every account given by hand: which other lines say the same? */
export const createLikeSlice =
  (engine: Client, tell: (result: BulkResult) => void): StateCreator<LikeSlice & DocumentSlice, [], [], LikeSlice> =>
  (set, get) => ({
    likeOffer: null,
    async lookForLike(lineIds, accountCode) {
      const { documentId } = get()
      set({ likeOffer: null })
      if (documentId === null) return
      const reply = await engine.call('coding.like', { lineIds: [...lineIds] })
      if (!reply.ok || get().documentId !== documentId) return
      const like = reply.value
      const coded = get().view?.invoice?.lines.find(line => line.accountCode === accountCode)
      if (like.lineIds.length === 0) return
      set({ likeOffer: { from: documentId, accountCode, accountName: coded?.accountName ?? null, like } })
    },
    dismissLike: () => set({ likeOffer: null }),
    async applyToLike() {
      const offer = get().likeOffer
      if (!offer) return
      set({ likeOffer: null })
      const { accountCode, like } = offer
      const reply = await engine.call('coding.correct', { lineIds: [...like.lineIds], accountCode })
      if (reply.ok) tell(reply.value)
      else notifyError(reply.error)
      await get().reload()
    },
  })
