import { mkdirSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import type { JournalFault } from '../../../src/shared/journal-row'
import { acceptBooks, anchorFile, anchorJournal, readAnchor } from '../../../src/engine/store/journal-anchor'
import { appendJournal, hashOf, journalHead, type JournalHead } from '../../../src/engine/store/journal'
import { openStore, type Store } from '../../../src/engine/store/open'
import { journal } from '../../../src/engine/store/schema'
import { verifyJournal } from '../../../src/engine/store/verify-journal'
import { seeded, type Random } from '../../../bench/synthetic/random'
import { newFolder } from './folder'

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
const rows = 300
const places = 50

afterEach(() => void vi.useRealTimers())

function append(store: Store, count: number, from = 0): void {
  store.db.transaction(tx => {
    for (let n = from; n < from + count; n += 1) {
      const amounts = { before: { value: `${n}.00` }, after: { value: `${n}.50` } }
      const params = { field: 'payable', to: `${n}.50` }
      appendJournal(tx, { at: n, actor: 'person', kind: 'field.changed', documentId: null, params, ...amounts })
    }
  })
}

function unguarded(folder = ':memory:'): Store {
  const store = openStore(folder)
  append(store, rows)
  store.raw.exec('DROP TRIGGER journal_keeps_rows; DROP TRIGGER journal_keeps_words')
  return store
}

/** Gives a row another number and, as a careful forger would, the hash that fits what it says now. */
function moveRow(store: Store, from: number, to: number): void {
  store.raw.prepare('UPDATE journal SET sequence = ? WHERE sequence = ?').run(to, from)
}

function rehash(store: Store, sequence: number): void {
  const row = store.db
    .select()
    .from(journal)
    .all()
    .find(each => each.sequence === sequence)
  if (row) store.raw.prepare('UPDATE journal SET hash = ? WHERE sequence = ?').run(hashOf(row), sequence)
}

interface Tampering {
  readonly kind: string
  /** @returns the row that must be named, and what may be said about it */
  tamper(store: Store, random: Random): { brokenAt: number; faults: readonly JournalFault[] }
}

const columns = ['actor', 'kind', 'before', 'after', 'document_id', 'group_id', 'id'] as const

const tamperings: readonly Tampering[] = [
  {
    kind: 'edit',
    tamper(store, random) {
      const at = random.whole(1, rows)
      const column = random.pick(columns)
      store.raw.prepare(`UPDATE journal SET ${column} = ? WHERE sequence = ?`).run(`"forged ${at}"`, at)
      // With a new hash the row fits in itself, and the next one gives it away.
      if (at === rows || random.chance(0.5)) return { brokenAt: at, faults: ['changed'] }
      rehash(store, at)
      return { brokenAt: at + 1, faults: ['misplaced'] }
    },
  },
  {
    kind: 'delete',
    tamper(store, random) {
      const at = random.whole(1, rows - 1)
      store.raw.prepare('DELETE FROM journal WHERE sequence = ?').run(at)
      return { brokenAt: at, faults: ['missing'] }
    },
  },
  {
    kind: 'insert',
    tamper(store, random) {
      const at = random.whole(2, rows)
      for (let row = rows; row >= at; row -= 1) moveRow(store, row, row + 1)
      const before = store.db
        .select()
        .from(journal)
        .all()
        .find(row => row.sequence === at - 1)
      if (!before) throw new Error('a row before')
      const forged = { ...before, sequence: at, id: `forged-${at}`, previousHash: before.hash }
      store.db
        .insert(journal)
        .values({ ...forged, hash: hashOf(forged) })
        .run()
      return { brokenAt: at + 1, faults: ['changed'] }
    },
  },
  {
    kind: 'reorder',
    tamper(store, random) {
      const [first, second] = [random.whole(1, rows / 2), random.whole(rows / 2 + 1, rows)]
      moveRow(store, first, 100_000)
      moveRow(store, second, first)
      moveRow(store, 100_000, second)
      if (random.chance(0.5)) return { brokenAt: first, faults: ['changed'] }
      rehash(store, first)
      return { brokenAt: first, faults: ['misplaced'] }
    },
  },
  {
    kind: 'cut tail',
    tamper(store, random) {
      const last = random.whole(0, rows - 1)
      store.raw.prepare('DELETE FROM journal WHERE sequence > ?').run(last)
      return { brokenAt: last + 1, faults: ['end_missing'] }
    },
  },
  {
    kind: 'older copy',
    tamper(store, random) {
      const last = random.whole(0, rows - 1)
      store.raw.prepare('DELETE FROM journal WHERE sequence > ?').run(last)
      // Somebody went on working in the older copy.
      const more = random.whole(1, rows)
      append(store, more, 10_000)
      if (last + more < rows) return { brokenAt: last + more + 1, faults: ['end_missing'] }
      return { brokenAt: rows, faults: ['rewritten'] }
    },
  },
]

test.each(tamperings)('$kind: found at each of 50 random places, and the row is named', async ({ tamper }) => {
  const store = unguarded()
  const kept: JournalHead = journalHead(store.db)
  const random = seeded(20261120)
  for (let place = 0; place < places; place += 1) {
    store.raw.exec('BEGIN')
    const { brokenAt, faults } = tamper(store, random)
    const verdict = await verifyJournal(store.db, kept)
    expect(verdict).toMatchObject({ isIntact: false, brokenAt })
    expect(faults).toContain(verdict.fault)
    store.raw.exec('ROLLBACK')
  }
  expect(await verifyJournal(store.db, kept)).toMatchObject({ isIntact: true, rows })
})

test('a forger who makes the whole chain anew is given away by the head kept outside of it', async () => {
  const store = unguarded()
  const kept = journalHead(store.db)
  store.raw.exec('DELETE FROM journal')
  append(store, rows + 5, 1)
  expect(await verifyJournal(store.db)).toMatchObject({ isIntact: true })
  expect(await verifyJournal(store.db, kept)).toMatchObject({ isIntact: false, brokenAt: rows, fault: 'rewritten' })
})

test('a head that finds no room beside the books is kept later, and no work stops for it', () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const folder = newFolder()
  const store = unguarded(folder)
  const anchor = anchorJournal(store, quiet)
  const inTheWay = join(folder, `${anchorFile}.new`)
  mkdirSync(inTheWay)
  vi.advanceTimersByTime(10_000)
  expect(readAnchor(folder)).toBeNull()

  rmdirSync(inTheWay)
  vi.advanceTimersByTime(10_000)
  expect(readAnchor(folder)).toEqual(journalHead(store.db))
  anchor.stop()
  store.close()
})

test('the head is kept beside the books; an older copy in their place is told until a person accepts it', async () => {
  const folder = newFolder()
  const store = unguarded(folder)
  const anchor = anchorJournal(store, quiet)
  anchor.stop()
  expect(readAnchor(folder)).toEqual(journalHead(store.db))

  store.raw.exec('DELETE FROM journal WHERE sequence > 200')
  const later = anchorJournal(store, quiet)
  append(store, 10)
  later.stop()
  const told = await verifyJournal(store.db, readAnchor(folder))
  expect(told).toMatchObject({ isIntact: false, brokenAt: 211, fault: 'end_missing' })

  acceptBooks(store, 1)
  expect(await verifyJournal(store.db, readAnchor(folder))).toMatchObject({ isIntact: true, rows: 211 })
  const last = store.db.select().from(journal).all().at(-1)
  expect(last).toMatchObject({ kind: 'journal.head_accepted', params: { sequence: rows } })
  store.close()
})
