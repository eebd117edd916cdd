import { Pause, TriangleAlert } from 'lucide-react'
import type { DocumentView } from '../../../shared/document-view'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { useReview } from './state/review-store'

/** What a document on hold waits for and until when; a question is answered from here. */
export function HoldLine({ view }: { readonly view: DocumentView }) {
  const { t, date } = useText()
  const { state, stateReason, holdUntil, isOverdue = false } = view
  if (state !== 'on_hold') return null
  const question = view.comments?.findLast(
    comment => comment.question?.isAnswered === false && comment.text.startsWith(stateReason ?? comment.text),
  )
  const due = holdUntil == null ? null : t(isOverdue ? 'hold.overdue' : 'hold.dueOn', { date: date(holdUntil) })
  const Icon = isOverdue ? TriangleAlert : Pause
  return (
    <div className={isOverdue ? 'rv-hold overdue' : 'rv-hold'} role="status">
      <Icon aria-hidden="true" />
      <span className="rv-hold-reason">
        {stateReason === null ? t('review.held') : t('review.held.for', { reason: stateReason })}
      </span>
      {due !== null && <span className="num">· {due}</span>}
      {question && (
        <Button className="small" onPress={() => useReview.getState().openComments(question.id)}>
          {t('comments.answer')}
        </Button>
      )}
    </div>
  )
}
