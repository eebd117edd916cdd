import { create, type StateCreator } from 'zustand'
import type { NetworkStatus } from '../../../shared/network'
import { engine, type Client } from '../engine-client'
import { notifyError } from '../parts/toasts'

export interface NetworkSlice extends NetworkStatus {
  load(): Promise<void>
  /** Puts the air gap on or takes it off. */
  setClosed(isClosed: boolean): Promise<void>
}

const nothingWaits = { bills: 0, archive: 0, questions: 0 }

/** Whether the air gap is on, and what waits for it to go off. */
export const createNetworkSlice =
  (client: Client): StateCreator<NetworkSlice> =>
  set => ({
    isClosed: false,
    waiting: nothingWaits,
    async load() {
      const reply = await client.call('network.status')
      if (reply.ok) set(reply.value)
    },
    async setClosed(isClosed) {
      const reply = await client.call(isClosed ? 'network.close' : 'network.open')
      if (reply.ok) set(reply.value)
      else notifyError(reply.error)
    },
  })

export const useNetwork = create<NetworkSlice>()(createNetworkSlice(engine))

/** How many pieces of work wait for the network. */
export function waitingInAll({ waiting }: Pick<NetworkStatus, 'waiting'>): number {
  return waiting.bills + waiting.archive + waiting.questions
}
