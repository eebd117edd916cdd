import { useState } from 'react'
import type { VaultSecret } from '../../../shared/vault'
import { useRestore } from '../backups/restore-slice'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { SecretForm } from '../parts/SecretForm'
import { Select } from '../parts/Select'

/**
 * A backup of another vault, or of this one before its key was opened, wants the secret it was made with; one that is put in
 * place of books in a locked vault wants theirs.
 */
export function OpenSealedBackup({ of }: { readonly of: 'backup' | 'books' }) {
  const { t } = useText()
  const [kind, setKind] = useState<VaultSecret['kind']>('passphrase')
  const { back, unlock } = useRestore.getState()
  return (
    <SecretForm
      field={
        kind === 'passphrase'
          ? { label: t('vault.passphrase'), type: 'password' }
          : { label: t('vault.recoveryKey'), type: 'text' }
      }
      action={t(of === 'backup' ? 'vault.backup.open' : 'vault.books.open')}
      beside={<Button onPress={back}>{t('restore.another')}</Button>}
      attempt={secret => unlock({ kind, secret })}
    >
      <p>{t(of === 'backup' ? 'vault.backup.secret' : 'vault.books.secret')}</p>
      <Select<VaultSecret['kind']>
        label={t('vault.backup.either')}
        value={kind}
        options={[
          { id: 'passphrase', label: t('vault.passphrase') },
          { id: 'recovery', label: t('vault.recoveryKey') },
        ]}
        onChange={setKind}
      />
    </SecretForm>
  )
}
