import type { SyncPoint } from './sync/checkpoint'

/**
 * The moments between which a dying engine could leave work half done. Nothing happens at them in the product; the tests
 * of durability end the process there and let another one go on. A commit is told apart from others by who asked for it.
 */
export type CrashPoint =
  | 'commit.before'
  | 'commit.after'
  | 'original.written'
  | 'original.named'
  | 'original.kept'
  | 'journal_head.written'
  | 'journal_head.named'
  | 'journal_head.kept'
  | 'tags.before'
  | 'tags.after'
  | 'migration.copy_written'
  | 'migration.copy_named'
  | 'migration.copy_kept'
  | 'migration.step_done'
  | 'migration.committed'
  | 'checkpoint.before'
  | 'checkpoint.after'
  | 'backup.before'
  | 'backup.store_copied'
  | 'backup.originals_copied'
  | 'backup.manifest_written'
  | 'backup.named'
  | 'backup.kept'
  | 'restore.staged'
  | 'restore.set_aside'
  | 'restore.named'
  | 'vault.store_copied'
  | 'vault.store_sealed'
  | 'vault.originals_sealed'
  | 'vault.staged'
  | 'vault.set_aside'
  | 'vault.named'
  | 'vault.cleared'
  | 'source.before'
  | 'source.after'
  | `ledger.${SyncPoint}`

/** Told whenever a moment is reached; what it throws, or never comes back from, happens to the work at that moment. */
export type Reach = (point: CrashPoint) => void

export const reachNothing: Reach = () => undefined
