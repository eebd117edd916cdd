import Database from 'better-sqlite3'
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { AppError } from '../../shared/result'
import { reachNothing, type Reach } from '../crash-points'
import type { BooksKey } from './books-key'
import { tagsOf } from './page-tags'
import { makePrivateFile, syncFolder } from './private-files'
import { fromSqlite } from './sqlite-errors'

/**
 * Copies an open database as of now, checks the copy and gives it its name only then: a half copy never has the name of a
 * whole one.
 *
 * @param to path of the copy; what lies there is replaced
 * @param key what `raw` was opened with: the copy is sealed with it too
 * @throws AppError `store_damaged`; what SQLite throws when the disk is full
 */
export function copyStore(
  raw: Database.Database,
  to: string,
  key: BooksKey | null = null,
  reach: Reach = reachNothing,
): void {
  const part = `${to}.part`
  rmSync(part, { force: true })
  makePrivateFile(part)
  raw.prepare('VACUUM INTO ?').run(part)
  const check = new Database(part, { readonly: true })
  try {
    tagsOf(check, part, key)
    const verdict = check.pragma('integrity_check', { simple: true })
    if (verdict !== 'ok') throw new AppError('store_damaged', {}, 'user')
  } finally {
    check.close()
  }
  const handle = openSync(part, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  reach('migration.copy_written')
  renameSync(part, to)
  reach('migration.copy_named')
  syncFolder(dirname(to))
  reach('migration.copy_kept')
}

/**
 * Copies a company's database while another process works on it: the copy is what was committed when it began.
 *
 * @throws AppError `store_damaged`, `store_disk_full`, `store_busy`
 */
export function copyStoreFile(file: string, to: string, key: BooksKey | null = null): void {
  const raw = new Database(file, { readonly: true, fileMustExist: true, timeout: 5_000 })
  try {
    tagsOf(raw, file, key)
    copyStore(raw, to, key)
  } catch (thrown) {
    throw fromSqlite(thrown)
  } finally {
    raw.close()
  }
}
