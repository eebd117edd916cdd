import { and, asc, eq, gte, lte } from 'drizzle-orm'
import { personActor } from '../../shared/actor'
import type { EpochMs, PersonId } from '../../shared/ids'
import type { AbsenceInput, PeopleView, PersonInput } from '../../shared/people'
import { AppError } from '../../shared/result'
import { GivenRight } from '../../shared/rights'
import { appendJournal } from '../store/journal'
import { absences, people } from '../store/schema'
import type { Reader, Tx } from '../store/write'
import { isProtected, peopleWithPassphrase } from './passphrases'
import { seat, sittingActor, sittingPerson } from './sitting'

export type PersonRow = typeof people.$inferSelect

/** When, and how new rows are named. */
export interface PeopleContext {
  readonly now: EpochMs
  newId<T extends string>(): T
}

/** Everyone, in order of arrival; those who left stand among them, for the journal names them. */
export function allPeople(reader: Reader): PersonRow[] {
  return reader.select().from(people).orderBy(asc(people.createdAt), asc(people.id)).all()
}

export function peopleView(reader: Reader): PeopleView {
  const proven = peopleWithPassphrase(reader)
  return {
    people: allPeople(reader).map(({ id, name, initials, isActive, rights }) => ({
      id,
      name,
      initials,
      isActive,
      rights,
      hasPassphrase: proven.has(id),
    })),
    absences: reader
      .select()
      .from(absences)
      .orderBy(asc(absences.fromDate), asc(absences.id))
      .all()
      .map(({ id, personId, delegateId, fromDate, toDate }) => ({
        id,
        personId,
        delegateId,
        from: fromDate,
        to: toDate,
      })),
    sitting: sittingPerson(reader)?.id ?? null,
    isProtected: isProtected(reader),
  }
}

/** @throws AppError `person_not_found` */
function personById(reader: Reader, personId: PersonId): PersonRow {
  const row = reader.select().from(people).where(eq(people.id, personId)).get()
  if (!row) throw new AppError('person_not_found', {}, 'never')
  return row
}

/** @throws AppError `person_not_found`, also for one who left */
export function activePersonById(reader: Reader, personId: PersonId): PersonRow {
  const person = personById(reader, personId)
  if (!person.isActive) throw new AppError('person_not_found', {}, 'never')
  return person
}

/** @throws AppError `person_name_taken` */
export function addPerson(tx: Tx, input: PersonInput, ctx: PeopleContext): PersonRow {
  requireNameIsFree(tx, input.name, null)
  const actor = sittingActor(tx)
  const person = {
    id: ctx.newId<PersonId>(),
    ...input,
    isActive: true,
    createdAt: ctx.now,
    rights: [...GivenRight.options],
  }
  tx.insert(people).values(person).run()
  appendJournal(tx, {
    at: ctx.now,
    actor,
    kind: 'person.added',
    documentId: null,
    params: { name: person.name },
    after: person,
  })
  return person
}

/**
 * Renames a person, or lets one go or come back.
 *
 * @param requireStillPossible throws when a policy cannot do without somebody who leaves
 * @throws AppError `person_not_found`, `person_name_taken`, `administrator_needed`; what `requireStillPossible` throws
 */
export function changePerson(
  tx: Tx,
  personId: PersonId,
  input: PersonInput & { readonly isActive: boolean },
  ctx: PeopleContext,
  requireStillPossible: (tx: Tx) => void,
): void {
  const before = personById(tx, personId)
  requireNameIsFree(tx, input.name, personId)
  const after = { ...before, ...input }
  const actor = sittingActor(tx)
  tx.update(people).set(input).where(eq(people.id, personId)).run()
  requireAdministrator(tx)
  requireStillPossible(tx)
  appendJournal(tx, {
    at: ctx.now,
    actor,
    kind: 'person.changed',
    documentId: null,
    params: { name: after.name },
    before,
    after,
  })
}

/**
 * Gives and takes rights.
 *
 * @throws AppError `person_not_found`, `administrator_needed`
 */
