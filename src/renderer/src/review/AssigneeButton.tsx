import { UserRound } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { DocumentView } from '../../../shared/document-view'
import { isTeamOf, usePeople } from '../app/people-slice'
import { useText } from '../i18n/t'
import { Tooltip } from '../parts/Tooltip'
import { useReview } from './state/review-store'

/** Whose invoice this is; a press, or M, gives it to somebody else. Nothing where one person works alone. */
export function AssigneeButton({ view }: { readonly view: DocumentView }) {
  const { t } = useText()
  const isTeam = usePeople(isTeamOf)
  const person = usePeople(state => state.people.find(({ id }) => id === view.assigneeId))
  if (!isTeam) return null
  const shown = person ? person.initials : t('review.assignee.none')
  return (
    <Tooltip text={person ? t('review.assignee', { name: person.name }) : t('assign.action')} keys="M">
      <AriaButton
        className="btn ghost"
        aria-label={t('review.assignee.button', { shown, name: person?.name ?? t('assign.nobody') })}
        aria-keyshortcuts="M"
        onPress={() => useReview.getState().openDialog('assign')}
      >
        <UserRound aria-hidden="true" />
        <span className="btn-label">{shown}</span>
      </AriaButton>
    </Tooltip>
  )
}
