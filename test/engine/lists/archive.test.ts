import { expect, test } from 'vitest'
import { InboxFilter, InboxSort, type InboxTab } from '../../../src/shared/inbox'
import { archivedThrough } from '../../../src/engine/lists/archive'
import { conservation, tabCounts } from '../../../src/engine/lists/counts'
import { listDocuments } from '../../../src/engine/lists/list-documents'
import { addInvoice, march12, someBooks } from './some-books'
import { write } from '../../../src/engine/store/write'
import { documents } from '../../../src/engine/store/schema'
import { inArray } from 'drizzle-orm'

const dayMs = 86_400_000
const later = march12 + 100 * dayMs

/** Three old documents (posted, rejected, still to be reviewed) and a posted one of today. */
function books() {
  const { store, ids } = someBooks([
    { state: 'posted', number: 'OLD-1', fileName: 'lumen.pdf' },
    { state: 'rejected', number: 'OLD-2' },
    { state: 'needs_review', number: 'OLD-3' },
  ])
  const today = write(store, tx => addInvoice(tx, { state: 'posted', number: 'NEW-1' }))
  write(store, tx =>
    tx
      .update(documents)
      .set({ receivedAt: later })
      .where(inArray(documents.id, [today]))
      .run(),
  )
  return { store, ids }
}

function listed(tab: InboxTab, { search = '', days = 90 } = {}) {
  const { store } = books()
  const through = archivedThrough(store.db, later, days)
  const filter = InboxFilter.parse({ tab, search })
  const sort = InboxSort.parse({ by: 'received' })
  const page = listDocuments(store.db, { filter, sort, after: null, limit: 50 }, later, through)
  expect(page.total).toBe(page.rows.length)
  expect(tabCounts(store.db, through)[tab]).toBe(search === '' ? page.total : tabCounts(store.db, through)[tab])
  return page.rows.map(row => row.number)
}

test('what was finished long ago leaves the lists; what still waits stays, however old', () => {
  expect(listed('all')).toEqual(['OLD-3', 'NEW-1'])
  expect(listed('posted')).toEqual(['NEW-1'])
  expect(listed('aside')).toEqual([])
  expect(listed('needs_review')).toEqual(['OLD-3'])
  expect(listed('archive')).toEqual(['OLD-1', 'OLD-2'])
})

test('searching finds it all the same', () => {
  // Shorter than the index keeps: looked up by number.
  expect(listed('all', { search: 'LD' })).toEqual(['OLD-1', 'OLD-2', 'OLD-3'])
})

test('switched off, nothing is archived; on or off, every document is counted once', () => {
  expect(listed('all', { days: 0 })).toEqual(['OLD-1', 'OLD-2', 'OLD-3', 'NEW-1'])
  const { store } = books()
  expect(conservation(store.db)).toMatchObject({ received: 4, isBalanced: true })
  const { all, archive } = tabCounts(store.db, archivedThrough(store.db, later, 90))
  expect(all + archive).toBe(4)
})
