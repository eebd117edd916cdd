import { useState } from 'react'
import type { DocumentView } from '../../../shared/document-view'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { Dialog } from '../parts/Dialog'
import { TextField } from '../parts/TextField'
import { pageSources, useReview } from './state/review-store'

interface PasswordDialogProps {
  readonly view: DocumentView
}

/** Asks for a document's password. It goes to the reader and to the viewer, and is kept nowhere. */
export function PasswordDialog({ view }: PasswordDialogProps) {
  const { t } = useText()
  const isOpen = useReview(state => state.dialog === 'password')
  const { closeDialog, retry } = useReview.getState()
  const [password, setPassword] = useState('')

  function submit() {
    if (password === '') return
    pageSources.unlock(view, password)
    void retry({ password })
    setPassword('')
    closeDialog()
  }

  return (
    <Dialog title={t('review.password.title')} isOpen={isOpen} onClose={closeDialog}>
      <form
        onSubmit={event => {
          event.preventDefault()
          submit()
        }}
      >
        <p>{t('review.password.body', { fileName: view.fileName })}</p>
        <TextField
          label={t('review.password.label')}
          type="password"
          value={password}
          onChange={setPassword}
          autoFocus
          maxLength={200}
        />
        <footer>
          <Button onPress={closeDialog}>{t('dialog.cancel')}</Button>
          <Button tone="primary" type="submit" isDisabled={password === ''}>
            {t('review.password.action')}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
