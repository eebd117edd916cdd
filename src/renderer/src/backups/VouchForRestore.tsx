import { useState } from 'react'
import type { Restorers } from '../../../shared/backup'
import type { ErrorData } from '../../../shared/result'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { Select } from '../parts/Select'
import { TextField } from '../parts/TextField'
import { useRestore } from './restore-slice'

/** Where people sign in, one of their administrators says that the books are to be put back. */
export function VouchForRestore({ people }: Restorers) {
  const text = useText()
  const { t } = text
  const [chosen, setChosen] = useState(people[0]?.id)
  const [passphrase, setPassphrase] = useState('')
  const [error, setError] = useState<ErrorData | null>(null)
  const [isTrying, setIsTrying] = useState(false)
  const person = people.find(({ id }) => id === chosen)
  async function submit() {
    if (!person || passphrase === '' || isTrying) return
    setIsTrying(true)
    setError(await useRestore.getState().signIn(person.id, passphrase))
    setPassphrase('')
    setIsTrying(false)
  }
  return (
    <form
      className="vault-form"
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      <p>{t('restore.vouch')}</p>
      <Select
        label={t('restore.vouch.who')}
        value={person?.id ?? ''}
        options={people.map(({ id, name }) => ({ id, label: name }))}
        onChange={id => setChosen(people.find(one => one.id === id)?.id)}
      />
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
      <div className="actions">
        <Button onPress={() => useRestore.getState().back()}>{t('restore.another')}</Button>
        <Button tone="primary" type="submit" isDisabled={passphrase === '' || isTrying}>
          {t(isTrying ? 'lock.trying' : 'lock.signIn.action')}
        </Button>
      </div>
    </form>
  )
}
