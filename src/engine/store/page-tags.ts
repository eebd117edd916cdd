import type Database from 'better-sqlite3'
import { closeSync, openSync, readSync } from 'node:fs'
import { AppError } from '../../shared/result'
import { reachNothing, type Reach } from '../crash-points'

// SQLite believes what the disk gives it: a flipped bit inside a row is another amount. So every page carries a tag
// (AEGIS-256, bound to the page's number) that the library checks whenever the page is read, from the database and from
// the write-ahead log alike; a page that does not fit its tag is `SQLITE_CORRUPT` before anybody sees a value of it.

/** No secret: it guards against damage, not against readers. */
const key = 'Quittance guards pages by their tag'.padEnd(32).slice(0, 32)
const keyText = `"x'${Buffer.from(key, 'latin1').toString('hex')}'"`

/**
 * Makes a connection check the tag of every page it reads and write one with every page. A database without tags (made
 * by another program, or before there were tags) gets them now, in one transaction of SQLite's.
 *
 * @param file the path `raw` was opened with
 * @throws AppError `store_damaged` when the open bytes of its head are none that SQLite writes
 */
export function tagPages(raw: Database.Database, file: string, reach: Reach = reachNothing): void {
  if (file === ':memory:') return
  const head = headOf(file)
  requireKnownFormat(head)
  const isPlain = beginsPlain(head)
  raw.pragma("cipher = 'aegis'")
  if (!isPlain) {
    raw.pragma(`key = ${keyText}`)
    return
  }
  // Rewriting all pages does not go by the write-ahead log.
  raw.pragma('journal_mode = DELETE')
  reach('tags.before')
  raw.pragma(`rekey = ${keyText}`)
  reach('tags.after')
}

/** Has a connection that only reads check the tags, where there are some. */
export function tagsOf(raw: Database.Database, file: string): void {
  if (!beginsPlain(headOf(file))) tagPages(raw, file)
}

/** What a database without tags begins with; one with tags begins with random bytes. */
const plainHead = Buffer.from('SQLite format 3\0', 'latin1')

function beginsPlain(head: Buffer): boolean {
  return head.subarray(0, plainHead.length).equals(plainHead)
}

/**
 * Bytes 18 and 19 stand open before the first page's tag and say how the file is written and read: 1 for a rollback
 * journal, 2 for a write-ahead log (SQLite's file format, "File format version numbers"). SQLite takes any other number for
 * a later format and opens the file for reading only: a disk fault would be told as a missing permission.
 */
function requireKnownFormat(head: Buffer): void {
  if (head.length < headBytes) return
  for (const version of head.subarray(18, headBytes)) {
    if (version !== 1 && version !== 2) throw new AppError('store_damaged', {}, 'user')
  }
}

const headBytes = 20

/** The file's first bytes; fewer of one that was just made. */
function headOf(file: string): Buffer {
  const head = Buffer.alloc(headBytes)
  const handle = openSync(file, 'r')
  try {
    return head.subarray(0, readSync(handle, head, 0, headBytes, 0))
  } finally {
    closeSync(handle)
  }
}
