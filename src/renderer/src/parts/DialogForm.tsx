import type { ReactNode } from 'react'
import { useText } from '../i18n/t'
import { Button } from './Button'

interface DialogFormProps {
  /** The fields. */
  readonly children: ReactNode
  /** Names the effect: "Disconnect", never "OK". */
  readonly action: string
  /** Whether what was filled in may be sent; until then neither the button nor Enter does anything. */
  readonly isReady: boolean
  readonly isDangerous?: boolean
  /** Names the way back where it is not simply "Cancel". */
  readonly back?: string
  onSubmit(): void
  onBack(): void
}

/** What a dialog asks for, with the way back and the button that acts at its foot. */
export function DialogForm({ children, action, isReady, isDangerous = false, back, ...does }: DialogFormProps) {
  const { t } = useText()
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (isReady) does.onSubmit()
      }}
    >
      {children}
      <footer>
        <Button onPress={does.onBack}>{back ?? t('dialog.cancel')}</Button>
        <Button tone={isDangerous ? 'danger' : 'primary'} type="submit" isDisabled={!isReady}>
          {action}
        </Button>
      </footer>
    </form>
  )
}
