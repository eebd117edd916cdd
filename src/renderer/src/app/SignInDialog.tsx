import { useText } from '../i18n/t'
import { SecretDialog } from '../parts/SecretDialog'
import { usePeople } from './people-slice'

/** Asks whoever is about to sit down here for their passphrase. */
export function SignInDialog() {
  const { t } = useText()
  const signingIn = usePeople(state => state.signingIn)
  const name = usePeople(state => state.people.find(({ id }) => id === signingIn)?.name ?? '')
  const { signIn, endSignIn } = usePeople.getState()
  return (
    <SecretDialog
      title={t('lock.signIn', { name })}
      label={t('lock.passphrase')}
      action={t('lock.signIn.action')}
      isOpen={signingIn !== null}
      onSubmit={signIn}
      onClose={endSignIn}
    />
  )
}
