import { basename } from 'node:path'
import type { Handlers } from '../../shared/contract'
import { backupNamed, statusOf, viewOf } from '../backup/backups'
import { forgetBackupFolder, shelfOf, backupFolder } from '../backup/places'
import { restorePreview } from '../backup/restore-backup'
import type { EngineCore } from '../engine'
import { sittingActor } from '../people/sitting'

type Names =
  'backup.status' | 'backup.make' | 'backup.check' | 'backup.forgetFolder' | 'backup.preview' | 'backup.restore'

export function backupHandlers(core: EngineCore): Pick<Handlers, Names> {
  const { dataFolder } = core.host
  const named = (name: string) => backupNamed(dataFolder, core.companyKey(), name)
  const status = () => (core.isOpen() ? core.company().backups.status() : statusOf(dataFolder, core.companyKey()))

  return {
    'backup.status': status,
    'backup.make': () => {
      const { backups, store } = core.company()
      return backups.make(sittingActor(store.db))
    },
    async 'backup.check'({ name }) {
      const { folder, manifest } = named(name)
      const shelf = shelfOf(backupFolder(dataFolder), manifest.company)
      await core.runBackupTask('check', { folder, shelf, originals: 'read' }, () => undefined)
      return viewOf({ name, manifest })
    },
    'backup.forgetFolder'() {
      forgetBackupFolder(dataFolder)
      core.announce('backup.changed', {})
      return status()
    },
    'backup.preview'({ name }) {
      const { folder, manifest } = named(name)
      return { backup: viewOf({ name, manifest }), ...restorePreview(folder, dataFolder) }
    },
    async 'backup.restore'({ name }) {
      const backup = named(name)
      const { receivedSince, setAside } = await core.restore(backup, () => core.announce('backup.changed', {}))
      const takenAgain =
        receivedSince.length === 0 ? 0 : (await core.company().intake.take(receivedSince, 'drop')).received
      return { backup: viewOf(backup), takenAgain, setAside: setAside === null ? null : basename(setAside) }
    },
  }
}
