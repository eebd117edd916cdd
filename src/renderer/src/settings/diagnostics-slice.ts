import { create, type StateCreator } from 'zustand'
import type { Diagnostics } from '../../../shared/diagnostics'
import { saveReadyFile } from '../activity/save-ready-file'
import { engine, type Client } from '../engine-client'
import { notifyError } from '../parts/toasts'

export interface DiagnosticsSlice {
  /** What is shown to be read; null while nothing is. */
  readonly diagnostics: Diagnostics | null
  readonly isCollecting: boolean
  /** Puts together what could be handed on, and shows it. */
  collect(): Promise<void>
  save(): Promise<void>
  close(): void
}

export const createDiagnosticsSlice =
  (client: Client): StateCreator<DiagnosticsSlice> =>
  (set, get) => ({
    diagnostics: null,
    isCollecting: false,
    async collect() {
      set({ isCollecting: true })
      const reply = await client.call('diagnostics.collect')
      set({ isCollecting: false, ...(reply.ok && { diagnostics: reply.value }) })
      if (!reply.ok) notifyError(reply.error)
    },
    async save() {
      const { diagnostics } = get()
      if (!diagnostics) return
      await saveReadyFile(client, diagnostics.zip)
      get().close()
    },
    close: () => set({ diagnostics: null }),
  })

export const useDiagnostics = create<DiagnosticsSlice>()(createDiagnosticsSlice(engine))
