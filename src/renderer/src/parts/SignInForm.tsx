import { useState, type ReactNode } from 'react'
import type { PersonId } from '../../../shared/ids'
import type { ErrorData } from '../../../shared/result'
import { useText } from '../i18n/t'
import { SecretForm } from './SecretForm'
import { Select } from './Select'

interface SignInFormProps {
  readonly people: readonly { readonly id: PersonId; readonly name: string }[]
  /** Who is offered first; otherwise the first of them. */
  readonly sitting?: PersonId | null
  /** Asks who it is. */
  readonly who: string
  readonly action: string
  readonly children?: ReactNode
  readonly beside?: ReactNode
  signIn(personId: PersonId, passphrase: string): Promise<ErrorData | null>
}

/** Who are you, and your passphrase. */
export function SignInForm({ people, sitting = null, who, action, children, beside, signIn }: SignInFormProps) {
  const { t } = useText()
  const [chosen, setChosen] = useState(sitting)
  const person = people.find(({ id }) => id === chosen) ?? people[0]
  if (!person) return beside
  return (
    <SecretForm
      field={{ label: t('lock.passphrase'), type: 'password' }}
      action={action}
      beside={beside}
      forgets
      attempt={passphrase => signIn(person.id, passphrase)}
    >
      {children}
      <Select<PersonId>
        label={who}
        value={person.id}
        options={people.map(({ id, name }) => ({ id, label: name }))}
        onChange={setChosen}
      />
    </SecretForm>
  )
}
