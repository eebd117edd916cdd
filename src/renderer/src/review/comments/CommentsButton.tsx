import { MessageSquare } from 'lucide-react'
import { useRef } from 'react'
import { Button as AriaButton, Dialog, Popover } from 'react-aria-components'
import type { DocumentView } from '../../../../shared/document-view'
import { isTeamOf, usePeople } from '../../app/people-slice'
import { useText } from '../../i18n/t'
import { useReview } from '../state/review-store'
import { CommentComposer } from './CommentComposer'
import { CommentList } from './CommentList'

/** Opens what was written on this document (Ctrl+M); the button says how much there is. */
export function CommentsButton({ view }: { readonly view: DocumentView }) {
  const { t } = useText()
  const isTeam = usePeople(isTeamOf)
  const isOpen = useReview(state => state.showsComments)
  const { openComments, closeComments } = useReview.getState()
  const button = useRef<HTMLButtonElement>(null)
  const comments = view.comments ?? []
  return (
    <>
      <AriaButton
        ref={button}
        className="rv-foot-button"
        aria-keyshortcuts="Control+M"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={() => openComments()}
      >
        <MessageSquare aria-hidden="true" />
        {t(isTeam ? 'comments.open' : 'comments.notes', { count: comments.length })}
      </AriaButton>
      <Popover
        className="popover rv-comments"
        placement="top start"
        triggerRef={button}
        isOpen={isOpen}
        onOpenChange={open => !open && closeComments()}
      >
        <Dialog aria-label={t(isTeam ? 'comments.title' : 'comments.title.notes')}>
          <h3>{t(isTeam ? 'comments.title' : 'comments.title.notes')}</h3>
          <CommentList comments={comments} />
          <CommentComposer view={view} />
        </Dialog>
      </Popover>
    </>
  )
}
