import { create, type StateCreator } from 'zustand'
import type { Input } from '../../../shared/contract'
import type { ErrorData, Reply } from '../../../shared/result'
import type { VaultSecret, VaultStatus } from '../../../shared/vault'
import { saveReadyFile } from '../activity/save-ready-file'
import { engine, type Client } from '../engine-client'
import { notify, notifyError } from '../parts/toasts'

/** Entered, its recovery key renewed, or left. */
export type VaultOutcome = 'begin' | 'renew' | 'leave'

export interface VaultSlice {
  /** Null until the engine has answered once. */
  readonly status: VaultStatus | null
  /** Told once, while it is being written down; null otherwise. */
  readonly recoveryKey: string | null
  /**
   * What the vault's last task came to, until somebody has read it. Books that change places are opened anew: where people
   * sign in, the lock covers the window before its dialog could say so.
   */
  readonly outcome: VaultOutcome | null
  load(): Promise<void>
  /** @returns why not; null when the recovery key is there to be written down */
  begin(passphrase: string): Promise<ErrorData | null>
  renew(passphrase: string): Promise<ErrorData | null>
  savePage(): Promise<void>
  /** @returns why not; null when the vault is entered, or its new recovery key in force */
  drill(recoveryKey: string): Promise<ErrorData | null>
  cancel(): Promise<void>
  unlock(secret: VaultSecret): Promise<ErrorData | null>
  changePassphrase(input: Input<'vault.changePassphrase'>): Promise<ErrorData | null>
  leave(passphrase: string): Promise<ErrorData | null>
  removePlainCopies(): Promise<void>
}

/** The company's vault. The engine keeps the keys; what is typed here goes there and is forgotten. */
export const createVaultSlice =
  (client: Client): StateCreator<VaultSlice> =>
  (set, get) => {
    function show(reply: Reply<VaultStatus>): ErrorData | null {
      if (!reply.ok) return reply.error
      set({ status: reply.value })
      return null
    }
    function showKey(reply: Reply<{ recoveryKey: string }>): ErrorData | null {
      if (!reply.ok) return reply.error
      set({ recoveryKey: reply.value.recoveryKey })
      return null
    }
    return {
      status: null,
      recoveryKey: null,
      outcome: null,
      async load() {
        show(await client.call('vault.status'))
      },
      begin: async passphrase => showKey(await client.call('vault.begin', { passphrase })),
      renew: async passphrase => showKey(await client.call('vault.renewRecoveryKey', { passphrase })),
      async savePage() {
        const reply = await client.call('vault.recoveryPage')
        if (reply.ok) await saveReadyFile(client, reply.value)
        else notifyError(reply.error)
      },
      async drill(recoveryKey) {
        const task = get().status?.isOn ? 'renew' : 'begin'
        const refused = show(await client.call('vault.drill', { recoveryKey }))
        if (!refused) set({ outcome: task })
        return refused
      },
      async cancel() {
        set({ recoveryKey: null })
        show(await client.call('vault.cancel'))
      },
      unlock: async secret => show(await client.call('vault.unlock', secret)),
      async changePassphrase(input) {
        const refused = show(await client.call('vault.changePassphrase', input))
        if (!refused) notify({ text: ({ t }) => t('vault.passphrase.changed'), tone: 'good' })
        return refused
      },
      async leave(passphrase) {
        const refused = show(await client.call('vault.leave', { passphrase }))
        if (!refused) set({ outcome: 'leave' })
        return refused
      },
      async removePlainCopies() {
        const error = show(await client.call('vault.removePlainCopies'))
        if (error) notifyError(error)
      },
    }
  }

export const useVault = create<VaultSlice>()(createVaultSlice(engine))
