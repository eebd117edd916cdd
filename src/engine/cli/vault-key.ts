import { AppError } from '../../shared/result'
import type { VaultSecret } from '../../shared/vault'
import { readKeyFile } from '../key-file'
import type { BooksKey } from '../store/books-key'
import { readRecoveryKey } from '../vault/recovery-key'
import { readVaultFile, unwrap } from '../vault/vault-file'
import type { CommonOptions, Terminal } from './terminal'

/**
 * What the person says to open a vault: from a file (`/dev/fd/3` for a descriptor), the environment, or typed. Never from
 * the command line, which everybody on the machine can read.
 *
 * @throws AppError `vault_locked` when nothing is said
 */
export async function askForSecret(terminal: Terminal, { vaultPassphraseFile }: CommonOptions): Promise<VaultSecret> {
  const said =
    vaultPassphraseFile === undefined
      ? (terminal.vaultPassphrase ?? (await terminal.askSecret?.('Passphrase or recovery key: ')))
      : readKeyFile(vaultPassphraseFile)
  if (!said) throw new AppError('vault_locked', {}, 'user')
  return { kind: isRecoveryKey(said) ? 'recovery' : 'passphrase', secret: said }
}

/**
 * What books, or a backup, in a folder are opened with, for commands that ask no engine; null where they lie in no vault.
 *
 * @throws AppError `vault_locked`, `vault_secret_wrong`, `vault_unreadable`
 */
export async function keyOfFolder(
  terminal: Terminal,
  options: CommonOptions,
  folder: string,
): Promise<BooksKey | null> {
  const file = readVaultFile(folder)
  return file === null ? null : unwrap(file, await askForSecret(terminal, options))
}

/** A recovery key has a check of its own; no passphrase looks like one by chance. */
function isRecoveryKey(said: string): boolean {
  try {
    return readRecoveryKey(said) !== ''
  } catch (thrown) {
    if (thrown instanceof AppError) return false
    throw thrown
  }
}
