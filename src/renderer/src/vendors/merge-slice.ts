import { create, type StateCreator } from 'zustand'
import type { VendorId } from '../../../shared/ids'
import type { LookAlikePair, MergePreview } from '../../../shared/vendor-merge'
import { engine, type Client } from '../engine-client'
import { notifyError } from '../parts/toasts'

export interface MergeSlice {
  readonly pairs: readonly LookAlikePair[]
  /** The vendor that is to go, while the one to keep is being looked for. */
  readonly searchingFor: VendorId | null
  /** What a merge would move, while the person is asked. */
  readonly preview: MergePreview | null
  load(): Promise<void>
  /** Looks for the vendor to keep instead of this one. */
  search(vendorId: VendorId): void
  /** Shows what would move. */
  ask(vendorId: VendorId, intoId: VendorId): Promise<void>
  /** The other one is kept. */
  turnRound(): Promise<void>
  close(): void
}

/** Vendors that may be one, and the merge that is being asked about. */
export const createMergeSlice =
  (client: Client): StateCreator<MergeSlice> =>
  (set, get) => ({
    pairs: [],
    searchingFor: null,
    preview: null,
    async load() {
      const reply = await client.call('vendor.lookAlikes')
      if (reply.ok) set({ pairs: reply.value.pairs })
    },
    search: searchingFor => set({ searchingFor, preview: null }),
    async ask(vendorId, intoId) {
      const reply = await client.call('vendor.previewMerge', { vendorId, intoId })
      if (reply.ok) set({ preview: reply.value, searchingFor: null })
      else notifyError(reply.error)
    },
    async turnRound() {
      const { preview } = get()
      if (preview) await get().ask(preview.into.id, preview.from.id)
    },
    close: () => set({ preview: null, searchingFor: null }),
  })

export const useMerge = create<MergeSlice>()(createMergeSlice(engine))
