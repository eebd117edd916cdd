import { useState } from 'react'
import type { PersonView } from '../../../shared/people'
import type { ErrorData } from '../../../shared/result'
import { shortestPassphrase } from '../../../shared/rights'
import { usePeople } from '../app/people-slice'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Dialog } from '../parts/Dialog'
import { DialogForm } from '../parts/DialogForm'
import { FormError } from '../parts/FormError'
import { TextField } from '../parts/TextField'

interface PassphraseDialogProps {
  readonly person: PersonView
  /** Whether it is whoever sits here, who must know the one so far. */
  readonly isOwn: boolean
  readonly isOpen: boolean
  onClose(): void
}

const empty = { current: '', chosen: '', repeated: '' }

/** Sets what a person signs in with, typed twice. */
export function PassphraseDialog({ person, isOwn, isOpen, onClose }: PassphraseDialogProps) {
  const text = useText()
  const { t } = text
  const [typed, setTyped] = useState(empty)
  const [error, setError] = useState<ErrorData | null>(null)
  const { current, chosen, repeated } = typed
  const asksCurrent = isOwn && person.hasPassphrase
  const differs = repeated !== '' && repeated !== chosen
  const isWhole = chosen.length >= shortestPassphrase && repeated === chosen && (!asksCurrent || current !== '')

  function close() {
    setTyped(empty)
    setError(null)
    onClose()
  }
  async function submit() {
    const input = { personId: person.id, passphrase: chosen, current: asksCurrent ? current : null }
    const refused = await usePeople.getState().setPassphrase(input)
    if (refused) setError(refused)
    else close()
  }

  return (
    <Dialog title={t('passphrase.title', { name: person.name })} isOpen={isOpen} onClose={close}>
      <DialogForm action={t('passphrase.action')} isReady={isWhole} onSubmit={() => void submit()} onBack={close}>
        <p>{t(isOwn ? 'passphrase.body' : 'passphrase.body.other', { name: person.name })}</p>
        {asksCurrent && (
          <TextField
            label={t('passphrase.current')}
            type="password"
            value={current}
            onChange={value => setTyped({ ...typed, current: value })}
            autoFocus
            maxLength={200}
          />
        )}
        <TextField
          label={t('passphrase.new')}
          type="password"
          value={chosen}
          onChange={value => setTyped({ ...typed, chosen: value })}
          hint={t('passphrase.hint', { count: shortestPassphrase })}
          {...(!asksCurrent && { autoFocus: true })}
          maxLength={200}
        />
        <TextField
          label={t('passphrase.again')}
          type="password"
          value={repeated}
          onChange={value => setTyped({ ...typed, repeated: value })}
          maxLength={200}
          {...(differs && { error: t('passphrase.differs') })}
        />
        {error && <FormError>{errorText(text, error)}</FormError>}
      </DialogForm>
    </Dialog>
  )
}
