import type Database from 'better-sqlite3'
import DatabaseFile from 'better-sqlite3'
import type { Rehearsal } from '../../shared/update'
import type { BooksKey } from '../store/books-key'
import { tagsOf } from '../store/page-tags'

/** Rows of every table of ours by its name; not of the search index, which is made anew from the others. */
export function rowsPerTable(raw: Database.Database): Map<string, number> {
  const names = raw
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema
       WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%\\_search%' ESCAPE '\\' ORDER BY name`,
    )
    .pluck()
    .all()
  return new Map(
    names.map(name => [name, raw.prepare<[], number>(`SELECT count(*) FROM "${name}"`).pluck().get() ?? 0]),
  )
}

/** The same of a database that no engine has open, with the number of its schema. Nothing is migrated. */
export function rowsOfStoreFile(
  file: string,
  key: BooksKey | null,
): { readonly schema: number; readonly rows: Map<string, number> } {
  const raw = new DatabaseFile(file, { readonly: true, fileMustExist: true })
  try {
    tagsOf(raw, file, key)
    return { schema: raw.pragma('user_version', { simple: true }) as number, rows: rowsPerTable(raw) }
  } finally {
    raw.close()
  }
}

/** A table that is gone was taken away by a migration, which says so in words; one that lost rows says nothing. */
export function tablesThatLost(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): Rehearsal['lost'] {
  return [...before].flatMap(([table, count]) => {
    const left = after.get(table)
    return left === undefined || left >= count ? [] : [{ table, before: count, after: left }]
  })
}
