import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import type { PersonView } from '../../../shared/people'
import { GivenRight } from '../../../shared/rights'
import { isTeamOf, usePeople } from '../app/people-slice'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { Checkbox } from '../parts/Checkbox'
import { PassphraseDialog } from './PassphraseDialog'

/** What a person may do, and what they sign in with. Rights show only where there is somebody to tell apart. */
export function PersonAccess({ person }: { readonly person: PersonView }) {
  const { t } = useText()
  const isTeam = usePeople(isTeamOf)
  const isOwn = usePeople(state => state.sitting === person.id)
  const [isAsking, setIsAsking] = useState(false)
  const { id: personId, name, rights } = person
  const give = (right: GivenRight, isGiven: boolean) =>
    void usePeople
      .getState()
      .setRights({ personId, rights: isGiven ? [...rights, right] : rights.filter(one => one !== right) })
  return (
    <div className="person-access">
      {isTeam && (
        <div className="person-rights" role="group" aria-label={t('rights.of', { name })}>
          {GivenRight.options.map(right => (
            <Checkbox key={right} isSelected={rights.includes(right)} onChange={isGiven => give(right, isGiven)}>
              {t(`right.${right}`)}
            </Checkbox>
          ))}
        </div>
      )}
      <Button
        className="small"
        icon={KeyRound}
        onPress={() => setIsAsking(true)}
        aria-label={t('passphrase.title', { name })}
      >
        {t(person.hasPassphrase ? 'passphrase.change' : 'passphrase.set')}
      </Button>
      <PassphraseDialog person={person} isOwn={isOwn} isOpen={isAsking} onClose={() => setIsAsking(false)} />
    </div>
  )
}
