import type Database from 'better-sqlite3'
import { reachNothing, type Reach } from '../crash-points'
import { closeSync, openSync, readSync } from 'node:fs'

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
 */
export function tagPages(raw: Database.Database, file: string, reach: Reach = reachNothing): void {
  if (file === ':memory:') return
  const isPlain = beginsPlain(file)
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
  if (!beginsPlain(file)) tagPages(raw, file)
}

/** What a database without tags begins with; one with tags begins with random bytes. */
const plainHead = Buffer.from('SQLite format 3\0', 'latin1')

function beginsPlain(file: string): boolean {
  const head = Buffer.alloc(plainHead.length)
  const handle = openSync(file, 'r')
  try {
    return readSync(handle, head, 0, head.length, 0) === head.length && head.equals(plainHead)
  } finally {
    closeSync(handle)
  }
}
