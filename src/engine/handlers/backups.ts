import { basename } from 'node:path'
import type { HandlersOf } from '../../shared/contract'
import type { backupCalls } from '../../shared/contract/backups'
import { backupNamed, statusOf, viewOf } from '../backup/backups'
import { keysToRenew } from '../backup/keys-to-renew'
import { forgetBackupFolder, shelfOf, backupFolder } from '../backup/places'
import { restorePreview } from '../backup/received-since'
import { exchangeOf } from '../backup/restore-rights'
import { forgetLaidOut } from '../backup/restore-backup'
import type { EngineCore } from '../engine'
import { sittingActor } from '../people/sitting'
import { hasVault } from '../vault/vault'

export function backupHandlers(core: EngineCore): HandlersOf<typeof backupCalls> {
  const { dataFolder, keyStore } = core.host
  const named = (name: string) => backupNamed(dataFolder, core.companyKey(), name)
  const status = () =>
    core.isOpen()
      ? core.company().backups.status()
      : { ...statusOf(dataFolder, core.companyKey()), running: core.restoring() }

  return {
    'backup.status': status,
    'backup.make': () => {
      const { backups, store } = core.company()
      return backups.make(sittingActor(store.db))
    },
    async 'backup.check'({ name }) {
      const { folder, manifest } = named(name)
      const shelf = shelfOf(backupFolder(dataFolder), manifest.company)
      const key = core.keyring.keyOf(folder)
      await core.runBackupTask('check', { folder, shelf, originals: 'read', key }, () => undefined)
      return viewOf({ name, manifest })
    },
    'backup.forgetFolder'() {
      forgetBackupFolder(dataFolder)
      core.announce('backup.changed', {})
      return status()
    },
    'backup.restorers'({ name }) {
      // At open books whoever has the right sits already.
      const awaited = core.isOpen() ? [] : core.restoreRights.awaited(exchangeOf(dataFolder, named(name)))
      return { people: awaited.map(({ id, name }) => ({ id, name })) }
    },
    async 'backup.signIn'({ name, personId, passphrase }) {
      await core.restoreRights.signIn(exchangeOf(dataFolder, named(name)), personId, passphrase)
      return {}
    },
    'backup.preview'({ name }) {
      const backup = named(name)
      const { current } = exchangeOf(dataFolder, backup)
      return { backup: viewOf(backup), ...restorePreview(backup.folder, current, core.restoreKeys(backup)) }
    },
    async 'backup.acceptLoss'() {
      await core.acceptLoss()
      return status()
    },
    async 'backup.restore'({ name }) {
      const backup = named(name)
      const { receivedSince, setAside } = await core.restore(backup)
      const { intake, store } = core.company()
      const { received } = receivedSince.length === 0 ? { received: 0 } : await intake.take(receivedSince, 'drop')
      if (setAside !== null && hasVault(setAside)) forgetLaidOut(setAside)
      return {
        backup: viewOf(backup),
        takenAgain: received,
        setAside: setAside === null ? null : basename(setAside),
        toReconnect: await keysToRenew(store, keyStore),
      }
    },
  }
}
