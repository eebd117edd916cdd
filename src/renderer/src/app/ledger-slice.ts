import type { DocumentId } from '../../../shared/ids'
import { create, type StateCreator } from 'zustand'
import type { LedgerStatus } from '../../../shared/ledger'
import type { ErrorData } from '../../../shared/result'
import { engine, type Client } from '../engine-client'
import { notifyError } from '../parts/toasts'

export interface LedgerSlice {
  readonly ledger: LedgerStatus
  readonly isConnecting: boolean
  /** Why the last attempt to connect failed; shown beside the form. */
  readonly connectError: ErrorData | null
  load(): Promise<void>
  /** Tests the address and the key, and keeps them when both are right. The key is not kept on this side. */
  connect(url: string, apiKey: string): Promise<boolean>
  disconnect(): Promise<void>
  sync(): Promise<void>
  /** Has the draft deleted in the ledger that a refused bill left there. */
  deleteDraft(documentId: DocumentId): Promise<void>
}

const offline: LedgerStatus = {
  connected: false,
  url: null,
  organization: null,
  baseCurrency: null,
  lastSyncAt: null,
  nextSyncAt: null,
  waiting: 0,
  failed: 0,
  lastError: null,
}

/** The connection to the ledger, as the engine reports it. */
export const createLedgerSlice =
  (client: Client): StateCreator<LedgerSlice> =>
  set => ({
    ledger: offline,
    isConnecting: false,
    connectError: null,
    async load() {
      const reply = await client.call('ledger.status')
      if (reply.ok) set({ ledger: reply.value })
    },
    async connect(url, apiKey) {
      set({ isConnecting: true, connectError: null })
      const reply = await client.call('ledger.connect', { url, apiKey })
      if (reply.ok) set({ isConnecting: false, ledger: reply.value })
      else set({ isConnecting: false, connectError: reply.error })
      return reply.ok
    },
    async disconnect() {
      const reply = await client.call('ledger.disconnect')
      if (reply.ok) set({ ledger: reply.value, connectError: null })
      else notifyError(reply.error)
    },
    async deleteDraft(documentId) {
      const reply = await client.call('ledger.deleteDraft', { documentId })
      if (!reply.ok) notifyError(reply.error)
    },
    async sync() {
      const reply = await client.call('ledger.sync')
      if (reply.ok) set({ ledger: reply.value })
      else notifyError(reply.error)
    },
  })

export const useLedger = create<LedgerSlice>()(createLedgerSlice(engine))
