import type Database from 'better-sqlite3'
import { closeSync, openSync, readSync } from 'node:fs'
import { AppError } from '../../shared/result'
import { reachNothing, type Reach } from '../crash-points'
import { keyFor, type BooksKey } from './books-key'

// SQLite believes what the disk gives it: a flipped bit inside a row is another amount. So every page carries a tag
// (AEGIS-256, bound to the page's number) that the library checks whenever the page is read, from the database and from
// the write-ahead log alike; a page that does not fit its tag is `SQLITE_CORRUPT` before anybody sees a value of it.

/** No secret: it guards against damage, not against readers. Those a vault keeps out, with a key of its own. */
const openKey = Buffer.from('Quittance guards pages by their tag'.padEnd(32).slice(0, 32), 'latin1')

function keyText(key: BooksKey | null): string {
  return `"x'${(key === null ? openKey : keyFor(key, 'pages')).toString('hex')}'"`
}

/**
 * Makes a connection check the tag of every page it reads and write one with every page. A database without tags (made
 * by another program, or before there were tags) gets them now, in one transaction of SQLite's.
 *
 * @param file the path `raw` was opened with
 * @param key of books in a vault; null for those that anybody may read
 * @throws AppError `store_damaged` when the open bytes of its head are none that SQLite writes
 */
export function tagPages(
  raw: Database.Database,
  file: string,
  key: BooksKey | null = null,
  reach: Reach = reachNothing,
): void {
  if (file === ':memory:') return
  // What a long sort or a statement that may have to be undone puts aside would lie on disk as it is.
  if (key !== null) raw.pragma('temp_store = MEMORY')
  const head = headOf(file)
  requireKnownFormat(head)
  const isPlain = beginsPlain(head)
  raw.pragma("cipher = 'aegis'")
  if (!isPlain) {
    raw.pragma(`key = ${keyText(key)}`)
    return
  }
  reach('tags.before')
  sealPages(raw, key)
  reach('tags.after')
}

/** Rewrites every page of an open database with another key, in one transaction of SQLite's. */
export function sealPages(raw: Database.Database, key: BooksKey | null): void {
  // Rewriting all pages does not go by the write-ahead log.
  raw.pragma('journal_mode = DELETE')
  raw.pragma(`rekey = ${keyText(key)}`)
}

/** Has a connection that only reads check the tags, where there are some. */
export function tagsOf(raw: Database.Database, file: string, key: BooksKey | null = null): void {
  if (!beginsPlain(headOf(file))) tagPages(raw, file, key)
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
