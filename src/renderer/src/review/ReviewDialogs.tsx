import type { DocumentView } from '../../../shared/document-view'
import { AssignDialog } from '../app/AssignDialog'
import { useText } from '../i18n/t'
import { ReasonDialog } from '../parts/Dialog'
import { IssueDialogs } from './issues/IssueDialogs'
import { SameDialog } from './issues/SameCause'
import { LikeDialog } from './lines/LikeLines'
import { SplitDialog } from './lines/SplitDialog'
import { CutDialog } from './pages/CutDialog'
import { JoinDialog } from './pages/JoinDialog'
import { PasswordDialog } from './PasswordDialog'
import { useReview } from './state/review-store'

interface ReviewDialogsProps {
  readonly view: DocumentView
}

/** Questions of the review screen, asked one at a time. */
export function ReviewDialogs({ view }: ReviewDialogsProps) {
  const { t } = useText()
  const dialog = useReview(state => state.dialog)
  const { closeDialog, hold, reject, assign } = useReview.getState()
  return (
    <>
      <ReasonDialog
        title={t('review.hold.title')}
        question={t('review.hold.question')}
        action={t('command.hold')}
        isOpen={dialog === 'hold'}
        asksDueDate
        onConfirm={(reason, dueDate) => void hold(reason, dueDate)}
        onClose={closeDialog}
      />
      <ReasonDialog
        title={t('review.reject.title')}
        question={t('review.reject.question')}
        hint={t('review.reject.hint')}
        action={t('review.header.reject')}
        isOpen={dialog === 'reject'}
        onConfirm={reason => void reject(reason)}
        onClose={closeDialog}
      />
      <IssueDialogs key={`${view.documentId} issue`} view={view} />
      {dialog === 'split' && <SplitDialog view={view} />}
      {dialog === 'cut' && <CutDialog key={`cut ${view.documentId}`} view={view} />}
      {dialog === 'join' && <JoinDialog key={`join ${view.documentId}`} view={view} />}
      {dialog === 'assign' && (
        <AssignDialog count={1} onAssign={personId => void assign(personId)} onClose={closeDialog} />
      )}
      <SameDialog />
      <LikeDialog />
      <PasswordDialog key={view.documentId} view={view} />
    </>
  )
}
