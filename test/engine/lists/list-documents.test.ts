import { expect, test } from 'vitest'
import { InboxFilter, InboxSort } from '../../../src/shared/inbox'
import type { DocumentId } from '../../../src/shared/ids'
import { conservation, tabCounts } from '../../../src/engine/lists/counts'
import { whereInbox } from '../../../src/engine/lists/inbox-filter'
import { stretchesOf } from '../../../src/engine/lists/inbox-order'
import { listDocumentIds, listDocuments, pageQuery } from '../../../src/engine/lists/list-documents'
import { refreshSearchIndex } from '../../../src/engine/store/search-index'
import type { Store } from '../../../src/engine/store/open'
import { documents, invoiceLines, invoices, vendors } from '../../../src/engine/store/schema'
import { write } from '../../../src/engine/store/write'
import type { LineId } from '../../../src/shared/ids'
import { eq } from 'drizzle-orm'
import { addInvoice, addIssue, addVendor, march12, someBooks } from './some-books'

const everything = InboxFilter.parse({})

function numbers(store: Store, sort: Partial<InboxSort>, filter: Partial<InboxFilter> = {}): (string | null)[] {
  const input = { filter: InboxFilter.parse(filter), sort: InboxSort.parse(sort), after: null, limit: 200 }
  return listDocuments(store.db, input, march12).rows.map(row => row.number)
}

function walkPages(store: Store, sort: InboxSort, limit: number): DocumentId[] {
  const seen: DocumentId[] = []
  let after: string | null = null
  do {
    const page: { rows: { documentId: DocumentId }[]; next: string | null } = listDocuments(
      store.db,
      { filter: everything, sort, after, limit },
      march12,
    )
    seen.push(...page.rows.map(row => row.documentId))
    after = page.next
  } while (after !== null)
  return seen
}

test('blocking issues lead the inbox, then due dates, then what came first', () => {
  const { store } = someBooks([
    { number: 'READY', state: 'ready', dueDate: '2026-03-01' },
    { number: 'AMBER', state: 'needs_review', urgency: 2, dueDate: '2026-03-01' },
    { number: 'RED-LATER', state: 'needs_review', urgency: 3, dueDate: '2026-04-09' },
    { number: 'RED-SOON', state: 'needs_review', urgency: 3, dueDate: '2026-03-31' },
    { number: 'RED-UNDATED', state: 'needs_review', urgency: 3, dueDate: null },
    { number: 'POSTED', state: 'posted', dueDate: '2026-01-01' },
    { number: 'FAILED', state: 'post_failed', urgency: 4, dueDate: '2026-05-01' },
  ])
  expect(numbers(store, {})).toEqual(['FAILED', 'RED-SOON', 'RED-LATER', 'RED-UNDATED', 'AMBER', 'READY', 'POSTED'])
})

test('invoices without a due date come last in both directions', () => {
  const { store } = someBooks([
    { number: 'NONE', dueDate: null },
    { number: 'MARCH', dueDate: '2026-03-31' },
    { number: 'APRIL', dueDate: '2026-04-30' },
  ])
  expect(numbers(store, { by: 'due', direction: 'ascending' })).toEqual(['MARCH', 'APRIL', 'NONE'])
  expect(numbers(store, { by: 'due', direction: 'descending' })).toEqual(['APRIL', 'MARCH', 'NONE'])
})

test('11,600 yen stand below 238 euro cents times one thousand: totals are ordered in whole units', () => {
  const { store } = someBooks([
    { number: 'YEN', total: 11_600, currency: 'JPY' },
    { number: 'EUR', total: 2_380_000, currency: 'EUR' },
    { number: 'DINAR', total: 500_000, currency: 'KWD' },
  ])
  expect(numbers(store, { by: 'total', direction: 'ascending' })).toEqual(['DINAR', 'YEN', 'EUR'])
})

test('a vendor that is renamed moves to its new place in the list', () => {
  const { store } = someBooks([{ number: 'B-1', sellerName: 'Papelería Lumen' }])
  const vendorId = write(store, tx => addVendor(tx, 'Zapatería Norte', 'zapateria norte'))
  write(store, tx => addInvoice(tx, { number: 'Z-1', vendorId }))
  expect(numbers(store, { by: 'vendor' })).toEqual(['B-1', 'Z-1'])
  write(store, tx =>
    tx.update(vendors).set({ name: 'Aceros Norte', nameKey: 'aceros norte' }).where(eq(vendors.id, vendorId)).run(),
  )
  expect(numbers(store, { by: 'vendor' })).toEqual(['Z-1', 'B-1'])
})

