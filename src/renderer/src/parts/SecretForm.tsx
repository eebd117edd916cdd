import { useState, type ComponentProps, type ReactNode } from 'react'
import type { ErrorData } from '../../../shared/result'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from './Button'
import { TextField } from './TextField'

interface SecretFormProps {
  readonly field: Pick<ComponentProps<typeof TextField>, 'label' | 'hint' | 'type' | 'className'>
  /** Names the effect. */
  readonly action: string
  /** Above the field. */
  readonly children?: ReactNode
  /** Below the field: what else must be said. */
  readonly more?: ReactNode
  /** Whether `more` is filled in. */
  readonly isReady?: boolean
  /** Another way on, before the one that acts. */
  readonly beside?: ReactNode
  /** What was typed goes with every answer, right or wrong; otherwise it stays to be mended. */
  readonly forgets?: boolean
  /** @returns why it was refused, told until something else is typed; null when it was right */
  attempt(secret: string): Promise<ErrorData | null>
}

/** Asks for the passphrase or key that opens what is locked, and tries it. Outside of dialogs; those have `SecretDialog`. */
export function SecretForm({ field, action, children, more, isReady = true, beside, ...rest }: SecretFormProps) {
  const { forgets = false, attempt } = rest
  const text = useText()
  const [secret, setSecret] = useState('')
  const [error, setError] = useState<ErrorData | null>(null)
  const [isTrying, setIsTrying] = useState(false)
  const isWhole = secret !== '' && isReady

  async function submit() {
    if (!isWhole || isTrying) return
    setIsTrying(true)
    setError(await attempt(secret))
    if (forgets) setSecret('')
    setIsTrying(false)
  }

  const act = (
    <Button tone="primary" type="submit" isDisabled={!isWhole || isTrying}>
      {isTrying ? text.t('lock.trying') : action}
    </Button>
  )
  return (
    <form
      className="secret-form"
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      {children}
      <TextField
        {...field}
        value={secret}
        onChange={typed => {
          setSecret(typed)
          setError(null)
        }}
        autoFocus
        maxLength={200}
        {...(error && { error: errorText(text, error) })}
      />
      {more}
      {beside === undefined ? (
        act
      ) : (
        <div className="actions">
          {beside}
          {act}
        </div>
      )}
    </form>
  )
}
