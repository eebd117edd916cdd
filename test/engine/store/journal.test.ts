import { expect, test } from 'vitest'
import type { DocumentId } from '../../../src/shared/ids'
import { appendJournal, listJournal } from '../../../src/engine/store/journal'
import { verifyJournal } from '../../../src/engine/store/verify-journal'
import { openStore } from '../../../src/engine/store/open'
import { write } from '../../../src/engine/store/write'
import { aDocument } from './folder'

function books(entries: number) {
  const store = openStore(':memory:')
  const documentId = aDocument(store).id
  write(store, tx => {
    for (let n = 1; n <= entries; n++) {
      appendJournal(tx, {
        at: n,
        actor: 'person',
        kind: 'field.changed',
        documentId: n % 2 === 0 ? documentId : null,
        params: { field: 'grand_total' },
        before: { value: `${n}.00` },
        after: { value: `${n}.01`, by: null },
      })
    }
  })
  return { store, documentId }
}

test('an untouched journal is intact, however long', async () => {
  expect(await verifyJournal(books(1_203).store.db)).toMatchObject({ rows: 1_203, isIntact: true, brokenAt: null })
  expect(await verifyJournal(openStore(':memory:').db)).toMatchObject({ rows: 0, isIntact: true, brokenAt: null })
})

test.each([
  ['an amount', 'UPDATE journal SET after = \'{"value":"9.99"}\' WHERE sequence = 3', 3],
  ['who did it', "UPDATE journal SET actor = 'engine' WHERE sequence = 5", 5],
  ['when', 'UPDATE journal SET at = at + 1 WHERE sequence = 1', 1],
  ['what a sentence says', `UPDATE journal SET params = '{"field":"payable"}' WHERE sequence = 4`, 4],
  ['a row out of the middle', 'DELETE FROM journal WHERE sequence = 4', 4],
])('taking or changing %s afterwards is found, at the row', async (_what, tampering, brokenAt) => {
  const { store } = books(6)
  store.raw.exec('DROP TRIGGER journal_keeps_rows; DROP TRIGGER journal_keeps_words')
  store.raw.exec(tampering)
  expect(await verifyJournal(store.db)).toMatchObject({ isIntact: false, brokenAt })
})

test('our own code cannot rewrite history by mistake', () => {
  const { store } = books(2)
  expect(() => store.raw.exec('DELETE FROM journal')).toThrow(/only grows/)
  expect(() => store.raw.exec("UPDATE journal SET actor = 'nobody'")).toThrow(/only grows/)
})

test('the history of a document is listed newest first, in pages', () => {
  const { store, documentId } = books(10)
  const all = { documentId: null as DocumentId | null, after: null as string | null, limit: 4 }
  const first = listJournal(store.db, all)
  const second = listJournal(store.db, { ...all, after: first.next })
  const third = listJournal(store.db, { ...all, after: second.next })
  expect([first, second, third].map(page => page.entries.map(entry => entry.at))).toEqual([
    [10, 9, 8, 7],
    [6, 5, 4, 3],
    [2, 1],
  ])
  expect(third.next).toBeNull()
  expect(listJournal(store.db, { ...all, documentId }).entries.map(entry => entry.at)).toEqual([10, 8, 6, 4])
})
