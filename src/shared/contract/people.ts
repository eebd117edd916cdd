import { z } from 'zod'
import { PersonId } from '../ids'
import { AbsenceInput, PeopleView, PersonInput } from '../people'
import { GivenRight, NewPassphrase, TypedPassphrase } from '../rights'
import { nothing, text } from './parts'

/** Who works here, with which rights, and when they are away. */
export const peopleCalls = {
  'people.get': { input: nothing, output: PeopleView },
  'people.add': { input: PersonInput, output: PeopleView },
  'people.change': { input: PersonInput.extend({ personId: PersonId, isActive: z.boolean() }), output: PeopleView },
  /** Somebody sits at this machine now; where people sign in, with their passphrase. Also unlocks the window. */
  'people.sit': {
    input: z.object({ personId: PersonId, passphrase: TypedPassphrase.nullable().default(null) }),
    output: PeopleView,
  },
  'people.setRights': {
    input: z.object({ personId: PersonId, rights: z.array(GivenRight).max(5) }),
    output: PeopleView,
  },
  /** One's own, with the one so far, or as an administrator that of another. The first one protects the workspace. */
  'people.setPassphrase': {
    input: z.object({
      personId: PersonId,
      passphrase: NewPassphrase,
      current: TypedPassphrase.nullable().default(null),
    }),
    output: PeopleView,
  },
  /** Who works alone may do without again. */
  'people.removePassphrase': { input: z.object({ current: TypedPassphrase }), output: PeopleView },
  'absence.add': { input: AbsenceInput, output: PeopleView },
  'absence.remove': { input: z.object({ absenceId: text(36) }), output: PeopleView },
}
