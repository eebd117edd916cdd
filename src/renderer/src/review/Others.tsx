import { Layers } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { Dialog } from '../parts/Dialog'
import { Kbd } from '../parts/Kbd'

interface OthersOfferProps {
  /** How many others there are. */
  readonly told: string
  readonly show: string
  readonly keys: string
  readonly dismiss: string
  onShow(): void
  onDismiss(): void
}

/** After something was settled: others that the same would settle, and the way to see them first. */
export function OthersOffer({ told, show, keys, dismiss, onShow, onDismiss }: OthersOfferProps) {
  return (
    <p className="rv-others" role="status">
      <Layers aria-hidden="true" />
      <span>{told}</span>
      <button type="button" className="rv-link" aria-keyshortcuts={keys} onClick={onShow}>
        {show} <Kbd keys={keys} />
      </button>
      <button type="button" className="rv-link" onClick={onDismiss}>
        {dismiss}
      </button>
    </p>
  )
}

interface OthersDialogProps {
  readonly title: string
  readonly apply: string
  /** What would change. */
  readonly children: ReactNode
  onApply(): void
  onClose(): void
}

/** What the same would change on others, before anything is changed; Enter applies it. */
export function OthersDialog({ title, apply, children, onApply, onClose }: OthersDialogProps) {
  const { t } = useText()
  const confirm = () => {
    onClose()
    onApply()
  }
  return (
    <Dialog
      title={title}
      isOpen
      size="large"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button tone="primary" autoFocus onPress={confirm}>
            {apply}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
