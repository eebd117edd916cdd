import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { join } from 'node:path'
import { AppError } from '../../shared/result'
import { migrations } from './migrations/index'
import { storeFile, type Db } from './open'
import type { BooksKey } from './books-key'
import { tagsOf } from './page-tags'
import * as schema from './schema'
import { fromSqlite } from './sqlite-errors'

/** Books that can be asked and not changed, while an engine may have them open. */
export interface BooksSeen {
  readonly db: Db
  readonly raw: Database.Database
  readonly folder: string
}

/**
 * Looks into a company's books beside whoever works on them: takes no lock, migrates nothing.
 *
 * @returns what `look` found
 * @throws AppError `store_from_newer_app`, `store_damaged`, `store_not_migrated` (the app migrates them when it opens them)
 */
export async function lookInto<T>(
  folder: string,
  key: BooksKey | null,
  look: (books: BooksSeen) => Promise<T>,
): Promise<T> {
  const file = join(folder, storeFile)
  let raw: Database.Database | undefined
  try {
    raw = new Database(file, { readonly: true, fileMustExist: true, timeout: 5_000 })
    tagsOf(raw, file, key)
    requireKnown(raw)
    return await look({ db: drizzle({ client: raw, schema }), raw, folder })
  } catch (thrown) {
    throw fromSqlite(thrown)
  } finally {
    raw?.close()
  }
}

function requireKnown(raw: Database.Database): void {
  const found = raw.pragma('user_version', { simple: true }) as number
  const known = migrations.length
  if (found > known) throw new AppError('store_from_newer_app', { found, known }, 'user')
  if (found < known) throw new AppError('store_not_migrated', { found, known }, 'user')
}
