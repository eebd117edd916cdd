import { Button as AriaButton } from 'react-aria-components'
import type { InboxFilter } from '../../../shared/inbox'
import { useCounts } from '../app/counts-slice'
import { activePeople, usePeople } from '../app/people-slice'
import { useText } from '../i18n/t'
import { SetChip, ChoiceChip } from './chips'
import { useInbox } from './inbox-slice'

const setFilter = (change: Partial<InboxFilter>) => void useInbox.getState().setFilter(change)

/** Whose documents, which wait for my word, which are overdue. A person who works alone sees the last only. */
export function TeamChips() {
  return (
    <>
      <AssigneeChip />
      <AskedChip />
      <OverdueChip />
    </>
  )
}

function AssigneeChip() {
  const { t } = useText()
  const assignee = useInbox(state => state.filter.assignee)
  const people = usePeople(state => state.people)
  const sitting = usePeople(state => state.sitting)
  const active = activePeople(people)
  if (active.length < 2 && assignee === null) return null
  const me = active.filter(({ id }) => id === sitting)
  const others = active.filter(({ id }) => id !== sitting)
  return (
    <ChoiceChip
      name={t('inbox.filter.assignee')}
      value={assignee}
      choices={[
        ...me.map(({ id, initials, name }) => ({
          id,
          label: t('inbox.filter.me', { initials }),
          chosen: t('inbox.filter.assigneeIs', { name }),
        })),
        ...others.map(({ id, name }) => ({ id, label: name, chosen: t('inbox.filter.assigneeIs', { name }) })),
        { id: 'anyone' as const, label: t('inbox.filter.anyone'), chosen: t('review.assignee.none') },
      ]}
      onChange={chosen => setFilter({ assignee: chosen })}
    />
  )
}

function AskedChip() {
  const { t } = useText()
  const asked = useInbox(state => state.filter.asked)
  const count = useCounts(state => state.asked)
  const people = usePeople(state => state.people)
  const sitting = usePeople(state => state.sitting)
  if (asked !== null) {
    const name = people.find(({ id }) => id === asked)?.name ?? ''
    const label = asked === sitting ? t('inbox.filter.asked') : t('inbox.filter.askedOf', { name })
    return <SetChip label={label} onRemove={() => setFilter({ asked: null })} />
  }
  if (count === 0) return null
  return (
    <AriaButton className="chip" onPress={() => setFilter({ asked: sitting })}>
      {t('inbox.filter.asked')}
    </AriaButton>
  )
}

function OverdueChip() {
  const { t } = useText()
  const isSet = useInbox(state => state.filter.isOverdue)
  const count = useCounts(state => state.overdue)
  if (isSet) return <SetChip label={t('inbox.filter.overdue')} onRemove={() => setFilter({ isOverdue: false })} />
  if (count === 0) return null
  return (
    <AriaButton className="chip" onPress={() => setFilter({ isOverdue: true })}>
      {t('inbox.filter.overdue')}
    </AriaButton>
  )
}
