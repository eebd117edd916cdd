import { CircleCheck, KeyRound, LockOpen, Printer, TriangleAlert, Vault } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { VaultStatus } from '../../../shared/vault'
import { usePeople } from '../app/people-slice'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { ConfirmDialog } from '../parts/Dialog'
import { LockAfter } from '../settings/LockSettings'
import { ChangePassphrase, LeaveVault } from './VaultChanges'
import { VaultDialog } from './VaultDialog'
import { VaultProgressLine } from './VaultProgressLine'
import { useVault } from './vault-slice'

/** Whether books and originals are encrypted on disk, and everything about the secrets that open them. */
export function VaultSection() {
  const { t } = useText()
  const status = useVault(state => state.status)
  const [dialog, setDialog] = useState<'begin' | 'renew' | 'passphrase' | 'leave' | null>(null)
  useEffect(() => void useVault.getState().load(), [])
  if (!status) return null
  const close = () => setDialog(null)
  const { isOn, running } = status
  return (
    <>
      <p className={isOn ? 'verdict-head good-ink' : 'verdict-head'} role="status">
        {isOn ? <CircleCheck aria-hidden="true" /> : <LockOpen aria-hidden="true" />}
        {t(isOn ? 'vault.on' : 'vault.off')}
      </p>
      <p className="muted">{t('vault.hint')}</p>
      {running && <VaultProgressLine running={running} />}
      <div className="actions">
        {isOn ? (
          <>
            <Button icon={KeyRound} onPress={() => setDialog('passphrase')}>
              {t('vault.passphrase.change')}
            </Button>
            <Button icon={Printer} onPress={() => setDialog('renew')}>
              {t('vault.renew')}
            </Button>
            <Button icon={LockOpen} onPress={() => setDialog('leave')}>
              {t('vault.leave')}
            </Button>
          </>
        ) : (
          <Button tone="primary" icon={Vault} isDisabled={running !== null} onPress={() => setDialog('begin')}>
            {t('vault.begin')}
          </Button>
        )}
      </div>
      {isOn && <PlainCopies status={status} />}
      {isOn && <Locking />}
      <VaultDialog
        task={dialog === 'renew' ? 'renew' : 'begin'}
        isOpen={dialog === 'begin' || dialog === 'renew'}
        onClose={close}
      />
      <ChangePassphrase isOpen={dialog === 'passphrase'} onClose={close} />
      <LeaveVault isOpen={dialog === 'leave'} onClose={close} />
    </>
  )
}

/** What was copied before there was a vault can still be read by whoever has the disk. */
export function PlainCopies({ status: { plain } }: { readonly status: VaultStatus }) {
  const { t } = useText()
  const [isAsking, setIsAsking] = useState(false)
  const { backups, setAside } = plain
  if (backups + setAside === 0) return null
  return (
    <div className="sub">
      <p className="backup-note check-ink">
        <TriangleAlert aria-hidden="true" />
        {t('vault.plain', { backups, setAside })}
      </p>
      <div className="actions">
        <Button tone="danger" onPress={() => setIsAsking(true)}>
          {t('vault.plain.remove')}
        </Button>
      </div>
      <ConfirmDialog
        title={t('vault.plain.remove')}
        body={t('vault.plain.remove.body')}
        action={t('vault.plain.remove')}
        isOpen={isAsking}
        isDangerous
        onConfirm={() => void useVault.getState().removePlainCopies()}
        onClose={() => setIsAsking(false)}
      />
    </div>
  )
}

/** Where people sign in, that lock is the one that falls after a while. */
function Locking() {
  const { t } = useText()
  const isProtected = usePeople(state => state.isProtected)
  return (
    <div className="sub">
      <h3>{t('lock.settings')}</h3>
      {isProtected ? (
        <p className="muted">{t('vault.lock.people')}</p>
      ) : (
        <>
          <p className="muted">{t('vault.lock.hint')}</p>
          <LockAfter />
          <div className="actions">
            <Button command="lock.now">{t('command.lock')}</Button>
          </div>
        </>
      )}
    </div>
  )
}
