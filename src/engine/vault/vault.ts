import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../shared/result'
import type { VaultSecret } from '../../shared/vault'
import type { BooksKey } from '../store/books-key'
import type { Keyring } from './keyring'
import { newRecoveryKey, readRecoveryKey, recoveryKeyBytes } from './recovery-key'
import {
  newBooksKey,
  newVaultFile,
  readVaultFile,
  rewrapped,
  unwrap,
  vaultFileName,
  writeVaultFile,
  type RandomBytes,
  type VaultFile,
} from './vault-file'

/** A vault that was prepared and not put in force: its recovery key has not been typed back yet. */
interface Prepared {
  readonly folder: string
  readonly key: BooksKey
  readonly file: VaultFile
  readonly recoveryKey: string
  readonly isNew: boolean
}

/** One company's vault as somebody sets it up and changes it; what is done to the books is the caller's. */
export interface VaultSetup {
  /**
   * Prepares a vault; nothing is written.
   * @returns the recovery key, told this once
   * @throws AppError `vault_exists`
   */
  begin(folder: string, passphrase: string): Promise<string>
  /**
   * Prepares another recovery key for a vault; the one before opens it until the drill.
   * @throws AppError what {@link Keyring.open} throws
   */
  renew(folder: string, passphrase: string): Promise<string>
  /**
   * The drill: opens what was prepared with the recovery key as somebody typed it from paper.
   *
   * @returns the vault to be entered; null when it was the key of one that is in force, which is renewed now
   * @throws AppError `recovery_key_mistyped`, `vault_secret_wrong`, `vault_not_prepared`
   */
  drill(folder: string, typed: string): Promise<{ readonly key: BooksKey; readonly file: VaultFile } | null>
  awaitsDrill(folder: string): boolean
  /** The key that waits for its drill, to be printed. @throws AppError `vault_not_prepared` */
  recoveryKey(folder: string): string
  /** Nothing was prepared. */
  cancel(): void
}

export function createVaultSetup(keyring: Keyring, random: RandomBytes = randomBytes): VaultSetup {
  let prepared: Prepared | null = null

  function requirePrepared(folder: string): Prepared {
    if (prepared?.folder !== folder) throw new AppError('vault_not_prepared', {}, 'user')
    return prepared
  }

  return {
    async begin(folder, passphrase) {
      if (readVaultFile(folder) !== null) throw new AppError('vault_exists', {}, 'never')
      const key = newBooksKey(random)
      const recovery = newRecoveryKey(random(recoveryKeyBytes))
      const file = await newVaultFile(key, { passphrase, recovery }, random)
      prepared = { folder, key, file, recoveryKey: recovery, isNew: true }
      return recovery
    },
    async renew(folder, passphrase) {
      const file = requireVault(folder)
      const key = await keyring.open(file, { kind: 'passphrase', secret: passphrase })
      const recovery = newRecoveryKey(random(recoveryKeyBytes))
      const renewed = await rewrapped(file, key, { kind: 'recovery', secret: recovery }, random)
      prepared = { folder, key, file: renewed, recoveryKey: recovery, isNew: false }
      return recovery
    },
    async drill(folder, typed) {
      const wanted = requirePrepared(folder)
      readRecoveryKey(typed)
      const key = await unwrap(wanted.file, { kind: 'recovery', secret: typed })
      if (prepared !== wanted) throw new AppError('vault_not_prepared', {}, 'user')
      prepared = null
      if (wanted.isNew) return { key, file: wanted.file }
      writeVaultFile(folder, wanted.file)
      return null
    },
    recoveryKey: folder => requirePrepared(folder).recoveryKey,
    awaitsDrill: folder => prepared?.folder === folder,
    cancel() {
      prepared = null
    },
  }
}

/**
 * Gives a vault another passphrase, proven by the one so far or, where that was forgotten, by the recovery key.
 *
 * @throws AppError what {@link Keyring.open} throws
 */
export async function changePassphrase(
  folder: string,
  keyring: Keyring,
  proof: VaultSecret,
  passphrase: string,
  random: RandomBytes = randomBytes,
): Promise<void> {
  const file = requireVault(folder)
  const key = await keyring.open(file, proof)
  writeVaultFile(folder, await rewrapped(file, key, { kind: 'passphrase', secret: passphrase }, random))
}

/** @throws AppError `vault_missing` */
export function requireVault(folder: string): VaultFile {
  const file = readVaultFile(folder)
  if (file === null) throw new AppError('vault_missing', {}, 'never')
  return file
}

export function hasVault(folder: string): boolean {
  return existsSync(join(folder, vaultFileName))
}
