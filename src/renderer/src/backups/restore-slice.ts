import { create, type StateCreator } from 'zustand'
import type { RestorePreview, RestoreResult } from '../../../shared/backup'
import type { ErrorData } from '../../../shared/result'
import type { VaultSecret } from '../../../shared/vault'
import { engine, type Client } from '../engine-client'

export interface RestoreSlice {
  /** `choose` a backup, see what it means and `confirm`, wait while it is `working`, read what was `done`. */
  readonly step: 'choose' | 'confirm' | 'working' | 'done'
  /** Whether the dialog is open, or the window given over to recovery. */
  readonly isOpen: boolean
  readonly preview: RestorePreview | null
  readonly result: RestoreResult | null
  readonly error: ErrorData | null
  /** The backup that was chosen and is sealed with a key that nobody opened yet. */
  readonly sealed: string | null
  open(): void
  /** Nothing is closed while books are being put back. */
  close(): void
  choose(name: string): Promise<void>
  back(): void
  /** Opens the sealed backup that was chosen. @returns why not */
  unlock(secret: VaultSecret): Promise<ErrorData | null>
  restore(): Promise<void>
}

/** The way from a choice of backups to books that were put back. */
export const createRestoreSlice =
  (client: Client): StateCreator<RestoreSlice> =>
  (set, get) => ({
    step: 'choose',
    isOpen: false,
    preview: null,
    result: null,
    error: null,
    sealed: null,
    open: () => set({ isOpen: true, step: 'choose', preview: null, result: null, error: null, sealed: null }),
    close() {
      if (get().step !== 'working') set({ isOpen: false, step: 'choose' })
    },
    async choose(name) {
      const reply = await client.call('backup.preview', { name })
      if (reply.ok) set({ step: 'confirm', preview: reply.value, error: null, sealed: null })
      else if (reply.error.code === 'vault_locked') set({ sealed: name, error: null })
      else set({ error: reply.error, sealed: null })
    },
    back: () => set({ step: 'choose', preview: null, error: null, sealed: null }),
    async unlock(secret) {
      const { sealed } = get()
      if (sealed === null) return null
      const reply = await client.call('vault.unlockBackup', { name: sealed, ...secret })
      if (!reply.ok) return reply.error
      await get().choose(sealed)
      return null
    },
    async restore() {
      const { preview, step } = get()
      if (!preview || step === 'working') return
      set({ step: 'working', error: null })
      const reply = await client.call('backup.restore', { name: preview.backup.name })
      if (reply.ok) set({ step: 'done', result: reply.value })
      else set({ step: 'confirm', error: reply.error })
    },
  })

export const useRestore = create<RestoreSlice>()(createRestoreSlice(engine))
