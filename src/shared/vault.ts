import { z } from 'zod'
import { BackupProgress } from './backup'

/** What opens a vault: the passphrase somebody knows, or the recovery key that was printed. */
export const VaultSecret = z.object({
  kind: z.enum(['passphrase', 'recovery']),
  secret: z.string().min(1).max(200),
})
export type VaultSecret = z.infer<typeof VaultSecret>

/** Who has the disk can try as fast as their machines go: longer than one that is only asked for here. */
export const shortestVaultPassphrase = 12
export const VaultPassphrase = z.string().min(shortestVaultPassphrase).max(200)

/** Whether the books lie in a vault, and what of them does not. */
export const VaultStatus = z.object({
  isOn: z.boolean(),
  /** True until somebody opens it: no other question is answered then. */
  isLocked: z.boolean(),
  /** A recovery key was made and has not been typed back yet: nothing was changed so far. */
  awaitsDrill: z.boolean(),
  /** How far putting everything into the vault, or out of it, is. */
  running: BackupProgress.extend({ task: z.enum(['seal', 'unseal']) }).nullable(),
  /** What lies outside of the vault though the books are in it. */
  plain: z.object({
    backups: z.number().int(),
    /** Books that a restore set aside. */
    setAside: z.number().int(),
  }),
})
export type VaultStatus = z.infer<typeof VaultStatus>

/** A new recovery key, told once. */
export const NewRecoveryKey = z.object({ recoveryKey: z.string() })
export type NewRecoveryKey = z.infer<typeof NewRecoveryKey>
