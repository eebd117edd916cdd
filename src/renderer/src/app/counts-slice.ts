import { create, type StateCreator } from 'zustand'
import { InboxTab } from '../../../shared/inbox'
import { type ConservationView, type ProgressView } from '../../../shared/document-counts'
import { DocumentState } from '../../../shared/document'
import { engine, type Client } from '../engine-client'
import { notifyError } from '../parts/toasts'

export interface CountsSlice {
  readonly tabs: Readonly<Record<InboxTab, number>>
  readonly conservation: ConservationView
  readonly progress: ProgressView
  /** Held past their day, or with an issue past its time limit. */
  readonly overdue: number
  /** Waiting for a word of whoever sits here. */
  readonly asked: number
  readonly isLoaded: boolean
  load(): Promise<void>
  setPaused(paused: boolean): Promise<void>
}

const noCounts = {
  tabs: Object.fromEntries(InboxTab.options.map(tab => [tab, 0])) as Record<InboxTab, number>,
  conservation: {
    received: 0,
    byState: Object.fromEntries(DocumentState.options.map(state => [state, 0])) as Record<DocumentState, number>,
    isBalanced: true,
  },
  progress: { waiting: 0, running: 0, done: 0, of: 0, rate: null, isPaused: false },
  overdue: 0,
  asked: 0,
}

/** How many documents are where, and how far reading is. */
export const createCountsSlice =
  (client: Client): StateCreator<CountsSlice> =>
  set => ({
    ...noCounts,
    isLoaded: false,
    async load() {
      const reply = await client.call('document.counts')
      if (reply.ok) set({ ...reply.value, isLoaded: true })
    },
    async setPaused(paused) {
      const reply = await client.call('queue.pause', { paused })
      if (reply.ok) set({ progress: reply.value })
      else notifyError(reply.error)
    },
  })

export const useCounts = create<CountsSlice>()(createCountsSlice(engine))