test.each(['urgency', 'received', 'vendor', 'number', 'issued', 'due', 'total', 'quality'] as const)(
  'pages by %s show every document once, blanks included, in both directions',
  by => {
    const given = Array.from({ length: 57 }, (_, index) => ({
      number: index % 5 === 0 ? null : `A-${index % 7}`,
      sellerName: index % 6 === 0 ? null : `Vendor ${index % 4}`,
      dueDate: index % 4 === 0 ? null : `2026-03-${String((index % 9) + 10)}`,
      issueDate: index % 3 === 0 ? null : `2026-02-${String((index % 5) + 10)}`,
      total: index % 8 === 0 ? null : (index % 6) * 1000,
      urgency: index % 5,
      state: index % 2 === 0 ? ('needs_review' as const) : ('ready' as const),
    }))
    const { store, ids } = someBooks(given)
    for (const direction of ['ascending', 'descending'] as const) {
      const seen = walkPages(store, { by, direction }, 10)
      expect(seen).toHaveLength(57)
      expect(new Set(seen)).toEqual(new Set(ids))
      expect(seen).toEqual(listDocumentIds(store.db, everything, { by, direction }, march12))
    }
  },
)

test('rows that arrive while somebody scrolls neither repeat nor hide others', () => {
  const { store, ids } = someBooks(Array.from({ length: 6 }, (_, index) => ({ number: `N-${index}` })))
  const sort = InboxSort.parse({ by: 'number' })
  const first = listDocuments(store.db, { filter: everything, sort, after: null, limit: 3 }, march12)
  write(store, tx => addInvoice(tx, { number: 'A-0' }))
  const second = listDocuments(store.db, { filter: everything, sort, after: first.next, limit: 3 }, march12)
  expect([...first.rows, ...second.rows].map(row => row.documentId)).toEqual(ids)
})

test('search finds vendor, number, amount and line texts whatever their case and accents', () => {
  const { store, ids } = someBooks([
    { number: 'A-1182', sellerName: 'Ferretería Ruiz SA de CV', total: 1_160_000 },
    { number: '2026-77', sellerName: 'Hosting AG', fileName: 'año nuevo.pdf' },
  ])
  const invoice = store.db.select({ id: invoices.id }).from(invoices).limit(1).get()
  write(store, tx =>
    tx
      .insert(invoiceLines)
      .values({
        id: '0'.repeat(36) as LineId,
        invoiceId: invoice?.id ?? ('' as never),
        position: 1,
        description: 'Flete local y acarreo',
        codingEvidence: [],
      })
      .run(),
  )
  expect(refreshSearchIndex(store, 50)).toBe(2)
  expect(refreshSearchIndex(store, 50)).toBe(0)
  const found = (search: string) => listDocumentIds(store.db, { ...everything, search }, InboxSort.parse({}), march12)
  for (const search of ['FERRETERIA', 'ruiz 1182', 'a-1182', '11,600.00', 'acarreo', 'A1']) {
    expect(found(search), search).toEqual([ids[0]])
  }
  expect(found('ano nuevo')).toEqual([ids[1]])
  expect(found('" OR "')).toEqual([])
  expect(found('ferreteria hosting')).toEqual([])
})

test('a total of more than a million is found as it is printed and as it is typed', () => {
  const { store, ids } = someBooks([
    { number: 'F-1', total: 123_456_789 },
    { number: 'F-2', total: 1_234_567 },
  ])
  refreshSearchIndex(store, 50)
  const found = (search: string) => listDocumentIds(store.db, { ...everything, search }, InboxSort.parse({}), march12)
  expect(found('1,234,567.89')).toEqual([ids[0]])
  expect(found('1234567.89')).toEqual([ids[0]])
  expect(found('12,345.67')).toEqual([ids[1]])
})

test('several words must all be there, long and short ones alike; what is nowhere is no list', () => {
  const { store, ids } = someBooks([
    { number: 'A-7700', fileName: 'lumen march.pdf' },
    { number: 'A-7701', fileName: 'lumen april.pdf' },
  ])
  refreshSearchIndex(store, 50)
  const page = (search: string) =>
    listDocuments(
      store.db,
      { filter: { ...everything, search }, sort: InboxSort.parse({ by: 'received' }), after: null, limit: 10 },
      march12,
    )
  const found = (search: string) => {
    const { rows, total } = page(search)
    expect(total, search).toBe(rows.length)
    return rows.map(row => row.documentId)
  }
  expect(found('lumen')).toEqual(ids)
  expect(found('april lumen')).toEqual([ids[1]])
  expect(found('lumen 00')).toEqual([ids[0]])
  expect(found('ch')).toEqual([ids[0]])
  for (const search of ['lumen zeppelin', 'zq', 'lumen" OR "march', 'lumen\0zeppelin'])
    expect(found(search), search).toEqual([])
})

