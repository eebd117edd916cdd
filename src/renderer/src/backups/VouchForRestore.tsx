import type { Restorers } from '../../../shared/backup'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { SignInForm } from '../parts/SignInForm'
import { useRestore } from './restore-slice'

/** Where people sign in, one of their administrators says that the books are to be put back. */
export function VouchForRestore({ people }: Restorers) {
  const { t } = useText()
  const { back, signIn } = useRestore.getState()
  return (
    <SignInForm
      people={people}
      who={t('restore.vouch.who')}
      action={t('lock.signIn.action')}
      beside={<Button onPress={back}>{t('restore.another')}</Button>}
      signIn={signIn}
    >
      <p>{t('restore.vouch')}</p>
    </SignInForm>
  )
}
