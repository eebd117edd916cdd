import type { DocumentView } from '../../../shared/document-view'
import { useText } from '../i18n/t'
import { SecretDialog } from '../parts/SecretDialog'
import { pageSources, useReview } from './state/review-store'

interface PasswordDialogProps {
  readonly view: DocumentView
}

/** Asks for a document's password. It goes to the reader and to the viewer, and is kept nowhere. */
export function PasswordDialog({ view }: PasswordDialogProps) {
  const { t } = useText()
  const isOpen = useReview(state => state.dialog === 'password')
  const { closeDialog, retry } = useReview.getState()

  function unlock(password: string) {
    pageSources.unlock(view, password)
    void retry({ password })
    return Promise.resolve(null)
  }

  return (
    <SecretDialog
      title={t('review.password.title')}
      body={t('review.password.body', { fileName: view.fileName })}
      label={t('review.password.label')}
      action={t('review.password.action')}
      isOpen={isOpen}
      onSubmit={unlock}
      onClose={closeDialog}
    />
  )
}
