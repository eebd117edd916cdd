import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { join } from 'node:path'
import { AppError } from '../../shared/result'
import { storeFile, type Db } from './open'
import type { BooksKey } from './books-key'
import { tagsOf } from './page-tags'
import * as schema from './schema'

/**
 * Lets somebody read books that are not opened as they are, because a newer version wrote them or something in them is
 * damaged. Nothing can be written through this connection; newer tables and columns are not seen.
 *
 * @param folder the company's folder
 * @throws AppError `store_from_newer_app` when they cannot even be read: what this version reads by is gone
 */
export function readNewerBooks<T>(folder: string, key: BooksKey | null, read: (books: Db) => T): T {
  const file = join(folder, storeFile)
  const raw = new Database(file, { readonly: true, fileMustExist: true })
  try {
    tagsOf(raw, file, key)
    return read(drizzle({ client: raw, schema }))
  } catch (thrown) {
    if (!(thrown instanceof Database.SqliteError)) throw thrown
    throw new AppError('store_from_newer_app', {}, 'user', { cause: thrown })
  } finally {
    raw.close()
  }
}
