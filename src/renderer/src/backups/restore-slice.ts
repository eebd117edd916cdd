import { create, type StateCreator } from 'zustand'
import type { RestorePreview, RestoreResult, Restorers } from '../../../shared/backup'
import type { PersonId } from '../../../shared/ids'
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
  /** The backup that was chosen, and whose secret is wanted first: its own, or that of the books it would replace. */
  readonly sealed: { readonly name: string; readonly of: 'backup' | 'books' } | null
  /** The backup that was chosen, and the administrators of whom one must sign in first. */
  readonly awaiting: ({ readonly name: string } & Restorers) | null
  open(): void
  /** Nothing is closed while books are being put back. */
  close(): void
  choose(name: string): Promise<void>
  back(): void
  /** Opens what is sealed. @returns why not */
  unlock(secret: VaultSecret): Promise<ErrorData | null>
  /** An administrator says that the books are to be put back. @returns why not */
  signIn(personId: PersonId, passphrase: string): Promise<ErrorData | null>
  restore(): Promise<void>
}

const nothingChosen = { preview: null, result: null, error: null, sealed: null, awaiting: null } as const

/** The way from a choice of backups to books that were put back. */
export const createRestoreSlice =
  (client: Client): StateCreator<RestoreSlice> =>
  (set, get) => ({
    step: 'choose',
    isOpen: false,
    ...nothingChosen,
    open: () => set({ isOpen: true, step: 'choose', ...nothingChosen }),
    close() {
      if (get().step !== 'working') set({ isOpen: false, step: 'choose' })
    },
    async choose(name) {
      const reply = await client.call('backup.preview', { name })
      if (reply.ok) return set({ ...nothingChosen, step: 'confirm', preview: reply.value })
      const { code, params } = reply.error
      if (code === 'vault_locked') {
        return set({ ...nothingChosen, sealed: { name, of: params['of'] === 'books' ? 'books' : 'backup' } })
      }
      const restorers = code === 'app_locked' ? await client.call('backup.restorers', { name }) : null
      if (restorers?.ok) set({ ...nothingChosen, awaiting: { name, ...restorers.value } })
      else set({ ...nothingChosen, error: reply.error })
    },
    back: () => set({ step: 'choose', ...nothingChosen }),
    async unlock(secret) {
      const { sealed } = get()
      if (sealed === null) return null
      const reply = await client.call('vault.unlockBackup', { ...sealed, ...secret })
      if (!reply.ok) return reply.error
      await get().choose(sealed.name)
      return null
    },
    async signIn(personId, passphrase) {
      const { awaiting } = get()
      if (awaiting === null) return null
      const { name } = awaiting
      const reply = await client.call('backup.signIn', { name, personId, passphrase })
      if (!reply.ok) return reply.error
      await get().choose(name)
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
