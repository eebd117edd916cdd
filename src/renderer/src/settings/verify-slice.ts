import { create, type StateCreator } from 'zustand'
import type { Output } from '../../../shared/contract'
import type { ErrorData } from '../../../shared/result'
import { isConserved } from '../app/conservation'
import { engine, type Client } from '../engine-client'

export type Verification = Output<'store.verify'>

export interface VerifySlice {
  readonly isRunning: boolean
  readonly result: Verification | null
  readonly error: ErrorData | null
  run(): Promise<void>
}

/** The store's examination and its result. */
export const createVerifySlice =
  (client: Client): StateCreator<VerifySlice> =>
  (set, get) => ({
    isRunning: false,
    result: null,
    error: null,
    async run() {
      if (get().isRunning) return
      set({ isRunning: true, error: null })
      const reply = await client.call('store.verify')
      if (reply.ok) set({ isRunning: false, result: reply.value })
      else set({ isRunning: false, error: reply.error, result: null })
    },
  })

export const useVerify = create<VerifySlice>()(createVerifySlice(engine))

/** Nothing lost, nothing damaged, nothing stuck. */
export function isInOrder(result: Verification): boolean {
  return (
    isConserved(result.conservation) &&
    result.journalIntact &&
    result.databaseIntact &&
    result.stuckJobs === 0 &&
    result.originalsDamaged.length === 0
  )
}