export function setRights(tx: Tx, personId: PersonId, rights: readonly GivenRight[], now: EpochMs): void {
  const before = activePersonById(tx, personId)
  const after = { ...before, rights: GivenRight.options.filter(right => rights.includes(right)) }
  const actor = sittingActor(tx)
  tx.update(people).set({ rights: after.rights }).where(eq(people.id, personId)).run()
  requireAdministrator(tx)
  const params = { name: before.name, rights: after.rights.join(', ') }
  appendJournal(tx, { at: now, actor, kind: 'person.rights_set', documentId: null, params, before, after })
}

/**
 * Somebody must be able to change settings and people; where people sign in, it must be one who can.
 *
 * @throws AppError `administrator_needed`
 */
export function requireAdministrator(reader: Reader): void {
  const active = allPeople(reader).filter(person => person.isActive)
  const proven = isProtected(reader) ? peopleWithPassphrase(reader) : null
  const mayAdminister = (person: PersonRow) => person.rights.includes('administer') && (proven?.has(person.id) ?? true)
  if (active.length > 0 && !active.some(mayAdminister)) throw new AppError('administrator_needed')
}

/** @throws AppError `person_not_found`, also for one who left */
export function sitDown(tx: Tx, personId: PersonId, now: EpochMs): void {
  const person = activePersonById(tx, personId)
  if (sittingPerson(tx)?.id === personId) return
  seat(tx, personId)
  appendJournal(tx, {
    at: now,
    actor: personActor(person),
    kind: 'person.sat_down',
    documentId: null,
    params: { name: person.name },
  })
}

/** @throws AppError `absence_impossible`, `person_not_found` */
export function addAbsence(tx: Tx, { personId, delegateId, from, to }: AbsenceInput, ctx: PeopleContext): void {
  const [person, delegate] = [personById(tx, personId), personById(tx, delegateId)]
  if (personId === delegateId || from > to || !delegate.isActive) throw new AppError('absence_impossible')
  const absence = { id: ctx.newId<string>(), personId, delegateId, fromDate: from, toDate: to }
  tx.insert(absences).values(absence).run()
  const params = { name: person.name, delegate: delegate.name, from, to }
  const actor = sittingActor(tx)
  appendJournal(tx, { at: ctx.now, actor, kind: 'absence.added', documentId: null, params, after: absence })
}

export function removeAbsence(tx: Tx, id: string, now: EpochMs): void {
  const before = tx.select().from(absences).where(eq(absences.id, id)).get()
  if (!before) return
  tx.delete(absences).where(eq(absences.id, id)).run()
  const params = { name: personById(tx, before.personId).name, from: before.fromDate, to: before.toDate }
  appendJournal(tx, { at: now, actor: sittingActor(tx), kind: 'absence.removed', documentId: null, params, before })
}

/** Absent person → who may approve in their place on a day, YYYY-MM-DD. */
export function delegatesOn(reader: Reader, day: string): ReadonlyMap<PersonId, readonly PersonId[]> {
  const rows = reader
    .select({ personId: absences.personId, delegateId: absences.delegateId })
    .from(absences)
    .innerJoin(people, and(eq(people.id, absences.delegateId), eq(people.isActive, true)))
    .where(and(lte(absences.fromDate, day), gte(absences.toDate, day)))
    .all()
  const byPerson = Map.groupBy(rows, row => row.personId)
  return new Map([...byPerson].map(([personId, group]) => [personId, group.map(row => row.delegateId)]))
}

/** Whatever the case; names are unique. */
export function activePersonNamed(reader: Reader, name: string): PersonRow | undefined {
  return allPeople(reader).find(person => person.isActive && isSameName(person.name, name))
}

/** Whatever the case, and the spaces around it. */
export function isSameName(one: string, other: string): boolean {
  return fold(one) === fold(other)
}

const fold = (text: string) => text.trim().toLocaleLowerCase('en')

function requireNameIsFree(reader: Reader, name: string, except: PersonId | null): void {
  const isTaken = allPeople(reader).some(person => person.id !== except && isSameName(person.name, name))
  if (isTaken) throw new AppError('person_name_taken', { name })
}
