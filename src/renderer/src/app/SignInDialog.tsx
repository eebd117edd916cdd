import { useState } from 'react'
import type { ErrorData } from '../../../shared/result'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { Dialog } from '../parts/Dialog'
import { TextField } from '../parts/TextField'
import { usePeople } from './people-slice'

/** Asks whoever is about to sit down here for their passphrase. */
export function SignInDialog() {
  const text = useText()
  const { t } = text
  const signingIn = usePeople(state => state.signingIn)
  const name = usePeople(state => state.people.find(({ id }) => id === signingIn)?.name ?? '')
  const [passphrase, setPassphrase] = useState('')
  const [error, setError] = useState<ErrorData | null>(null)

  function close() {
    setPassphrase('')
    setError(null)
    usePeople.getState().endSignIn()
  }
  async function submit() {
    if (passphrase === '') return
    const refused = await usePeople.getState().signIn(passphrase)
    setPassphrase('')
    setError(refused)
  }

  return (
    <Dialog title={t('lock.signIn', { name })} isOpen={signingIn !== null} onClose={close}>
      <form
        onSubmit={event => {
          event.preventDefault()
          void submit()
        }}
      >
        <TextField
          label={t('lock.passphrase')}
          type="password"
          value={passphrase}
          onChange={setPassphrase}
          autoFocus
          maxLength={200}
          {...(error && { error: errorText(text, error) })}
        />
        <footer>
          <Button onPress={close}>{t('dialog.cancel')}</Button>
          <Button tone="primary" type="submit" isDisabled={passphrase === ''}>
            {t('lock.signIn.action')}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
