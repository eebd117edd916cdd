import { shortestVaultPassphrase } from '../../../shared/vault'
import { useText } from '../i18n/t'
import { TextField } from '../parts/TextField'

/** A passphrase typed twice. */
export interface TypedTwice {
  readonly chosen: string
  readonly repeated: string
}

export const nothingTyped: TypedTwice = { chosen: '', repeated: '' }

export function isWhole({ chosen, repeated }: TypedTwice): boolean {
  return chosen.length >= shortestVaultPassphrase && repeated === chosen
}

interface NewPassphraseFieldsProps {
  readonly typed: TypedTwice
  onChange(typed: TypedTwice): void
  readonly autoFocus?: boolean
}

export function NewPassphraseFields({ typed, onChange, autoFocus = false }: NewPassphraseFieldsProps) {
  const { t } = useText()
  const { chosen, repeated } = typed
  const differs = repeated !== '' && repeated !== chosen
  return (
    <>
      <TextField
        label={t('vault.passphrase.new')}
        type="password"
        value={chosen}
        onChange={value => onChange({ ...typed, chosen: value })}
        hint={t('vault.passphrase.hint', { count: shortestVaultPassphrase })}
        maxLength={200}
        autoFocus={autoFocus}
      />
      <TextField
        label={t('passphrase.again')}
        type="password"
        value={repeated}
        onChange={value => onChange({ ...typed, repeated: value })}
        maxLength={200}
        {...(differs && { error: t('passphrase.differs') })}
      />
    </>
  )
}