test('a corrected invoice number is found once the index has caught up', () => {
  const { store, ids } = someBooks([{ number: 'WRONG-5' }])
  refreshSearchIndex(store, 50)
  write(store, tx => tx.update(invoices).set({ invoiceNumber: 'RIGHT-7', numberKey: 'RIGHT7' }).run())
  refreshSearchIndex(store, 50)
  const found = (search: string) => listDocumentIds(store.db, { ...everything, search }, InboxSort.parse({}), march12)
  expect(found('RIGHT-7')).toEqual(ids)
  expect(found('WRONG-5')).toEqual([])
})

test('chips narrow the list: due within 7 days, kind of issue, vendor, source', () => {
  const { store, ids } = someBooks([
    { number: 'SOON', dueDate: '2026-03-19' },
    { number: 'LATE', dueDate: '2026-03-20' },
    { number: 'NEVER', dueDate: null },
  ])
  write(store, tx => addIssue(tx, ids[1] as DocumentId))
  expect(numbers(store, {}, { dueWithinDays: 7 })).toEqual(['SOON'])
  expect(numbers(store, {}, { issueKey: 'total_mismatch' })).toEqual(['LATE'])
  expect(numbers(store, {}, { source: 'sample' })).toEqual([])
  const page = listDocuments(
    store.db,
    { filter: { ...everything, issueKey: 'total_mismatch' }, sort: InboxSort.parse({}), after: null, limit: 10 },
    march12,
  )
  expect(page.total).toBe(1)
  expect(page.rows[0]).toMatchObject({
    number: 'LATE',
    openIssues: 1,
    worstIssue: { key: 'total_mismatch', severity: 'high', params: { difference: '400.00' } },
  })
})

test('tabs count what they hold and received equals the sum of states', () => {
  const { store } = someBooks([
    { state: 'ready' },
    { state: 'ready' },
    { state: 'needs_review', urgency: 3 },
    { state: 'approved' },
    { state: 'duplicate' },
  ])
  expect(tabCounts(store.db)).toEqual({
    all: 5,
    needs_review: 1,
    ready: 2,
    failed: 0,
    on_hold: 0,
    posted: 1,
    aside: 1,
    archive: 0,
  })
  expect(conservation(store.db)).toMatchObject({ received: 5, isBalanced: true })
})

test('a row taken out behind the back of the app breaks the conservation sum', () => {
  const { store, ids } = someBooks([{}, {}, {}])
  store.raw.pragma('foreign_keys = OFF')
  write(store, tx =>
    tx
      .delete(documents)
      .where(eq(documents.id, ids[1] as DocumentId))
      .run(),
  )
  expect(conservation(store.db)).toMatchObject({ received: 3, isBalanced: false })
})

test('a page key that is none of ours is refused', () => {
  const { store } = someBooks([{}])
  const input = { filter: everything, sort: InboxSort.parse({}), after: 'bm9uc2Vuc2U', limit: 10 }
  expect(() => listDocuments(store.db, input, march12)).toThrow('invalid_input')
})

test.each(['urgency', 'received', 'vendor', 'number', 'issued', 'due', 'total', 'quality'] as const)(
  'the inbox by %s is a walk along an index, without sorting',
  by => {
    const { store } = someBooks([{}])
    for (const direction of ['ascending', 'descending'] as const) {
      for (const tab of ['all', 'needs_review', 'aside'] as const) {
        for (const stretch of stretchesOf({ by, direction })) {
          const where = whereInbox({ ...everything, tab }, march12)
          const { sql, params } = pageQuery(store.db, stretch, where, 200).toSQL()
          const plan = store.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params) as { detail: string }[]
          const told = plan.map(step => step.detail).join('\n')
          expect(told, `${by} ${direction} ${tab}`).not.toMatch(/TEMP B-TREE/)
          expect(told, `${by} ${direction} ${tab}`).toMatch(
            by === 'received' ? /inbox_rows/ : /USING (COVERING )?INDEX/,
          )
        }
      }
    }
  },
)

test('what the search index has yet to learn is found by an index of its own', () => {
  const { store } = someBooks([{}])
  const plan = store.raw
    .prepare(
      'EXPLAIN QUERY PLAN SELECT intake_number FROM inbox_rows WHERE search_stale = 1 ORDER BY intake_number LIMIT 8',
    )
    .all() as { detail: string }[]
  expect(plan.map(step => step.detail).join()).toContain('inbox_search_stale')
})
