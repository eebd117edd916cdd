import { useState } from 'react'
import type { ErrorData } from '../../../shared/result'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Dialog } from './Dialog'
import { DialogForm } from './DialogForm'
import { TextField } from './TextField'

interface SecretDialogProps {
  readonly title: string
  readonly body?: string
  /** Of the field. */
  readonly label: string
  /** Names the effect. */
  readonly action: string
  readonly isOpen: boolean
  readonly isDangerous?: boolean
  /** @returns why it was refused; null closes the dialog */
  onSubmit(secret: string): Promise<ErrorData | null>
  onClose(): void
}

/** Asks for a password or passphrase. What was typed is forgotten with every answer, right or wrong. */
export function SecretDialog({ title, body, label, action, isOpen, isDangerous = false, ...does }: SecretDialogProps) {
  const text = useText()
  const [secret, setSecret] = useState('')
  const [error, setError] = useState<ErrorData | null>(null)

  function close() {
    setSecret('')
    setError(null)
    does.onClose()
  }
  async function submit() {
    const refused = await does.onSubmit(secret)
    setSecret('')
    if (refused) setError(refused)
    else close()
  }

  return (
    <Dialog title={title} isOpen={isOpen} onClose={close}>
      <DialogForm
        action={action}
        isReady={secret !== ''}
        isDangerous={isDangerous}
        onSubmit={() => void submit()}
        onBack={close}
      >
        {body !== undefined && <p>{body}</p>}
        <TextField
          label={label}
          type="password"
          value={secret}
          onChange={setSecret}
          autoFocus
          maxLength={200}
          {...(error && { error: errorText(text, error) })}
        />
      </DialogForm>
    </Dialog>
  )
}
