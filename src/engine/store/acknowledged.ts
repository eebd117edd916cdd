import type Database from 'better-sqlite3'
import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../shared/result'

// After a crash SQLite takes the log as far as its checksums fit and forgets the rest, without a word: rightly so for a
// commit cut off by the crash, wrongly when the disk damaged one that somebody was told about. Only a mark outside of the
// database can tell the two apart. It is written after every commit and never waited for: it may lag behind after a power
// failure, and can never be ahead of what the disk has.

const markFile = 'acknowledged'
const markBytes = 16

/** The number of the last commit that somebody may have been told about. */
export interface Acknowledged {
  note(commits: number): void
  close(): void
}

/** For books in memory, which no crash survives. */
export const nothingAcknowledged: Acknowledged = { note: () => undefined, close: () => undefined }

/**
 * Opens the mark beside the books and compares it with them.
 *
 * @param acceptsLoss a person says that the books are right as they are: an older copy was put in their place
 * @throws AppError `store_lost_commits` (params `missing`): the books are older than what was acknowledged
 */
export function openAcknowledged(folder: string, raw: Database.Database, acceptsLoss: boolean): Acknowledged {
  const handle = openSync(join(folder, markFile), constants.O_RDWR | constants.O_CREAT, 0o600)
  const mark = Buffer.alloc(markBytes)
  try {
    const missing = readMark(handle, mark) - commitsOf(raw)
    if (missing > 0 && !acceptsLoss) throw new AppError('store_lost_commits', { missing }, 'user')
  } catch (thrown) {
    closeSync(handle)
    throw thrown
  }
  return {
    note(commits) {
      mark.writeDoubleLE(commits, 0)
      mark.writeDoubleLE(-commits, 8)
      try {
        writeSync(handle, mark, 0, markBytes, 0)
      } catch {
        // The commit is safe. A mark that stays behind can only fail to tell of damage, not tell of damage that is none.
      }
    },
    close: () => closeSync(handle),
  }
}

/** A mark that is missing or spoiled says nothing. */
function readMark(handle: number, mark: Buffer): number {
  if (readSync(handle, mark, 0, markBytes, 0) < markBytes) return 0
  const commits = mark.readDoubleLE(0)
  return Number.isSafeInteger(commits) && commits === -mark.readDoubleLE(8) ? commits : 0
}

function commitsOf(raw: Database.Database): number {
  return raw.prepare<[], number>('SELECT number FROM commits').pluck().get() ?? 0
}
