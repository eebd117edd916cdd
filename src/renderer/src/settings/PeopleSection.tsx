import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { PersonView } from '../../../shared/people'
import { activePeople, usePeople } from '../app/people-slice'
import { useText } from '../i18n/t'
import { Button, IconButton } from '../parts/Button'
import { DateInput } from '../parts/DateInput'
import { SavedTextField } from '../parts/SavedTextField'
import { Select } from '../parts/Select'
import { TextField } from '../parts/TextField'
import { LockSettings } from './LockSettings'
import { PersonAccess } from './PersonAccess'

/** Who works here, and who stands in while somebody is away. */
export function PeopleSection() {
  const { t } = useText()
  const people = usePeople(state => state.people)
  const isProtected = usePeople(state => state.isProtected)
  return (
    <>
      <p className="muted">{t('people.intro')}</p>
      {people.length > 0 && (
        <ul className="people-list" aria-label={t('settings.section.people')}>
          {people.map(person => (
            <PersonRow key={person.id} person={person} />
          ))}
        </ul>
      )}
      <AddPerson />
      {isProtected && <LockSettings />}
      {activePeople(people).length > 1 && <Absences />}
    </>
  )
}

function PersonRow({ person }: { readonly person: PersonView }) {
  const { t } = useText()
  const { id: personId, name, initials, isActive } = person
  const { change } = usePeople.getState()
  const save = (part: Partial<PersonView>) => void change({ personId, name, initials, isActive, ...part })
  return (
    <li className={isActive ? undefined : 'is-gone'}>
      <SavedTextField
        label={t('people.initials')}
        value={initials}
        onSave={text => save({ initials: text })}
        maxLength={4}
      />
      <SavedTextField label={t('people.name')} value={name} onSave={text => save({ name: text })} maxLength={100} />
      <Button onPress={() => save({ isActive: !isActive })}>
        {t(isActive ? 'people.deactivate' : 'people.activate')}
      </Button>
      {isActive && <PersonAccess person={person} />}
    </li>
  )
}

/** "Ana María Ruiz" is AMR. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  return words
    .map(word => word.charAt(0).toLocaleUpperCase())
    .join('')
    .slice(0, 3)
}

function AddPerson() {
  const { t } = useText()
  const [name, setName] = useState('')
  const add = async () => {
    if (await usePeople.getState().add({ name: name.trim(), initials: initialsOf(name) })) setName('')
  }
  return (
    <form
      className="people-add"
      onSubmit={event => {
        event.preventDefault()
        void add()
      }}
    >
      <TextField label={t('people.new')} value={name} onChange={setName} maxLength={100} />
      <Button type="submit" icon={Plus} isDisabled={name.trim() === ''}>
        {t('people.add')}
      </Button>
    </form>
  )
}

function Absences() {
  const { t, date } = useText()
  const people = usePeople(state => state.people)
  const absences = usePeople(state => state.absences)
  const options = activePeople(people).map(({ id, name }) => ({ id, label: name }))
  const [first, second] = options
  const [draft, setDraft] = useState({ personId: first?.id, delegateId: second?.id, from: '', to: '' })
  const nameOf = (id: string) => people.find(person => person.id === id)?.name ?? ''
  const { personId, delegateId, from, to } = draft
  const isWhole = personId !== undefined && delegateId !== undefined && from !== '' && to !== ''
  const add = async () => {
    if (!isWhole) return
    const isKept = await usePeople.getState().addAbsence({ personId, delegateId, from, to })
    if (isKept) setDraft({ ...draft, from: '', to: '' })
  }
  if (!first || !second) return null
  return (
    <div className="sub">
      <h3>{t('people.absences')}</h3>
      <ul className="absence-list" aria-label={t('people.absences')}>
        {absences.map(absence => (
          <li key={absence.id}>
            {t('people.absence', {
              name: nameOf(absence.personId),
              delegate: nameOf(absence.delegateId),
              from: date(absence.from),
              to: date(absence.to),
            })}
            <IconButton
              label={t('people.absence.remove')}
              icon={Trash2}
              onPress={() => void usePeople.getState().removeAbsence(absence.id)}
            />
          </li>
        ))}
      </ul>
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          void add()
        }}
      >
        <Select
          label={t('people.absence.who')}
          value={personId ?? first.id}
          options={options}
          onChange={id => setDraft({ ...draft, personId: id })}
        />
        <Select
          label={t('people.absence.delegate')}
          value={delegateId ?? second.id}
          options={options}
          onChange={id => setDraft({ ...draft, delegateId: id })}
        />
        <DateInput label={t('people.absence.from')} value={from} onChange={day => setDraft({ ...draft, from: day })} />
        <DateInput label={t('people.absence.to')} value={to} onChange={day => setDraft({ ...draft, to: day })} />
        <div className="actions">
          <Button type="submit" isDisabled={!isWhole}>
            {t('people.absence.add')}
          </Button>
        </div>
      </form>
    </div>
  )
}
