import type { LucideIcon } from 'lucide-react'
import { useId } from 'react'
import type { DocumentView } from '../../../shared/document-view'
import { useText } from '../i18n/t'
import { Kbd } from '../parts/Kbd'
import { approvalBar } from './state/approval'
import { draftCount } from './state/draft-slice'
import { approveTarget } from './state/progress'
import { useReview } from './state/review-store'

interface ApproveButtonProps {
  readonly view: DocumentView
  readonly icon: LucideIcon
}

/**
 * Approve and next. While something stands against it the button looks disabled but keeps focus and says why: a button
 * that cannot be reached cannot explain itself.
 */
export function ApproveButton({ view, icon: Icon }: ApproveButtonProps) {
  const { t } = useText()
  const id = useId()
  const drafts = useReview(state => draftCount(state.drafts, view.documentId))
  const isDeciding = useReview(state => state.isDeciding)
  const { approve } = useReview.getState()
  const bar = approvalBar(view, drafts)
  const reason = bar ? t(bar.key, bar.params) : null

  return (
    <>
      <button
        type="button"
        className="btn primary rv-approve"
        data-focus-target={approveTarget}
        aria-disabled={bar !== null || isDeciding}
        aria-describedby={reason === null ? undefined : id}
        aria-keyshortcuts="Control+Enter"
        title={reason ?? undefined}
        onKeyDown={event => {
          // A held key approves one invoice, not the queue.
          if (event.repeat) event.preventDefault()
        }}
        onClick={() => void approve()}
      >
        <Icon aria-hidden="true" />
        <span className="btn-label">{t('command.approveAndNext')}</span>
        <Kbd keys="Mod+Enter" />
      </button>
      {reason !== null && (
        <span id={id} className="visually-hidden">
          {reason}
        </span>
      )}
    </>
  )
}
