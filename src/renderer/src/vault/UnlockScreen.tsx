import { DatabaseBackup, Vault } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { VaultSecret } from '../../../shared/vault'
import { speakAsTheSystem } from '../app/speak-as-the-system'
import { useBackups } from '../backups/backups-slice'
import { useRestore } from '../backups/restore-slice'
import { RestoreSteps } from '../backups/RestoreSteps'
import { HandbookButton } from '../handbook/HandbookButton'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { SecretForm } from '../parts/SecretForm'
import { DiagnosticsButton } from '../settings/DiagnosticsButton'
import { isWhole, NewPassphraseFields, nothingTyped } from './NewPassphraseFields'
import { useVault } from './vault-slice'

/** All there is of books in a locked vault: the passphrase, the recovery key and with it a new passphrase, or a backup. */
export function UnlockScreen() {
  const isRestoring = useRestore(state => state.isOpen)
  useEffect(speakAsTheSystem, [])
  return isRestoring ? <RestoreScreen /> : <Unlock />
}

function Unlock() {
  const { t } = useText()
  const [kind, setKind] = useState<VaultSecret['kind']>('passphrase')
  return (
    <main className="lock">
      <div className="lock-card vault-unlock">
        <Vault aria-hidden="true" />
        <h1>{t('vault.locked.title')}</h1>
        <p className="muted">{t(kind === 'passphrase' ? 'vault.locked.body' : 'vault.forgotten.body')}</p>
        {kind === 'passphrase' ? <ByPassphrase /> : <ByRecoveryKey />}
        <Button tone="ghost" onPress={() => setKind(kind === 'passphrase' ? 'recovery' : 'passphrase')}>
          {t(kind === 'passphrase' ? 'vault.forgotten' : 'vault.byPassphrase')}
        </Button>
        <footer className="lock-help">
          <Button tone="ghost" icon={DatabaseBackup} onPress={() => useRestore.getState().open()}>
            {t('restore.offer')}
          </Button>
          <HandbookButton />
          <DiagnosticsButton />
        </footer>
      </div>
    </main>
  )
}

/** Puts a backup in the place of books that stay locked meanwhile. */
function RestoreScreen() {
  const { t } = useText()
  const { step, sealed, awaiting } = useRestore()
  const isChoosing = step === 'choose' && !sealed && !awaiting
  useEffect(() => {
    void useBackups.getState().load()
    void useVault.getState().load()
  }, [])
  return (
    <main className="recovery">
      <div className="recovery-card">
        <header>
          <DatabaseBackup aria-hidden="true" />
          <div>
            <h1>{t(step === 'done' ? 'recovery.done' : 'restore.title')}</h1>
            {isChoosing && <p>{t('vault.restore.body')}</p>}
          </div>
        </header>
        <RestoreSteps />
        {(step === 'choose' || step === 'confirm') && (
          <footer className="recovery-other">
            <Button onPress={() => void leaveRestore()}>{t('vault.restore.back')}</Button>
          </footer>
        )}
      </div>
    </main>
  )
}

/** The vault is as locked as before somebody opened a backup of it. */
async function leaveRestore(): Promise<void> {
  useRestore.getState().close()
  await useVault.getState().cancel()
}

function ByPassphrase() {
  const { t } = useText()
  return (
    <SecretForm
      field={{ label: t('vault.passphrase'), type: 'password' }}
      action={t('vault.open')}
      attempt={secret => useVault.getState().unlock({ kind: 'passphrase', secret })}
    />
  )
}

/** Whoever needs the key has forgotten the passphrase: another one is set before the books open. */
function ByRecoveryKey() {
  const { t } = useText()
  const [passphrase, setPassphrase] = useState(nothingTyped)
  const { chosen } = passphrase
  async function openAndSet(secret: string) {
    const { changePassphrase, unlock } = useVault.getState()
    const refused = await changePassphrase({ proof: { kind: 'recovery', secret }, passphrase: chosen })
    return refused ?? unlock({ kind: 'passphrase', secret: chosen })
  }
  return (
    <SecretForm
      field={{ label: t('vault.recoveryKey'), hint: t('vault.recoveryKey.hint'), className: 'vault-typed' }}
      action={t('vault.openAndSet')}
      more={<NewPassphraseFields typed={passphrase} onChange={setPassphrase} />}
      isReady={isWhole(passphrase)}
      attempt={openAndSet}
    />
  )
}
