import Database from 'better-sqlite3'
import { join } from 'node:path'
import { AppError } from '../../shared/result'
import { makePrivateFile } from './private-files'
import { fromSqlite } from './sqlite-errors'

// A dying engine needs a moment before the system lets go of its locks.
const patienceMs = 1_500

/**
 * Makes this process the only engine of a data folder. The lock is SQLite's exclusive lock on a tiny file of its
 * own: the operating system lets go of it when the process dies, however it dies, so no stale lock can stay behind.
 * Nothing else in this process may open and close `engine.lock`: on POSIX that would release the lock.
 *
 * @returns lets go of the folder
 * @throws AppError `data_folder_in_use` (retry: user)
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'engine.lock')
  makePrivateFile(file)
  const lock = new Database(file, { timeout: patienceMs })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (thrown) {
    lock.close()
    const error = fromSqlite(thrown)
    if (error instanceof AppError && error.data.code === 'store_busy') {
      throw new AppError('data_folder_in_use', {}, 'user', { cause: thrown })
    }
    throw error
  }
  return () => void lock.close()
}
