import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { personActor } from '../../shared/actor'
import type { PersonId } from '../../shared/ids'
import { AppError } from '../../shared/result'
import { companyFolder } from '../company-folders'
import { isPassphrase, provenAdministrators, type Administrator } from '../people/passphrases'
import type { TriesKept } from '../people/wrong-tries'
import type { BooksKey } from '../store/books-key'
import { readNewerBooks } from '../store/newer-books'
import { storeFile } from '../store/open'
import type { Keyring } from '../vault/keyring'
import type { FoundBackup } from './places'
import type { RestoreKeys } from './received-since'

/** A backup, and the company's folder that it would be put in place of. */
export interface Exchange {
  readonly backup: string
  readonly current: string
}

export function exchangeOf(dataFolder: string, { folder, manifest }: FoundBackup): Exchange {
  return { backup: folder, current: companyFolder(dataFolder, manifest.company) }
}

/** Whoever vouches for an exchange of books, told to the journal; null where nobody signs in. */
export type Vouching = string | null

/**
 * Who may put books back while nobody can sit down at those that are there: they are locked, damaged or of another version.
 * Where they lie in a vault its secret is needed, also for a backup that is not encrypted. Where people sign in, one of
 * their administrators says so with their passphrase: as the books that are there know them or, where these can tell
 * nothing any more, the backup. Where no books are, nobody is asked: those that come in have a lock of their own.
 */
export interface RestoreRights {
  /** @throws AppError `vault_locked` (params `of`: `backup` or `books`) */
  keysFor(exchange: Exchange): Required<RestoreKeys>
  /** Of whom one must sign in first; nobody where that was done or is not needed. @throws AppError `vault_locked` */
  awaited(exchange: Exchange): readonly Administrator[]
  /** @throws AppError `person_not_found`, `passphrase_wrong`, `passphrase_wait`, `vault_locked` */
  signIn(exchange: Exchange, personId: PersonId, passphrase: string): Promise<Vouching>
  /** @throws AppError `app_locked` until somebody signed in, `vault_locked` */
  require(exchange: Exchange): Vouching
  /** Who signed in does so again. */
  forget(): void
}

export function createRestoreRights(keyring: Pick<Keyring, 'keyOf'>, tries: TriesKept): RestoreRights {
  /** By the folder of the books that knew them. */
  const vouched = new Map<string, string>()

  function keysFor({ backup, current }: Exchange): Required<RestoreKeys> {
    const key = keyOf(backup, 'backup') ?? null
    const currentKey = keyOf(current, 'books')
    // A vault whose file is spoiled opens by nothing else; a backup of it has the same key.
    return { key, currentKey: currentKey === undefined ? key : currentKey }
  }

  /** @returns undefined for a vault whose file is spoiled */
  function keyOf(folder: string, of: 'backup' | 'books'): BooksKey | null | undefined {
    try {
      return keyring.keyOf(folder)
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown
      if (thrown.data.code === 'vault_unreadable' && of === 'books') return undefined
      if (thrown.data.code !== 'vault_locked') throw thrown
      throw new AppError('vault_locked', { of }, 'user', { cause: thrown })
    }
  }

  /** The books that say who administers them. */
  function knowing(exchange: Exchange): { readonly folder: string; readonly administrators: readonly Administrator[] } {
    const { backup, current } = exchange
    const { key, currentKey } = keysFor(exchange)
    if (!existsSync(join(current, storeFile))) return { folder: current, administrators: [] }
    for (const [folder, opener] of [
      [current, currentKey],
      [backup, key],
    ] as const) {
      const administrators = administratorsIn(folder, opener)
      if (administrators !== null) return { folder, administrators }
    }
    // What cannot be read at all is refused as a backup before anything is changed.
    return { folder: backup, administrators: [] }
  }

  function awaited(exchange: Exchange): readonly Administrator[] {
    const { folder, administrators } = knowing(exchange)
    return vouched.has(folder) ? [] : administrators
  }

  return {
    keysFor,
    awaited,
    async signIn(exchange, personId, passphrase) {
      const { folder, administrators } = knowing(exchange)
      const person = administrators.find(({ id }) => id === personId)
      if (!person) throw new AppError('person_not_found', {}, 'never')
      tries.count('restore', 'passphrase_wait')
      if (!(await isPassphrase(passphrase, person))) throw new AppError('passphrase_wrong')
      tries.forget('restore')
      const actor = personActor(person)
      vouched.set(folder, actor)
      return actor
    },
    require(exchange) {
      const { folder, administrators } = knowing(exchange)
      const actor = vouched.get(folder) ?? null
      if (actor === null && administrators.length > 0) throw new AppError('app_locked')
      return actor
    },
    forget: () => vouched.clear(),
  }
}

/** @returns null where nothing can be read */
function administratorsIn(folder: string, key: BooksKey | null): readonly Administrator[] | null {
  try {
    return readNewerBooks(folder, key, provenAdministrators)
  } catch (thrown) {
    if (thrown instanceof AppError) return null
    throw thrown
  }
}
