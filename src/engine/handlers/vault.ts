import type { HandlersOf } from '../../shared/contract'
import type { vaultCalls } from '../../shared/contract/vault'
import type { VaultStatus } from '../../shared/vault'
import { backupNamed } from '../backup/backups'
import { companyFolder } from '../company-folders'
import type { EngineCore } from '../engine'
import { sittingActor } from '../people/sitting'
import { appendJournal } from '../store/journal'
import { newId } from '../store/new-id'
import { write } from '../store/write'
import { plainCopies, removePlainCopies } from '../vault/plain-copies'
import { recoveryPage } from '../vault/recovery-page'
import { changePassphrase, createVaultSetup, hasVault, requireVault } from '../vault/vault'

/** The vault of the books that are open, or would be. */
export function vaultHandlers(core: EngineCore): HandlersOf<typeof vaultCalls> {
  const { keyring } = core
  const { dataFolder } = core.host
  const setup = createVaultSetup(keyring)
  const folder = () => companyFolder(dataFolder, core.companyKey())

  function status(): VaultStatus {
    const isOn = hasVault(folder())
    const plain = isOn ? plainCopies(dataFolder, core.companyKey()) : { backups: [], setAside: [] }
    return {
      isOn,
      isLocked: isOn && !core.isOpen() && core.resealing() === null,
      awaitsDrill: setup.awaitsDrill(folder()),
      running: core.resealing(),
      plain: { backups: plain.backups.length, setAside: plain.setAside.length },
    }
  }

  /** What is done while the books are locked is told by the vault's file alone. */
  function tell(kind: string, params: Record<string, number> = {}): VaultStatus {
    if (core.isOpen()) {
      const { store } = core.company()
      write(store, tx => {
        appendJournal(tx, {
          at: core.company().context('').now,
          actor: sittingActor(tx),
          kind,
          documentId: null,
          params,
        })
      })
    }
    core.announce('vault.changed', {})
    return status()
  }

  return {
    'vault.status': status,
    async 'vault.begin'({ passphrase }) {
      return { recoveryKey: await setup.begin(core.company().store.folder, passphrase) }
    },
    async 'vault.renewRecoveryKey'({ passphrase }) {
      return { recoveryKey: await setup.renew(core.company().store.folder, passphrase) }
    },
    'vault.recoveryPage'() {
      const { key, ready, context } = core.company()
      const { now, settings } = context('')
      const page = recoveryPage({ key: setup.recoveryKey(folder()), company: settings.companyName, at: now })
      return ready.hold(newId(now), `quittance-recovery-key-${key}.txt`, Buffer.from(page))
    },
    async 'vault.drill'({ recoveryKey }) {
      const prepared = await setup.drill(core.company().store.folder, recoveryKey)
      if (prepared === null) return tell('vault.recovery_key_renewed')
      await core.reseal(prepared)
      return status()
    },
    async 'vault.cancel'() {
      setup.cancel()
      // Whoever looked for a backup and let it be leaves the vault as locked as it was.
      await core.forgetKeysUnused()
      return status()
    },
    async 'vault.unlock'(secret) {
      await core.unlockVault(secret)
      return status()
    },
    async 'vault.unlockBackup'({ name, of, ...secret }) {
      const backup = backupNamed(dataFolder, core.companyKey(), name)
      // What is not sealed itself is put in place of books that are.
      await keyring.open(requireVault(of === 'books' ? folder() : backup.folder), secret)
      return {}
    },
    async 'vault.changePassphrase'({ proof, passphrase }) {
      await changePassphrase(folder(), keyring, proof, passphrase)
      return tell('vault.passphrase_changed')
    },
    async 'vault.leave'({ passphrase }) {
      await keyring.open(requireVault(core.company().store.folder), { kind: 'passphrase', secret: passphrase })
      await core.reseal(null)
      return status()
    },
    'vault.removePlainCopies'() {
      const { backups, setAside } = plainCopies(dataFolder, core.company().key)
      removePlainCopies(dataFolder, core.company().key)
      core.announce('backup.changed', {})
      return tell('vault.plain_copies_removed', { backups: backups.length, setAside: setAside.length })
    },
  }
}
