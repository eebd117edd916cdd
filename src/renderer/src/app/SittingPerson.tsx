import { Button as AriaButton } from 'react-aria-components'
import { useText } from '../i18n/t'
import { Menu } from '../parts/Menu'
import { activePeople, usePeople } from './people-slice'

/** Initials of who sits here, with the others one click away. Nothing where one person works alone. */
export function SittingPerson() {
  const { t } = useText()
  const people = usePeople(state => state.people)
  const sitting = usePeople(state => state.sitting)
  const active = activePeople(people)
  const person = active.find(({ id }) => id === sitting)
  if (active.length < 2 || !person) return null
  return (
    <Menu
      label={t('people.switch')}
      choices={active.map(({ id, name }) => ({ id, label: name, isSelected: id === sitting }))}
      onChoose={id => {
        const chosen = active.find(one => one.id === id)
        if (chosen) void usePeople.getState().sit(chosen.id)
      }}
    >
      <AriaButton
        className="sitting"
        aria-label={t('people.sitting', { initials: person.initials, name: person.name })}
      >
        {person.initials}
      </AriaButton>
    </Menu>
  )
}
