import { Lock } from 'lucide-react'
import { useState } from 'react'
import type { LockStatus } from '../../../shared/lock'
import type { ErrorData } from '../../../shared/result'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { Select } from '../parts/Select'
import { TextField } from '../parts/TextField'
import { DiagnosticsButton } from '../settings/DiagnosticsButton'
import { useLock } from './lock-slice'

/** All there is of a locked window: who are you, and your passphrase. */
export function LockScreen({ status }: { readonly status: LockStatus }) {
  const text = useText()
  const { t } = text
  const people = status.people.filter(person => person.hasPassphrase)
  const [chosen, setChosen] = useState(status.sitting)
  const [passphrase, setPassphrase] = useState('')
  const [error, setError] = useState<ErrorData | null>(null)
  const [isTrying, setIsTrying] = useState(false)
  const person = people.find(({ id }) => id === chosen) ?? people[0]

  async function unlock() {
    if (!person || passphrase === '' || isTrying) return
    setIsTrying(true)
    setError(await useLock.getState().unlock(person.id, passphrase))
    setPassphrase('')
    setIsTrying(false)
  }

  return (
    <main className="lock">
      <form
        className="lock-card"
        onSubmit={event => {
          event.preventDefault()
          void unlock()
        }}
      >
        <Lock aria-hidden="true" />
        <h1>{t('lock.title')}</h1>
        <p className="muted">{t('lock.body')}</p>
        {person && (
          <Select
            label={t('lock.who')}
            value={person.id}
            options={people.map(({ id, name }) => ({ id, label: name }))}
            onChange={id => setChosen(people.find(one => one.id === id)?.id ?? null)}
          />
        )}
        <TextField
          label={t('lock.passphrase')}
          type="password"
          value={passphrase}
          onChange={typed => {
            setPassphrase(typed)
            if (typed !== '') setError(null)
          }}
          autoFocus
          maxLength={200}
          {...(error && { error: errorText(text, error) })}
        />
        <Button tone="primary" type="submit" isDisabled={passphrase === '' || isTrying}>
          {t(isTrying ? 'lock.trying' : 'lock.unlock')}
        </Button>
        <footer className="lock-help">
          <DiagnosticsButton />
        </footer>
      </form>
    </main>
  )
}
