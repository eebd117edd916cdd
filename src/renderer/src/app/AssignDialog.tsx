import { ListBox, ListBoxItem } from 'react-aria-components'
import type { PersonId } from '../../../shared/ids'
import { useText } from '../i18n/t'
import { Dialog } from '../parts/Dialog'
import { activePeople, usePeople } from './people-slice'

const anyone = 'anyone'

interface AssignDialogProps {
  readonly count: number
  onAssign(personId: PersonId | null): void
  onClose(): void
}

/** Whose documents these are from now on. An arrow and Enter, or the first letters of a name, choose. */
export function AssignDialog({ count, onAssign, onClose }: AssignDialogProps) {
  const { t } = useText()
  const people = activePeople(usePeople(state => state.people))
  const choices = [
    ...people.map(({ id, name, initials }) => ({ id: id as string, name, initials })),
    { id: anyone, name: t('assign.nobody'), initials: '—' },
  ]
  const choose = (id: string) => {
    onClose()
    onAssign(people.find(person => person.id === id)?.id ?? null)
  }
  return (
    <Dialog title={t('assign.title', { count })} isOpen onClose={onClose}>
      <ListBox
        className="menu assign-list"
        aria-label={t('assign.to')}
        items={choices}
        autoFocus="first"
        onAction={key => choose(String(key))}
      >
        {({ id, name, initials }) => (
          <ListBoxItem id={id} textValue={name} className="menu-item">
            <span className="initials" aria-hidden="true">
              {initials}
            </span>
            <span className="menu-label">{name}</span>
          </ListBoxItem>
        )}
      </ListBox>
    </Dialog>
  )
}
