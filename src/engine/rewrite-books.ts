import { dirname } from 'node:path'
import type { BackupRunning } from '../shared/backup'
import type { EpochMs } from '../shared/ids'
import type { VaultStatus } from '../shared/vault'
import type { FoundBackup } from './backup/places'
import type { RestoreKeys } from './backup/received-since'
import type { Restored } from './backup/restore-backup'
import { exchangeOf, type Vouching } from './backup/restore-rights'
import type { Company } from './company'
import type { CompanyKey } from './company-folders'
import type { BooksParts } from './open-books'
import { sittingActor } from './people/sitting'
import type { ResealTask } from './vault/reseal'

/** What happens to a company's books as a whole: they are closed for it, and opened again afterwards. */
export interface BooksRewriting {
  /** Puts books back as a backup holds them, also when the ones that are there cannot be opened. */
  restore(backup: FoundBackup): Promise<Restored>
  /** What a restore needs to read both sides. @throws AppError `vault_locked`, `app_locked` */
  restoreKeys(backup: FoundBackup): Required<RestoreKeys>
  /** How far a restore is; null while none is under way. */
  restoring(): BackupRunning | null
  /** Puts the open books into a vault, or takes them out of theirs. @throws AppError what `resealBooks` throws */
  reseal(to: ResealTask['to']): Promise<void>
  /** How far that is; null while none is under way. */
  resealing(): VaultStatus['running']
}

interface RewritingParts extends Omit<BooksParts, 'network'> {
  company(): Company
  companyIfOpen(): Company | null
  closeCurrent(): Promise<void>
  open(key: CompanyKey): void
  /** Books that do not open are told about, and no failure of what was done to them. */
  tryToOpen(key: CompanyKey): void
}

/** One at a time: whoever calls sees to that. */
export function createRewriting(parts: RewritingParts): BooksRewriting {
  const { host, runBackupTask, keyring, restoreRights, announce, companyIfOpen, closeCurrent } = parts
  let restoring: BackupRunning | null = null
  let resealing: VaultStatus['running'] = null

  /** Whoever sits at open books has the right already. @throws AppError `app_locked`, `vault_locked` */
  function vouchingFor(backup: FoundBackup): Vouching {
    const company = companyIfOpen()
    return company ? sittingActor(company.store.db) : restoreRights.require(exchangeOf(host.dataFolder, backup))
  }

  function restoreKeys(backup: FoundBackup): Required<RestoreKeys> {
    vouchingFor(backup)
    return restoreRights.keysFor(exchangeOf(host.dataFolder, backup))
  }

  return {
    restoreKeys,
    restoring: () => restoring,
    resealing: () => resealing,

    async restore(backup) {
      const key = backup.manifest.company
      const actor = vouchingFor(backup)
      const keys = restoreKeys(backup)
      const tell = (now: BackupRunning | null) => {
        restoring = now
        announce('backup.changed', {})
      }
      tell({ task: 'restore', stage: 'check', bytes: 0, of: 1 })
      try {
        await closeCurrent()
        const { folder } = backup
        const where = { folder, shelf: dirname(folder), dataFolder: host.dataFolder }
        const input = { ...where, at: host.now() as EpochMs, actor, ...keys }
        const restored = await runBackupTask('restore', input, progress => tell({ task: 'restore', ...progress }))
        parts.open(key)
        return restored
      } catch (thrown) {
        // The books that were there are there still; where they could not be opened before, that is no news.
        if (!companyIfOpen()) parts.tryToOpen(key)
        throw thrown
      } finally {
        tell(null)
      }
    },

    async reseal(to) {
      const { key, store } = parts.company()
      const task = to === null ? 'unseal' : 'seal'
      const tell = (now: VaultStatus['running']) => {
        resealing = now
        announce('vault.changed', {})
      }
      tell({ task, stage: 'store', bytes: 0, of: 1 })
      try {
        await closeCurrent()
        const input = { dataFolder: host.dataFolder, company: key, from: store.key, to, at: host.now() as EpochMs }
        await runBackupTask('reseal', input, progress => tell({ task, ...progress }))
        if (to !== null) keyring.hold(to.key)
      } finally {
        // Whatever became of it, one whole set of books stands there.
        parts.tryToOpen(key)
        tell(null)
      }
    },
  }
}
