import { Save } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { ErrorData } from '../../../shared/result'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { Dialog } from '../parts/Dialog'
import { DialogForm } from '../parts/DialogForm'
import { FormError } from '../parts/FormError'
import { TextField } from '../parts/TextField'
import { isWhole, NewPassphraseFields, nothingTyped } from './NewPassphraseFields'
import { VaultDone } from './VaultDone'
import { VaultProgressLine } from './VaultProgressLine'
import { useVault } from './vault-slice'

type Step = 'passphrase' | 'key' | 'drill' | 'done'

interface VaultDialogProps {
  /** Entering a vault, or another recovery key for one. */
  readonly task: 'begin' | 'renew'
  readonly isOpen: boolean
  onClose(): void
}

/** Passphrase, recovery key, drill: nothing is changed before the key on paper was proven to open what it is meant to open. */
export function VaultDialog({ task, isOpen, onClose }: VaultDialogProps) {
  const { t } = useText()
  const [step, setStep] = useState<Step>('passphrase')
  const [isWorking, setIsWorking] = useState(false)
  function close() {
    // What is under way is not stopped by closing a window on it.
    if (isWorking) return
    if (step === 'key' || step === 'drill') void useVault.getState().cancel()
    useVault.setState({ recoveryKey: null, outcome: null })
    setStep('passphrase')
    onClose()
  }
  return (
    <Dialog title={t(`vault.${task}.title`)} isOpen={isOpen} onClose={close}>
      {step === 'passphrase' && task === 'begin' && <ChoosePassphrase onDone={() => setStep('key')} onCancel={close} />}
      {step === 'passphrase' && task === 'renew' && <ProvePassphrase onDone={() => setStep('key')} onCancel={close} />}
      {step === 'key' && <ShowKey onDone={() => setStep('drill')} onCancel={close} />}
      {step === 'drill' && (
        <Drill
          isWorking={isWorking}
          onWorking={setIsWorking}
          onDone={() => setStep('done')}
          onBack={() => setStep('key')}
        />
      )}
      {step === 'done' && <VaultDone task={task} onClose={close} />}
    </Dialog>
  )
}

interface StepProps {
  onDone(): void
  onCancel(): void
}

interface FormProps {
  readonly children: ReactNode
  readonly action: string
  readonly isReady: boolean
  submit(): Promise<ErrorData | null>
  onBack(): void
}

/** One step: its fields, why it was refused, and the way on or back. */
function StepForm({ children, action, isReady, submit, onBack }: FormProps) {
  const text = useText()
  const [error, setError] = useState<ErrorData | null>(null)
  const [isTrying, setIsTrying] = useState(false)
  async function go() {
    setIsTrying(true)
    setError(await submit())
    setIsTrying(false)
  }
  return (
    <DialogForm
      action={isTrying ? text.t('lock.trying') : action}
      isReady={isReady && !isTrying}
      onSubmit={() => void go()}
      onBack={onBack}
    >
      {children}
      {error && <FormError>{errorText(text, error)}</FormError>}
    </DialogForm>
  )
}

function ChoosePassphrase({ onDone, onCancel }: StepProps) {
  const { t } = useText()
  const [typed, setTyped] = useState(nothingTyped)
  return (
    <StepForm
      action={t('vault.step.key')}
      isReady={isWhole(typed)}
      onBack={onCancel}
      submit={async () => {
        const refused = await useVault.getState().begin(typed.chosen)
        if (!refused) onDone()
        return refused
      }}
    >
      <p>{t('vault.begin.body')}</p>
      <p>{t('vault.begin.warning')}</p>
      <NewPassphraseFields typed={typed} onChange={setTyped} autoFocus />
    </StepForm>
  )
}

function ProvePassphrase({ onDone, onCancel }: StepProps) {
  const { t } = useText()
  const [passphrase, setPassphrase] = useState('')
  return (
    <StepForm
      action={t('vault.step.key')}
      isReady={passphrase !== ''}
      onBack={onCancel}
      submit={async () => {
        const refused = await useVault.getState().renew(passphrase)
        if (!refused) onDone()
        return refused
      }}
    >
      <p>{t('vault.renew.body')}</p>
      <TextField
        label={t('vault.passphrase')}
        type="password"
        value={passphrase}
        onChange={setPassphrase}
        autoFocus
        maxLength={200}
      />
    </StepForm>
  )
}

function ShowKey({ onDone, onCancel }: StepProps) {
  const { t } = useText()
  const recoveryKey = useVault(state => state.recoveryKey)
  return (
    <StepForm
      action={t('vault.key.written')}
      isReady={recoveryKey !== null}
      onBack={onCancel}
      submit={() => {
        onDone()
        return Promise.resolve(null)
      }}
    >
      <p>{t('vault.key.body')}</p>
      <output className="vault-key" aria-label={t('vault.recoveryKey')}>
        {recoveryKey}
      </output>
      <div>
        <Button icon={Save} autoFocus onPress={() => void useVault.getState().savePage()}>
          {t('vault.key.save')}
        </Button>
      </div>
    </StepForm>
  )
}

interface DrillProps {
  readonly isWorking: boolean
  onWorking(isWorking: boolean): void
  onDone(): void
  onBack(): void
}

function Drill({ isWorking, onWorking, onDone, onBack }: DrillProps) {
  const text = useText()
  const { t } = text
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<ErrorData | null>(null)
  async function submit() {
    onWorking(true)
    const refused = await useVault.getState().drill(typed)
    onWorking(false)
    setError(refused)
    if (!refused) onDone()
  }
  if (isWorking) return <Working />
  return (
    <DialogForm
      action={t('vault.drill.action')}
      isReady={typed !== ''}
      back={t('vault.drill.back')}
      onSubmit={() => void submit()}
      onBack={onBack}
    >
      <p>{t('vault.drill.body')}</p>
      <TextField
        label={t('vault.recoveryKey')}
        value={typed}
        onChange={value => {
          setTyped(value)
          setError(null)
        }}
        hint={t('vault.recoveryKey.hint')}
        className="vault-typed"
        autoFocus
        maxLength={200}
        {...(error && { error: errorText(text, error) })}
      />
    </DialogForm>
  )
}

function Working() {
  const running = useVault(state => state.status?.running ?? null)
  return <VaultProgressLine running={running ?? { task: 'seal', stage: 'check', bytes: 0, of: 1 }} />
}
