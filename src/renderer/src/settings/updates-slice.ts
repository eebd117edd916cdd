import { create, type StateCreator } from 'zustand'
import type { UpdateView, UpdateWish } from '../../../shared/update'
import { engine, type Client } from '../engine-client'
import { notifyError } from '../parts/toasts'

export interface UpdatesSlice {
  /** Null until main has answered once. */
  readonly updates: UpdateView | null
  show(updates: UpdateView): void
  wish(wish: UpdateWish): Promise<void>
}

/** Updates as main tells of them; what is going on comes as events. */
export const createUpdatesSlice =
  (client: Client): StateCreator<UpdatesSlice> =>
  set => ({
    updates: null,
    show: updates => set({ updates }),
    async wish(wish) {
      const reply = await client.updates(wish)
      if (reply.ok) set({ updates: reply.value })
      else notifyError(reply.error)
    },
  })

export const useUpdates = create<UpdatesSlice>()(createUpdatesSlice(engine))
