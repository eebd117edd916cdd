import { CircleCheck, Lock } from 'lucide-react'
import type { LockStatus } from '../../../shared/lock'
import { HandbookButton } from '../handbook/HandbookButton'
import { useText } from '../i18n/t'
import { SignInForm } from '../parts/SignInForm'
import { DiagnosticsButton } from '../settings/DiagnosticsButton'
import { useVault } from '../vault/vault-slice'
import { useLock } from './lock-slice'

/** All there is of a locked window: who are you, and your passphrase. */
export function LockScreen({ status }: { readonly status: LockStatus }) {
  const { t } = useText()
  const outcome = useVault(state => state.outcome)
  return (
    <main className="lock">
      <div className="lock-card">
        <Lock aria-hidden="true" />
        <h1>{t('lock.title')}</h1>
        {outcome && (
          <p className="verdict-head good-ink" role="status">
            <CircleCheck aria-hidden="true" />
            {t(`vault.${outcome}.done`)}
          </p>
        )}
        <p className="muted">{t('lock.body')}</p>
        <SignInForm
          people={status.people.filter(person => person.hasPassphrase)}
          sitting={status.sitting}
          who={t('lock.who')}
          action={t('lock.unlock')}
          signIn={async (personId, passphrase) => {
            const refused = await useLock.getState().unlock(personId, passphrase)
            if (!refused) useVault.setState({ outcome: null })
            return refused
          }}
        />
        <footer className="lock-help">
          <HandbookButton />
          <DiagnosticsButton />
        </footer>
      </div>
    </main>
  )
}
