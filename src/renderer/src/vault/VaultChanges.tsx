import { useState } from 'react'
import type { ErrorData } from '../../../shared/result'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Dialog } from '../parts/Dialog'
import { DialogForm } from '../parts/DialogForm'
import { TextField } from '../parts/TextField'
import { isWhole, NewPassphraseFields, nothingTyped } from './NewPassphraseFields'
import { VaultDone } from './VaultDone'
import { VaultProgressLine } from './VaultProgressLine'
import { useVault } from './vault-slice'

interface ChangeProps {
  readonly isOpen: boolean
  onClose(): void
}

/** Another passphrase, proven by the one so far. Whoever forgot it proves it by the recovery key, on the locked screen. */
export function ChangePassphrase({ isOpen, onClose }: ChangeProps) {
  const text = useText()
  const { t } = text
  const [current, setCurrent] = useState('')
  const [typed, setTyped] = useState(nothingTyped)
  const [error, setError] = useState<ErrorData | null>(null)
  const isReady = current !== '' && isWhole(typed)
  function close() {
    setCurrent('')
    setTyped(nothingTyped)
    setError(null)
    onClose()
  }
  async function submit() {
    const proof = { kind: 'passphrase', secret: current } as const
    const refused = await useVault.getState().changePassphrase({ proof, passphrase: typed.chosen })
    if (refused) setError(refused)
    else close()
  }
  return (
    <Dialog title={t('vault.passphrase.change.title')} isOpen={isOpen} onClose={close}>
      <DialogForm
        action={t('vault.passphrase.change.title')}
        isReady={isReady}
        onSubmit={() => void submit()}
        onBack={close}
      >
        <p>{t('vault.passphrase.change.body')}</p>
        <TextField
          label={t('passphrase.current')}
          type="password"
          value={current}
          onChange={setCurrent}
          autoFocus
          maxLength={200}
          {...(error && { error: errorText(text, error) })}
        />
        <NewPassphraseFields typed={typed} onChange={setTyped} />
      </DialogForm>
    </Dialog>
  )
}

/** Everything lies open on disk again afterwards. */
export function LeaveVault({ isOpen, onClose }: ChangeProps) {
  const text = useText()
  const { t } = text
  const [current, setCurrent] = useState('')
  const [isWorking, setIsWorking] = useState(false)
  const [error, setError] = useState<ErrorData | null>(null)
  const running = useVault(state => state.status?.running ?? null)
  const isDone = useVault(state => state.outcome === 'leave')
  function close() {
    if (isWorking) return
    setCurrent('')
    setError(null)
    useVault.setState({ outcome: null })
    onClose()
  }
  async function submit() {
    setIsWorking(true)
    const refused = await useVault.getState().leave(current)
    setIsWorking(false)
    setError(refused)
  }
  if (isDone)
    return (
      <Dialog title={t('vault.leave.title')} isOpen={isOpen} onClose={close}>
        <VaultDone task="leave" onClose={close} />
      </Dialog>
    )
  return (
    <Dialog title={t('vault.leave.title')} isOpen={isOpen} onClose={close}>
      <DialogForm
        action={t('vault.leave.title')}
        isReady={current !== '' && !isWorking}
        isDangerous
        onSubmit={() => void submit()}
        onBack={close}
      >
        <p>{t('vault.leave.body')}</p>
        <TextField
          label={t('vault.passphrase')}
          type="password"
          value={current}
          onChange={value => {
            setCurrent(value)
            setError(null)
          }}
          autoFocus
          isDisabled={isWorking}
          maxLength={200}
          {...(error && { error: errorText(text, error) })}
        />
        {running && <VaultProgressLine running={running} />}
      </DialogForm>
    </Dialog>
  )
}
