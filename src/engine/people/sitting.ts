import { asc, eq } from 'drizzle-orm'
import { personActor, unnamedPerson } from '../../shared/actor'
import { PersonId } from '../../shared/ids'
import { AppError } from '../../shared/result'
import type { Right } from '../../shared/rights'
import { people } from '../store/schema'
import { readSetting, writeSetting } from '../store/settings'
import type { Reader, Tx } from '../store/write'

type PersonRow = typeof people.$inferSelect

const sittingKey = 'sittingPerson'

/** Who sits at this machine: the one chosen last, or the first who ever came; undefined in a workspace without names. */
export function sittingPerson(reader: Reader): PersonRow | undefined {
  const active = reader
    .select()
    .from(people)
    .where(eq(people.isActive, true))
    .orderBy(asc(people.createdAt), asc(people.id))
    .all()
  const chosen = readSetting(reader, sittingKey, PersonId)
  return active.find(person => person.id === chosen) ?? active[0]
}

/** Whom the journal names for what is decided at this machine now. */
export function sittingActor(reader: Reader): string {
  const person = sittingPerson(reader)
  return person ? personActor(person) : unnamedPerson
}

/**
 * A workspace without names belongs to whoever works there; everybody else has the rights they were given.
 *
 * @throws AppError `right_missing` (params `reason`: the right)
 */
export function requireRight(reader: Reader, right: Right): void {
  const person = sittingPerson(reader)
  if (!person || right === 'read' || person.rights.includes(right)) return
  throw new AppError('right_missing', { reason: right })
}

/** Remembers the choice. Journaling is the caller's. */
export function seat(tx: Tx, personId: PersonId): void {
  writeSetting(tx, sittingKey, personId)
}
