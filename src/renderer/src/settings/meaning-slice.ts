import { create, type StateCreator } from 'zustand'
import type { MeaningModelView } from '../../../shared/meaning'
import { engine, type Client } from '../engine-client'
import { notifyError } from '../parts/toasts'

export interface MeaningSlice {
  /** Null until the engine has answered once. */
  readonly view: MeaningModelView | null
  load(): Promise<void>
  /** Has the person choose a folder in the system's dialog; false when none was chosen or it was refused. */
  choose(): Promise<boolean>
  forget(): Promise<void>
}

/** The optional language model of coding, as the engine holds it. */
export const createMeaningSlice =
  (client: Client): StateCreator<MeaningSlice> =>
  (set, get) => ({
    view: null,
    async load() {
      const reply = await client.call('meaning.get')
      if (reply.ok) set({ view: reply.value })
    },
    async choose() {
      const reply = await client.chooseFolder('meaning')
      if (!reply.ok) notifyError(reply.error)
      await get().load()
      return reply.ok && reply.value.isChosen
    },
    async forget() {
      const reply = await client.call('meaning.forget')
      if (!reply.ok) notifyError(reply.error)
      await get().load()
    },
  })

export const useMeaning = create<MeaningSlice>()(createMeaningSlice(engine))
