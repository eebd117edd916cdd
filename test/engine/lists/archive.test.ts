import { expect, test } from 'vitest'
import { archiveFinished } from '../../../src/engine/lists/archive'
import { conservation, tabCounts } from '../../../src/engine/lists/counts'
import { listDocuments } from '../../../src/engine/lists/list-documents'
import { appendJournal } from '../../../src/engine/store/journal'
import type { Store } from '../../../src/engine/store/open'
import { documents, issues } from '../../../src/engine/store/schema'
import { write } from '../../../src/engine/store/write'
import type { DocumentId } from '../../../src/shared/ids'
import { InboxFilter, InboxSort, type InboxTab } from '../../../src/shared/inbox'
import { eq } from 'drizzle-orm'
import { addIssue, march12, someBooks } from './some-books'

const dayMs = 86_400_000
const later = march12 + 100 * dayMs

/** Three old documents (posted, rejected, still to be reviewed) and a posted one that was looked at today. */
function books({ days = 90 } = {}) {
  const { store, ids } = someBooks([
    { state: 'posted', number: 'OLD-1', fileName: 'lumen.pdf' },
    { state: 'rejected', number: 'OLD-2' },
    { state: 'needs_review', number: 'OLD-3' },
    { state: 'posted', number: 'PAID-TODAY' },
  ])
  note(store, ids[3], later)
  archiveAll(store, days)
  return { store, ids }
}

function archiveAll(store: Store, days: number, now = later): void {
  while (archiveFinished(store, now, days, 1) > 0);
}

function note(store: Store, documentId: DocumentId | undefined, at: number): void {
  write(store, tx =>
    appendJournal(tx, { at, actor: 'person', kind: 'comment.added', documentId: documentId ?? null, params: {} }),
  )
}

function listed(store: Store, tab: InboxTab, more: Partial<InboxFilter> = {}) {
  const filter = { ...InboxFilter.parse({ tab }), ...more }
  const page = listDocuments(
    store.db,
    { filter, sort: InboxSort.parse({ by: 'received' }), after: null, limit: 50 },
    later,
  )
  expect(page.total).toBe(page.rows.length)
  return page.rows.map(row => row.number)
}

test('what was finished long ago leaves the lists; what still waits, or moved lately, stays however old', () => {
  const { store } = books()
  expect(listed(store, 'all')).toEqual(['OLD-3', 'PAID-TODAY'])
  expect(listed(store, 'posted')).toEqual(['PAID-TODAY'])
  expect(listed(store, 'aside')).toEqual([])
  expect(listed(store, 'needs_review')).toEqual(['OLD-3'])
  expect(listed(store, 'archive')).toEqual(['OLD-1', 'OLD-2'])
  for (const tab of ['all', 'posted', 'aside', 'archive'] as const) {
    expect(tabCounts(store.db)[tab]).toBe(listed(store, tab).length)
  }
})

test('searching finds it all the same', () => {
  // Shorter than the index keeps: looked up by number.
  expect(listed(books().store, 'all', { search: 'LD' })).toEqual(['OLD-1', 'OLD-2', 'OLD-3'])
})

test('a comment on an archived document brings it back until it is that old again', () => {
  const { store, ids } = books()
  note(store, ids[0], later)
  expect(listed(store, 'posted')).toEqual(['OLD-1', 'PAID-TODAY'])
  archiveAll(store, 90, later + 89 * dayMs)
  expect(listed(store, 'posted')).toEqual(['OLD-1', 'PAID-TODAY'])
  archiveAll(store, 90, later + 91 * dayMs)
  expect(listed(store, 'posted')).toEqual([])
})

test('a rejected invoice that is restored is in the lists again at once', () => {
  const { store, ids } = books()
  write(store, tx =>
    tx
      .update(documents)
      .set({ state: 'needs_review' })
      .where(eq(documents.id, ids[1] as DocumentId))
      .run(),
  )
  expect(listed(store, 'all')).toEqual(['OLD-2', 'OLD-3', 'PAID-TODAY'])
})

test('in the archive an issue is found though it was settled long ago; in the lists only while it is open', () => {
  const { store, ids } = books()
  write(store, tx => {
    addIssue(tx, ids[0] as DocumentId)
    tx.update(issues).set({ state: 'resolved', resolvedAt: march12, resolvedBy: 'person' }).run()
  })
  expect(listed(store, 'archive', { issueKey: 'total_mismatch' })).toEqual(['OLD-1'])
  expect(listed(store, 'all', { issueKey: 'total_mismatch' })).toEqual([])
})

test('more days, or none, bring documents back; on or off, every document is counted once', () => {
  const { store } = books()
  archiveAll(store, 365)
  expect(listed(store, 'archive')).toEqual([])
  archiveAll(store, 90)
  expect(listed(store, 'archive')).toEqual(['OLD-1', 'OLD-2'])
  const { all, archive } = tabCounts(store.db)
  expect(all + archive).toBe(4)
  expect(conservation(store.db)).toMatchObject({ received: 4, isBalanced: true })
  archiveAll(store, 0)
  expect(listed(store, 'all')).toEqual(['OLD-1', 'OLD-2', 'OLD-3', 'PAID-TODAY'])
})
