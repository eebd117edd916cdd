import { and, asc, eq } from 'drizzle-orm'
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { personActor } from '../../shared/actor'
import type { EpochMs, PersonId } from '../../shared/ids'
import { AppError } from '../../shared/result'
import { appendJournal } from '../store/journal'
import type { Store } from '../store/open'
import { passphrases, people } from '../store/schema'
import { write, type Reader, type Tx } from '../store/write'
import { activePersonById, requireAdministrator, type PersonRow } from './people-store'
import { sittingActor } from './sitting'
import { countTry } from './wrong-tries'

/** What is kept instead of a passphrase. */
export type HashedPassphrase = Pick<
  typeof passphrases.$inferSelect,
  'salt' | 'hash' | 'cost' | 'blockSize' | 'parallelism'
>

/** About a third of a second and 128 MB per try (OWASP, Password Storage Cheat Sheet, scrypt). */
export const strength = { cost: 2 ** 17, blockSize: 8, parallelism: 1 } as const

export async function hashPassphrase(passphrase: string): Promise<HashedPassphrase> {
  const salt = randomBytes(16)
  const hash = await derive(passphrase, salt, strength)
  return { salt: salt.toString('base64'), hash: hash.toString('base64'), ...strength }
}

/** Somebody who works here has a passphrase: from then on everybody signs in. */
export function isProtected(reader: Reader): boolean {
  const row = reader
    .select({ id: people.id })
    .from(passphrases)
    .innerJoin(people, eq(people.id, passphrases.personId))
    .where(eq(people.isActive, true))
    .limit(1)
    .get()
  return row !== undefined
}

export function hasPassphrase(reader: Reader, personId: PersonId): boolean {
  return passphraseOf(reader, personId) !== undefined
}

/** Somebody who may administer, and what their passphrase is compared with. */
export interface Administrator extends HashedPassphrase {
  readonly id: PersonId
  readonly name: string
}

/** Whoever may administer and can prove it; nobody where nobody signs in. */
export function provenAdministrators(reader: Reader): readonly Administrator[] {
  const { salt, hash, cost, blockSize, parallelism } = passphrases
  return reader
    .select({ id: people.id, name: people.name, rights: people.rights, salt, hash, cost, blockSize, parallelism })
    .from(passphrases)
    .innerJoin(people, eq(people.id, passphrases.personId))
    .where(eq(people.isActive, true))
    .orderBy(asc(people.createdAt), asc(people.id))
    .all()
    .filter(({ rights }) => rights.includes('administer'))
}

/** Everyone who has one. */
export function peopleWithPassphrase(reader: Reader): ReadonlySet<PersonId> {
  return new Set(
    reader
      .select({ id: passphrases.personId })
      .from(passphrases)
      .all()
      .map(row => row.id),
  )
}

/**
 * Resolves when the passphrase is this person's. A try is counted before it is compared, so that many at once gain nothing.
 *
 * @throws AppError `passphrase_missing` (none was ever set), `passphrase_wait` (params `seconds`), `passphrase_wrong`
 */
export async function requirePassphrase(
  store: Store,
  personId: PersonId,
  typed: string,
  now: () => EpochMs,
): Promise<void> {
  const { row, person, waitMs } = write(store, tx => countAttempt(tx, personId, now()))
  if (waitMs > 0) throw new AppError('passphrase_wait', { seconds: Math.ceil(waitMs / 1000) }, 'later')
  const isRight = await isPassphrase(typed, row)
  write(store, tx => {
    if (isRight) return forgetAttempts(tx, personId, row.hash)
    // The actor is whoever was asked to prove it, not who they say they are.
    const params = { name: person.name, attempts: row.attempts + 1 }
    appendJournal(tx, { at: now(), actor: 'sign-in', kind: 'person.sign_in_refused', documentId: null, params })
  })
  if (!isRight) throw new AppError('passphrase_wrong')
}

/**
 * Sets or replaces a passphrase; that it was, and by whom, is journaled, never the passphrase or its hash.
 *
 * @throws AppError `administrator_needed` when the first one is that of somebody who could not give any to others
 */
export function setPassphrase(tx: Tx, personId: PersonId, hashed: HashedPassphrase, now: EpochMs): void {
  const person = activePersonById(tx, personId)
  // The first one's actor is read before it: from then on nobody sits here unproven.
  const actor = sittingActor(tx)
  const row = { ...hashed, changedAt: now, attempts: 0, waitUntil: 0 }
  tx.insert(passphrases)
    .values({ personId, ...row })
    .onConflictDoUpdate({ target: passphrases.personId, set: row })
    .run()
  requireAdministrator(tx)
  const kind = actor === personActor(person) ? 'person.passphrase_set' : 'person.passphrase_given'
  appendJournal(tx, { at: now, actor, kind, documentId: null, params: { name: person.name } })
}

/** @throws AppError `passphrase_stays` where several people work: each must be able to prove who they are */
export function removePassphrase(tx: Tx, person: PersonRow, now: EpochMs): void {
  const active = tx.select({ id: people.id }).from(people).where(eq(people.isActive, true)).all()
  if (active.length > 1) throw new AppError('passphrase_stays')
  tx.delete(passphrases).where(eq(passphrases.personId, person.id)).run()
  const params = { name: person.name }
  appendJournal(tx, {
    at: now,
    actor: personActor(person),
    kind: 'person.passphrase_removed',
    documentId: null,
    params,
  })
}

function countAttempt(tx: Tx, personId: PersonId, now: EpochMs) {
  const person = activePersonById(tx, personId)
  const row = passphraseOf(tx, personId)
  if (!row) throw new AppError('passphrase_missing', { name: person.name })
  const { tries, waitMs } = countTry(row, now)
  tx.update(passphrases).set(tries).where(eq(passphrases.personId, personId)).run()
  return { row, person, waitMs }
}

/** Unless it was replaced while it was compared. */
function forgetAttempts(tx: Tx, personId: PersonId, hash: string): void {
  tx.update(passphrases)
    .set({ attempts: 0, waitUntil: 0 })
    .where(and(eq(passphrases.personId, personId), eq(passphrases.hash, hash)))
    .run()
}

function passphraseOf(reader: Reader, personId: PersonId) {
  return reader.select().from(passphrases).where(eq(passphrases.personId, personId)).get()
}

/** Whether this is what was hashed. */
export async function isPassphrase(typed: string, { hash, salt, ...strengthThen }: HashedPassphrase): Promise<boolean> {
  const wanted = Buffer.from(hash, 'base64')
  const got = await derive(typed, Buffer.from(salt, 'base64'), strengthThen)
  return got.length === wanted.length && timingSafeEqual(got, wanted)
}

/** The key that a secret stands for: 32 bytes, slow to find by trying (scrypt). */
export function derive(
  passphrase: string,
  salt: Buffer,
  { cost, blockSize, parallelism }: Pick<HashedPassphrase, 'cost' | 'blockSize' | 'parallelism'>,
): Promise<Buffer> {
  const options = { cost, blockSize, parallelization: parallelism, maxmem: 256 * cost * blockSize }
  // The same letters typed on another keyboard may come composed differently.
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, 32, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
