import { AppError } from '../../shared/result'
import type { VaultSecret } from '../../shared/vault'
import { waitAfter } from '../people/passphrases'
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

/** @param now epoch milliseconds */
export function createKeyring(now: () => number): Keyring {
  const keys = new Map<string, BooksKey>()
  let attempts = 0
  let waitUntil = 0

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
      const waitMs = waitUntil - now()
      if (waitMs > 0) throw new AppError('vault_wait', { seconds: Math.ceil(waitMs / 1000) }, 'later')
      // Counted before it is compared, so that many at once gain nothing.
      attempts += 1
      waitUntil = now() + waitAfter(attempts)
      const key = await unwrap(file, secret)
      attempts = 0
      waitUntil = 0
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
