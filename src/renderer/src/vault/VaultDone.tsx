import { CircleCheck } from 'lucide-react'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import type { VaultOutcome } from './vault-slice'

interface VaultDoneProps {
  readonly task: VaultOutcome
  onClose(): void
}

/** What a task of the vault came to, until somebody has read it. */
export function VaultDone({ task, onClose }: VaultDoneProps) {
  const { t } = useText()
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        onClose()
      }}
    >
      <p className="verdict-head good-ink" role="status">
        <CircleCheck aria-hidden="true" />
        {t(`vault.${task}.done`)}
      </p>
      <footer>
        <Button tone="primary" type="submit" autoFocus>
          {t('dialog.close')}
        </Button>
      </footer>
    </form>
  )
}
