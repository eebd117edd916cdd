import { create, type StateCreator } from 'zustand'
import type { Departure, Recipient, RecipientTotal } from '../../../shared/departure'
import { engine, type Client } from '../engine-client'
import { notifyError } from '../parts/toasts'

export interface DeparturesSlice {
  /** Null until the engine has answered once. */
  readonly recipients: readonly RecipientTotal[] | null
  /** Whose list is shown; null for everybody's. */
  readonly chosen: Recipient | null
  readonly departures: readonly Departure[]
  /** Key of the next page; null after the last. */
  readonly next: string | null
  load(): Promise<void>
  choose(recipient: Recipient | null): Promise<void>
  loadMore(): Promise<void>
}

/** What left this machine: to whom how much, and the list of one recipient or of all. */
export const createDeparturesSlice =
  (client: Client): StateCreator<DeparturesSlice> =>
  (set, get) => ({
    recipients: null,
    chosen: null,
    departures: [],
    next: null,
    async load() {
      const reply = await client.call('privacy.recipients')
      if (!reply.ok) return
      set({ recipients: reply.value.recipients })
      await get().choose(get().chosen)
    },
    async choose(recipient) {
      const reply = await client.call('privacy.departures', { recipient })
      if (reply.ok) set({ chosen: recipient, departures: reply.value.departures, next: reply.value.next })
      else notifyError(reply.error)
    },
    async loadMore() {
      const { chosen: recipient, next: after, departures } = get()
      if (after === null) return
      const reply = await client.call('privacy.departures', { recipient, after })
      if (reply.ok) set({ departures: [...departures, ...reply.value.departures], next: reply.value.next })
      else notifyError(reply.error)
    },
  })

export const useDepartures = create<DeparturesSlice>()(createDeparturesSlice(engine))
