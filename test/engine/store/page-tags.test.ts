import Database from 'better-sqlite3'
import fc from 'fast-check'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AppError } from '../../../src/shared/result'
import { openConnection } from '../../../src/engine/store/connection'
import { documents } from '../../../src/engine/store/schema'
import { openStore, storeFile } from '../../../src/engine/store/open'
import { flipBit, livePages } from '../../durability/log-frames'
import { aDocument, codeOf, newFolder } from './folder'

const namesIn = (folder: string) => {
  const store = openStore(folder)
  try {
    return store.db
      .select({ name: documents.fileName })
      .from(documents)
      .all()
      .map(row => row.name)
  } finally {
    store.close()
  }
}

function answerOf<T>(question: () => T): unknown {
  try {
    return question()
  } catch (thrown) {
    return thrown instanceof AppError ? thrown.data.code : thrown instanceof Database.SqliteError ? thrown.code : thrown
  }
}

const head = (file: string) => readFileSync(file).subarray(0, 6).toString('latin1')

/** The folder as a killed engine leaves it. */
function asLeftBehind(folder: string): string {
  const copy = newFolder()
  cpSync(folder, copy, { recursive: true })
  return copy
}

function booksWith(count: number): string {
  const folder = newFolder()
  const store = openStore(folder)
  for (let number = 0; number < count; number++) aDocument(store, `invoice-${number}.xml`)
  store.close()
  return folder
}

test('a flipped bit in a page with invoices is never read as another value', () => {
  const folder = booksWith(40)
  const file = join(folder, storeFile)
  const whole = readFileSync(file)
  const names = namesIn(folder)
  const anywhere = fc.integer({ min: 0, max: whole.length - 1 })
  fc.assert(
    fc.property(anywhere, fc.integer({ min: 0, max: 7 }), (at, bit) => {
      const damaged = Buffer.from(whole)
      flipBit(damaged, at, bit)
      writeFileSync(file, damaged)
      // A page that this question does not need may be damaged all the same.
      const answer = answerOf(() => namesIn(folder))
      if (Array.isArray(answer)) expect(answer).toEqual(names)
      else expect(['SQLITE_CORRUPT', 'store_damaged']).toContain(answer)
    }),
    { numRuns: 60 },
  )
})

test.each([18, 19])(
  'a flipped bit in byte %i, which no tag covers, is told as damage and not as a missing permission',
  at => {
    const folder = booksWith(1)
    const file = join(folder, storeFile)
    const whole = readFileSync(file)
    for (let bit = 0; bit < 8; bit++) {
      const damaged = Buffer.from(whole)
      flipBit(damaged, at, bit)
      writeFileSync(file, damaged)
      expect(answerOf(() => namesIn(folder))).toBe('store_damaged')
    }
  },
)

test('books without tags, written by another program, get them when they are opened and lose nothing', () => {
  const folder = booksWith(3)
  const file = join(folder, storeFile)
  const names = namesIn(folder)
  const raw = openConnection(file)
  raw.pragma('journal_mode = DELETE')
  raw.pragma("rekey = ''")
  raw.close()
  expect(head(file)).toBe('SQLite')
  expect(namesIn(folder)).toEqual(names)
  expect(head(file)).not.toBe('SQLite')
})

test('a commit that was confirmed and that the disk damaged in the log is missed, not forgotten', () => {
  const folder = newFolder()
  const store = openStore(folder)
  for (let number = 0; number < 5; number++) aDocument(store, `invoice-${number}.xml`)
  const left = asLeftBehind(folder)
  store.close()

  expect(namesIn(asLeftBehind(left))).toHaveLength(5)
  const log = join(left, `${storeFile}-wal`)
  const damaged = readFileSync(log)
  flipBit(damaged, (livePages(damaged).offsets.at(-1) ?? 0) + 100, 3)
  writeFileSync(log, damaged)
  expect(codeOf(() => openStore(asLeftBehind(left)))).toBe('store_lost_commits')
  const accepted = openStore(left, { acceptsLoss: true })
  aDocument(accepted, 'later.xml')
  accepted.close()
  expect(namesIn(left)).toHaveLength(5)
})
