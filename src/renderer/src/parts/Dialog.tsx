import { X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useText } from '../i18n/t'
import { Button, IconButton } from './Button'
import { DateInput } from './DateInput'
import { DialogForm } from './DialogForm'
import { TextField } from './TextField'

interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  onClose(): void
  readonly children: ReactNode
  /** Buttons at the foot, the one that acts last. */
  readonly actions?: ReactNode
  /** full: as much of the window as there is. */
  readonly size?: 'small' | 'large' | 'full'
  readonly role?: 'dialog' | 'alertdialog'
  /** Why it cannot be closed now; left out while it can. */
  readonly staysOpen?: string | undefined
}

/** A modal dialog: focus stays inside, Esc closes it, focus returns to where it was. */
export function Dialog({ title, isOpen, onClose, children, actions, ...rest }: DialogProps) {
  const { t } = useText()
  const { size = 'small', role = 'dialog', staysOpen } = rest
  return (
    <ModalOverlay
      className="overlay"
      isOpen={isOpen}
      onOpenChange={open => !open && onClose()}
      isDismissable={staysOpen === undefined}
      isKeyboardDismissDisabled={staysOpen !== undefined}
    >
      <Modal className={`dialog ${size}`}>
        <AriaDialog role={role}>
          <header>
            <Heading slot="title">{title}</Heading>
            {staysOpen === undefined ? (
              <IconButton label={t('dialog.close')} icon={X} onPress={onClose} />
            ) : (
              <span className="muted">{staysOpen}</span>
            )}
          </header>
          {/* A long one scrolls: the keyboard must be able to do it too. */}
          <div className="dialog-body" {...(size === 'large' && { tabIndex: 0 })}>
            {children}
          </div>
          {actions && <footer>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

interface ConfirmDialogProps {
  readonly title: string
  readonly body: string
  /** Names the effect: "Disconnect", never "OK". */
  readonly action: string
  readonly isOpen: boolean
  readonly isDangerous?: boolean
  onConfirm(): void
  onClose(): void
}

/** Asks once before something that cannot be undone. */
export function ConfirmDialog({
  title,
  body,
  action,
  isOpen,
  isDangerous = false,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const { t } = useText()
  const confirm = () => {
    onClose()
    onConfirm()
  }
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      role="alertdialog"
      actions={
        <>
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button tone={isDangerous ? 'danger' : 'primary'} onPress={confirm} autoFocus>
            {action}
          </Button>
        </>
      }
    >
      <p>{body}</p>
    </Dialog>
  )
}

interface ReasonDialogProps {
  readonly title: string
  /** Label of the text field. */
  readonly question: string
  readonly hint?: string
  readonly action: string
  readonly isOpen: boolean
  /** Words must be given. */
  readonly isRequired?: boolean
  /** Also asks for the day an answer is due. */
  readonly asksDueDate?: boolean
  /** @param dueDate YYYY-MM-DD; null when left out or not asked */
  onConfirm(reason: string, dueDate: string | null): void
  onClose(): void
}

/** Asks for a few words. Where they may be left out, Enter alone goes on. */
export function ReasonDialog({ title, question, hint, action, isOpen, ...asked }: ReasonDialogProps) {
  const { t } = useText()
  const { isRequired = false, asksDueDate = false, onConfirm, onClose } = asked
  const [reason, setReason] = useState('')
  const [due, setDue] = useState('')
  const isMissing = isRequired && reason.trim() === ''
  const confirm = () => {
    onClose()
    onConfirm(reason.trim(), due === '' ? null : due)
    setReason('')
    setDue('')
  }
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose}>
      <DialogForm action={action} isReady={!isMissing} onSubmit={confirm} onBack={onClose}>
        <TextField
          label={question}
          value={reason}
          onChange={setReason}
          autoFocus
          maxLength={500}
          {...(hint !== undefined && { hint })}
        />
        {asksDueDate && <DateInput label={t('hold.due')} value={due} onChange={setDue} />}
      </DialogForm>
    </Dialog>
  )
}
