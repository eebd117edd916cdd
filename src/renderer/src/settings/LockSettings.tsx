import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { isTeamOf, usePeople } from '../app/people-slice'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { SecretDialog } from '../parts/SecretDialog'
import { Select } from '../parts/Select'
import { useSettings } from './settings-slice'

/** Minutes; 0 for never. */
const choices = [0, 1, 5, 10, 15, 30, 60] as const

/** How long nobody must have touched anything until the window locks itself. */
export function LockAfter() {
  const { t } = useText()
  const minutes = useSettings(state => state.settings.lockAfterMinutes)
  const offered = choices.some(choice => choice === minutes) ? choices : [...choices, minutes]
  const label = (choice: number) => (choice === 0 ? t('lock.after.never') : t('lock.after.minutes', { count: choice }))
  return (
    <div className="form">
      <Select
        label={t('lock.after')}
        value={String(minutes)}
        options={offered.map(choice => ({ id: String(choice), label: label(choice) }))}
        onChange={choice => void useSettings.getState().change({ lockAfterMinutes: Number(choice) })}
        hint={t('lock.after.hint')}
      />
    </div>
  )
}

/** The lock, where people sign in. */
export function LockSettings() {
  const { t } = useText()
  const isTeam = usePeople(isTeamOf)
  const [isRemoving, setIsRemoving] = useState(false)
  return (
    <div className="sub">
      <h3>{t('lock.settings')}</h3>
      <LockAfter />
      <div className="actions">
        <Button command="lock.now">{t('command.lock')}</Button>
        {!isTeam && (
          <Button icon={KeyRound} onPress={() => setIsRemoving(true)}>
            {t('passphrase.remove')}
          </Button>
        )}
      </div>
      {/* Who works alone may do without. */}
      <SecretDialog
        title={t('passphrase.remove')}
        body={t('passphrase.remove.body')}
        label={t('passphrase.current')}
        action={t('passphrase.remove')}
        isOpen={isRemoving}
        isDangerous
        onSubmit={usePeople.getState().removePassphrase}
        onClose={() => setIsRemoving(false)}
      />
    </div>
  )
}
