import { useState } from 'react'
import type { ErrorData } from '../../../shared/result'
import type { VaultSecret } from '../../../shared/vault'
import { useRestore } from '../backups/restore-slice'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { Select } from '../parts/Select'
import { TextField } from '../parts/TextField'

/**
 * A backup of another vault, or of this one before its key was opened, wants the secret it was made with; one that is put in
 * place of books in a locked vault wants theirs.
 */
export function OpenSealedBackup({ of }: { readonly of: 'backup' | 'books' }) {
  const text = useText()
  const { t } = text
  const [kind, setKind] = useState<VaultSecret['kind']>('passphrase')
  const [secret, setSecret] = useState('')
  const [error, setError] = useState<ErrorData | null>(null)
  const [isTrying, setIsTrying] = useState(false)
  async function submit() {
    if (secret === '' || isTrying) return
    setIsTrying(true)
    setError(await useRestore.getState().unlock({ kind, secret }))
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
      <p>{t(of === 'backup' ? 'vault.backup.secret' : 'vault.books.secret')}</p>
      <Select
        label={t('vault.backup.either')}
        value={kind}
        options={[
          { id: 'passphrase', label: t('vault.passphrase') },
          { id: 'recovery', label: t('vault.recoveryKey') },
        ]}
        onChange={chosen => setKind(chosen === 'recovery' ? 'recovery' : 'passphrase')}
      />
      <TextField
        label={t(kind === 'passphrase' ? 'vault.passphrase' : 'vault.recoveryKey')}
        type={kind === 'passphrase' ? 'password' : 'text'}
        value={secret}
        onChange={value => {
          setSecret(value)
          setError(null)
        }}
        autoFocus
        maxLength={200}
        {...(error && { error: errorText(text, error) })}
      />
      <div className="actions">
        <Button onPress={() => useRestore.getState().back()}>{t('restore.another')}</Button>
        <Button tone="primary" type="submit" isDisabled={secret === '' || isTrying}>
          {t(isTrying ? 'lock.trying' : of === 'backup' ? 'vault.backup.open' : 'vault.books.open')}
        </Button>
      </div>
    </form>
  )
}
