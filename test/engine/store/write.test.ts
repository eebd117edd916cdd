import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openConnection } from '../../../src/engine/store/connection'
import { openStore, storeFile, type Store } from '../../../src/engine/store/open'
import { patchSettings, readSettings, writeSetting } from '../../../src/engine/store/settings'
import { appendJournal } from '../../../src/engine/store/journal'
import { enqueueJob } from '../../../src/engine/store/jobs'
import { writeSealed } from '../../../src/engine/store/secrets'
import { documents, journal, settings } from '../../../src/engine/store/schema'
import { write, type Tx } from '../../../src/engine/store/write'
import { aDocument, codeOf, newFolder } from './folder'

const long = 'x'.repeat(500_000)

/** Every way of writing to the books, made too big for the disk. */
const writes: readonly [string, (tx: Tx, store: Store) => unknown][] = [
  ['a setting', tx => writeSetting(tx, 'note', long)],
  ['a preference', tx => patchSettings(tx, { companyName: 'Ñ'.repeat(255), companyTaxIds: Array(50).fill(long) }, 0)],
  ['a journal row', tx => appendJournal(tx, { at: 0, actor: 'person', kind: 'noted', documentId: null, after: long })],
  ['a secret', tx => writeSealed(tx, 'ledger', long)],
  [
    'a job',
    (tx, store) => {
      const document = store.db.select().from(documents).get()
      if (!document) throw new Error('no document')
      const job = { step: 'read', lane: 'worker', runAfter: 0, now: 0 } as const
      for (let n = 0; n < 20_000; n++) enqueueJob(tx, { documentId: document.id, ...job })
    },
  ],
]

test.each(writes)('when the disk is full, %s is refused by name and the books are as before', (_what, change) => {
  const folder = newFolder()
  const store = openStore(folder)
  aDocument(store)
  const before = readSettings(store.db)
  const pages = store.raw.pragma('page_count', { simple: true }) as number
  store.raw.pragma(`max_page_count = ${pages + 4}`)
  expect(codeOf(() => write(store, tx => change(tx, store)))).toBe('store_disk_full')

  store.raw.pragma('max_page_count = 4294967294')
  expect(readSettings(store.db)).toEqual(before)
  expect(store.db.select().from(settings).all()).toEqual([])
  expect(store.db.select().from(journal).all()).toEqual([])
  expect(store.raw.pragma('integrity_check', { simple: true })).toBe('ok')
  write(store, tx => writeSetting(tx, 'note', 'there is room again'))
  store.close()
})

test('a change that fails halfway leaves nothing behind', () => {
  const store = openStore(':memory:')
  const change = (tx: Tx) => {
    writeSetting(tx, 'half', 1)
    throw new RangeError('halfway')
  }
  expect(() => write(store, change)).toThrow('halfway')
  expect(store.db.select().from(settings).all()).toEqual([])
})

test('a change inside a change is refused: it would not be on disk when it says so', () => {
  const store = openStore(':memory:')
  expect(() => write(store, () => write(store, () => 1))).toThrow(/inside/)
})

test('a change cannot wait for anything', () => {
  const store = openStore(':memory:')
  expect(() => write(store, () => Promise.resolve())).toThrow(/promise/)
})

test('books locked by another program are busy, and can be written later', () => {
  const folder = newFolder()
  const store = openStore(folder)
  store.raw.pragma('busy_timeout = 20')
  const other = openConnection(join(folder, storeFile))
  other.exec('BEGIN IMMEDIATE')
  expect(codeOf(() => write(store, tx => writeSetting(tx, 'a', 1)))).toBe('store_busy')
  other.exec('ROLLBACK')
  write(store, tx => writeSetting(tx, 'a', 1))
  other.close()
  store.close()
})
