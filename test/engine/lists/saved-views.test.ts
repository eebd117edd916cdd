import { expect, test } from 'vitest'
import { InboxFilter, InboxSort } from '../../../src/shared/inbox'
import { removeView, savedViews, saveView } from '../../../src/engine/lists/saved-views'
import { listJournal } from '../../../src/engine/store/journal'
import { writeSetting } from '../../../src/engine/store/settings'
import { write } from '../../../src/engine/store/write'
import { Book } from '../decisions/book'

const dueSoon = {
  name: 'Due this week',
  filter: InboxFilter.parse({ tab: 'ready', dueWithinDays: 7 }),
  sort: InboxSort.parse({ by: 'due' }),
  columns: ['vendor', 'due', 'total'] as const,
}
const view = (name: string) => ({ ...dueSoon, name, columns: [...dueSoon.columns] })

test('a list saved under a name comes back as it was, and saving under the same name replaces it', () => {
  const book = new Book()
  book.do(saveView, view('Due this week'))
  const [first] = savedViews(book.store.db)
  expect(first).toMatchObject({ name: 'Due this week', filter: { tab: 'ready', dueWithinDays: 7 } })
  book.do(saveView, { ...view('due this WEEK'), sort: InboxSort.parse({ by: 'total' }) })
  expect(savedViews(book.store.db)).toEqual([
    { ...first, name: 'due this WEEK', sort: { by: 'total', direction: 'ascending' } },
  ])
  book.do(removeView, { viewId: first?.id ?? '' })
  expect(savedViews(book.store.db)).toEqual([])
  const kinds = listJournal(book.store.db, { documentId: null, after: null, limit: 10 }).entries.map(row => row.kind)
  expect(kinds).toEqual(['view.removed', 'view.saved', 'view.saved'])
})

test('a view made by a version that knew other filters is left out, the others stay', () => {
  const book = new Book()
  book.do(saveView, view('Due this week'))
  const stored = savedViews(book.store.db)
  write(book.store, tx => writeSetting(tx, 'inboxViews', [{ name: 'From the future' }, ...stored]))
  expect(savedViews(book.store.db).map(({ name }) => name)).toEqual(['Due this week'])
})

test('a view needs a name', () => {
  const book = new Book()
  expect(() => book.do(saveView, view('   '))).toThrowError(
    expect.objectContaining({ data: expect.objectContaining({ code: 'value_invalid' }) }),
  )
})
