import { z } from 'zod'
import { ReadyFile } from '../activity'
import { BackupName } from '../backup'
import { TypedPassphrase } from '../rights'
import { NewRecoveryKey, VaultPassphrase, VaultSecret, VaultStatus } from '../vault'
import { nothing, text } from './parts'

/** Books encrypted with a passphrase. */
export const vaultCalls = {
  'vault.status': { input: nothing, output: VaultStatus },
  /** Prepares a vault: nothing is changed before the drill. */
  'vault.begin': { input: z.object({ passphrase: VaultPassphrase }), output: NewRecoveryKey },
  'vault.renewRecoveryKey': { input: z.object({ passphrase: TypedPassphrase }), output: NewRecoveryKey },
  /** The recovery key that waits for its drill, as a page to be saved and printed. */
  'vault.recoveryPage': { input: nothing, output: ReadyFile },
  /** The recovery key, typed back: only now everything is put into the vault, or the key before it opens nothing any more. */
  'vault.drill': { input: z.object({ recoveryKey: text(200) }), output: VaultStatus },
  /** Nothing was prepared; locked books are as locked as they were before somebody opened a backup of theirs. */
  'vault.cancel': { input: nothing, output: VaultStatus },
  'vault.unlock': { input: VaultSecret, output: VaultStatus },
  /** Lets a backup be looked into and restored: by its own secret, or by that of the books it is put in place of. */
  'vault.unlockBackup': {
    input: VaultSecret.extend({ name: BackupName, of: z.enum(['backup', 'books']).default('backup') }),
    output: z.object({}),
  },
  /** Proven by the passphrase so far or by the recovery key; may be said while the vault is locked. */
  'vault.changePassphrase': {
    input: z.object({ proof: VaultSecret, passphrase: VaultPassphrase }),
    output: VaultStatus,
  },
  'vault.leave': { input: z.object({ passphrase: TypedPassphrase }), output: VaultStatus },
  'vault.removePlainCopies': { input: nothing, output: VaultStatus },
}
