import { z } from 'zod'
import { PersonId } from './ids'
import { GivenRight } from './rights'

const date = z.iso.date()

/** What a person is called. Names are unique in a workspace, so that a journal never leaves it open who is meant. */
export const PersonInput = z.object({
  name: z.string().trim().min(1).max(100),
  initials: z.string().trim().min(1).max(4),
})
export type PersonInput = z.infer<typeof PersonInput>

/** While away, someone else may approve in this person's place. Both days belong to it. */
export const AbsenceInput = z.object({ personId: PersonId, delegateId: PersonId, from: date, to: date })
export type AbsenceInput = z.infer<typeof AbsenceInput>

export const PersonView = PersonInput.extend({
  id: PersonId,
  isActive: z.boolean(),
  rights: z.array(GivenRight),
  /** Whether this person signs in with a passphrase. */
  hasPassphrase: z.boolean(),
})
export type PersonView = z.infer<typeof PersonView>

export const AbsenceView = AbsenceInput.extend({ id: z.string() })
export type AbsenceView = z.infer<typeof AbsenceView>

export const PeopleView = z.object({
  people: z.array(PersonView),
  absences: z.array(AbsenceView),
  /** Who sits at this machine; null in a workspace without names. */
  sitting: PersonId.nullable(),
  /** Somebody has a passphrase, so everybody must sign in. */
  isProtected: z.boolean(),
})
export type PeopleView = z.infer<typeof PeopleView>
