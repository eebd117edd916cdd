import { AppError } from '../../shared/result'
import type { VaultSecret } from '../../shared/vault'
import type { TriesKept } from '../people/wrong-tries'
import { idOf, type BooksKey } from '../store/books-key'
import { readRecoveryKey } from './recovery-key'
import { readVaultFile, unwrap, type VaultFile } from './vault-file'

/** Keys of vaults that were opened since the engine started; nowhere but in its memory. */
export interface Keyring {
  /**
   * What the books (or the backup) in a folder are opened with; null where they lie in no vault.
   * @throws AppError `vault_locked`, `vault_unreadable`
   */
  keyOf(folder: string): BooksKey | null
  /**
   * Opens a vault, and with it everything else that is sealed with the same key.
   * @throws AppError `vault_secret_wrong`, `recovery_key_mistyped`, `vault_wait` (params `seconds`)
   */
  open(file: VaultFile, secret: VaultSecret): Promise<BooksKey>
  hold(key: BooksKey): void
  /** From now on every vault wants its secret again. */
  forget(): void
}

export function createKeyring(tries: TriesKept): Keyring {
  const keys = new Map<string, BooksKey>()

  return {
    keyOf(folder) {
      const file = readVaultFile(folder)
      if (file === null) return null
      const key = keys.get(file.keyId)
      if (!key) throw new AppError('vault_locked', {}, 'user')
      return key
    },
    async open(file, secret) {
      // A slip of the finger on a long key is no guess.
      if (secret.kind === 'recovery') readRecoveryKey(secret.secret)
      tries.count('vault', 'vault_wait')
      const key = await unwrap(file, secret)
      tries.forget('vault')
      keys.set(idOf(key), key)
      return key
    },
    hold: key => void keys.set(idOf(key), key),
    forget() {
      for (const key of keys.values()) key.fill(0)
      keys.clear()
    },
  }
}
