import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import type { ErrorData } from '../../../shared/result'
import { isTeamOf, usePeople } from '../app/people-slice'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { Dialog } from '../parts/Dialog'
import { Select } from '../parts/Select'
import { TextField } from '../parts/TextField'
import { useSettings } from './settings-slice'

/** Minutes; 0 for never. */
const choices = [0, 1, 5, 10, 15, 30, 60] as const

/** When the window locks itself, where people sign in. */
export function LockSettings() {
  const { t } = useText()
  const isTeam = usePeople(isTeamOf)
  const minutes = useSettings(state => state.settings.lockAfterMinutes)
  const [isRemoving, setIsRemoving] = useState(false)
  const offered = choices.some(choice => choice === minutes) ? choices : [...choices, minutes]
  const label = (choice: number) => (choice === 0 ? t('lock.after.never') : t('lock.after.minutes', { count: choice }))
  return (
    <div className="sub">
      <h3>{t('lock.settings')}</h3>
      <div className="form">
        <Select
          label={t('lock.after')}
          value={String(minutes)}
          options={offered.map(choice => ({ id: String(choice), label: label(choice) }))}
          onChange={choice => void useSettings.getState().change({ lockAfterMinutes: Number(choice) })}
          hint={t('lock.after.hint')}
        />
      </div>
      <div className="actions">
        <Button command="lock.now">{t('command.lock')}</Button>
        {!isTeam && (
          <Button icon={KeyRound} onPress={() => setIsRemoving(true)}>
            {t('passphrase.remove')}
          </Button>
        )}
      </div>
      <RemovePassphrase isOpen={isRemoving} onClose={() => setIsRemoving(false)} />
    </div>
  )
}

/** Who works alone may do without. */
function RemovePassphrase({ isOpen, onClose }: { readonly isOpen: boolean; onClose(): void }) {
  const text = useText()
  const { t } = text
  const [current, setCurrent] = useState('')
  const [error, setError] = useState<ErrorData | null>(null)
  function close() {
    setCurrent('')
    setError(null)
    onClose()
  }
  async function submit() {
    const refused = await usePeople.getState().removePassphrase(current)
    setCurrent('')
    if (refused) setError(refused)
    else close()
  }
  return (
    <Dialog title={t('passphrase.remove')} isOpen={isOpen} onClose={close}>
      <form
        onSubmit={event => {
          event.preventDefault()
          void submit()
        }}
      >
        <p>{t('passphrase.remove.body')}</p>
        <TextField
          label={t('passphrase.current')}
          type="password"
          value={current}
          onChange={setCurrent}
          autoFocus
          maxLength={200}
          {...(error && { error: errorText(text, error) })}
        />
        <footer>
          <Button onPress={close}>{t('dialog.cancel')}</Button>
          <Button tone="danger" type="submit" isDisabled={current === ''}>
            {t('passphrase.remove')}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
