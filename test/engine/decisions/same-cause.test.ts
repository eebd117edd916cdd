import { expect, test } from 'vitest'
import type { DocumentId, GroupId } from '../../../src/shared/ids'
import { applyFix, approve } from '../../../src/engine/decisions/commands'
import { previewSame } from '../../../src/engine/decisions/preview-same'
import { openKinds, setAccountOnAll, settleKind, settleSame } from '../../../src/engine/decisions/settle-many'
import { undoGroup } from '../../../src/engine/decisions/undo-group'
import { write } from '../../../src/engine/store/write'
import type { Book } from './book'
import { bookWithRuiz, readRuiz, takeFirst } from './settled-book'

const group = '0192f3a0-0000-7000-8000-00000000b01c' as GroupId

/** Decides on each document as one action does. */
function together(
  book: Book,
  documentIds: readonly DocumentId[],
  decide: (tx: never, id: DocumentId, ctx: never) => void,
) {
  for (const id of documentIds) write(book.store, tx => decide(tx as never, id, { ...book.ctx, group } as never))
}

/** Three e-invoices of one vendor that name no currency; on pages, the first answer would have taught the others. */
function withoutCurrency(book: Book): DocumentId[] {
  return [1, 2, 3].map(day =>
    readRuiz(book, {
      format: 'ubl_invoice',
      values: { invoice_number: `C-${day}`, issue_date: `2026-02-0${day}`, currency: null },
    }),
  )
}

test('two others miss the currency too: the difference is shown, made on both, and undone as one', () => {
  const book = bookWithRuiz()
  const [first, ...others] = withoutCurrency(book)
  if (!first) throw new Error('no invoice')
  const { id } = book.issue(first, 'missing_required_field')
  const before = others.map(other => book.view(other))
  takeFirst(book, first, 'missing_required_field')

  const preview = previewSame(book.store, { issueId: id, rehearse: true }, book.ctx)
  expect(preview).toMatchObject({ issues: 2, documentIds: others })
  expect(preview.rows[0]).toMatchObject({ number: 'C-2', stateAfter: 'ready', error: null })
  expect(preview.rows[0]?.changes).toContainEqual({ name: 'currency', from: '', to: 'MXN' })
  // Shown, not made.
  expect(others.map(other => book.view(other))).toEqual(before)

  together(book, others, (tx, documentId, ctx) => settleSame(tx, { issueId: id, documentId }, ctx))
  for (const other of others) expect(book.field(other, 'currency').value).toBe('MXN')
  together(book, others, (tx, documentId, ctx) => undoGroup(tx, { documentId, group }, ctx))
  for (const other of others) expect(book.keys(other)).toContain('missing_required_field')
})

test('another vendor, another field or another sentence is another cause', () => {
  const book = bookWithRuiz()
  const [first] = withoutCurrency(book).slice(0, 1)
  if (!first) throw new Error('no invoice')
  readRuiz(book, { values: { invoice_number: 'D-1', issue_date: '2026-02-10', grand_total: null } })
  const { id } = book.issue(first, 'missing_required_field')
  takeFirst(book, first, 'missing_required_field')
  const { documentIds } = previewSame(book.store, { issueId: id, rehearse: true }, book.ctx)
  expect(documentIds.map(other => book.field(other, 'invoice_number').value)).toEqual(['C-2', 'C-3'])
})

test('what was misread beside the same label is one cause, whatever stands beside another', () => {
  const book = bookWithRuiz()
  const wrong = (number: string, net: string, label: string) =>
    readRuiz(book, {
      values: {
        ...{ invoice_number: number, issue_date: '2026-02-10', net_total: net, tax_total: '160.00' },
        grand_total: '9.00',
      },
      lines: [{ description: 'Tornillo 1/4 galvanizado', total: net }],
      labels: { grand_total: label },
    })
  const first = wrong('F-1', '1000.00', 'TOTAL M.N.')
  const same = wrong('F-2', '1100.00', 'Total  m.n.')
  wrong('F-3', '1200.00', 'SALDO')
  const { id, subject } = book.issue(first, 'total_mismatch')
  expect(subject).toEqual({ type: 'field', field: 'grand_total' })
  takeFirst(book, first, 'total_mismatch')
  expect(previewSame(book.store, { issueId: id, rehearse: false }, book.ctx).documentIds).toEqual([same])
})

test('a computed total is computed for each document, not copied', () => {
  const book = bookWithRuiz()
  const amounts = [
    ['1000.00', '160.00', '1500.00'],
    ['2000.00', '320.00', '2500.00'],
  ] as const
  const [first, second] = amounts.map(([net_total, tax_total, grand_total], index) =>
    readRuiz(book, {
      values: { invoice_number: `E-${index}`, issue_date: `2026-02-1${index}`, net_total, tax_total, grand_total },
      lines: [{ description: 'Tornillo 1/4 galvanizado', total: net_total }],
    }),
  )
  if (!first || !second) throw new Error('no invoice')
  const { id } = book.issue(first, 'total_mismatch')
  takeFirst(book, first, 'total_mismatch')
  expect(book.field(first, 'grand_total').value).toBe('1160.00')
  write(book.store, tx => settleSame(tx, { issueId: id, documentId: second }, book.ctx))
  expect(book.field(second, 'grand_total').value).toBe('2320.00')
})

test('many documents are settled by kind: each with its own result', () => {
  const book = bookWithRuiz()
  const rounded = readRuiz(book, { values: { grand_total: '11600.01' } })
  const right = readRuiz(book, { values: { invoice_number: 'A-2', issue_date: '2026-02-02' } })
  const blocked = readRuiz(book, { values: { invoice_number: 'A-3', issue_date: '2026-02-03', grand_total: '9.00' } })
  expect(openKinds(book.store.db, [rounded, right, blocked])).toEqual(
    expect.arrayContaining([
      { key: 'rounding_difference', documents: 1, skip: 1, waive: 1 },
      { key: 'total_mismatch', documents: 1, skip: 0, waive: 1 },
    ]),
  )
  const settle = (documentId: DocumentId, key: 'rounding_difference' | 'total_mismatch') =>
    write(book.store, tx => settleKind(tx, { documentId, key, how: 'skip', reason: 'cents' }, book.ctx))
  settle(rounded, 'rounding_difference')
  expect(book.issue(rounded, 'rounding_difference')).toMatchObject({ state: 'skipped', resolution: { note: 'cents' } })
  expect(() => settle(right, 'rounding_difference')).toThrowError('nothing_to_settle')
  expect(() => settle(blocked, 'total_mismatch')).toThrowError('fix_no_longer_fits')
})

test('one account for every line of an invoice, without anybody having opened it', () => {
  const book = bookWithRuiz()
  const documentId = readRuiz(book)
  write(book.store, tx => setAccountOnAll(tx, { documentId, accountCode: '601.72' }, book.ctx))
  expect(book.view(documentId).invoice?.lines.map(line => line.accountCode)).toEqual(['601.72', '601.72'])
})

test('an answer given twice to this vendor comes first the third time and says so; a critical one never moves', () => {
  const book = bookWithRuiz()
  const off = (day: number) =>
    readRuiz(book, {
      values: { invoice_number: `F-${day}`, issue_date: `2026-02-0${day}`, grand_total: '12000.00' },
    })
  const keep = (documentId: DocumentId) => {
    const { id, suggestions } = book.issue(documentId, 'total_mismatch')
    const kept = suggestions.find(({ key }) => key === 'keep_as_printed')
    if (!kept) throw new Error('not offered')
    book.do(applyFix, { issueId: id, fix: kept.fix, note: '' })
  }
  keep(off(1))
  expect(book.issue(off(2), 'total_mismatch').suggestions[0]).not.toHaveProperty('learned')
  const second = off(3)
  keep(second)
  expect(book.issue(off(4), 'total_mismatch').suggestions[0]).toMatchObject({
    key: 'keep_as_printed',
    learned: { count: 2, of: 'vendor' },
  })
  // Suggested, never applied.
  expect(book.issue(off(5), 'total_mismatch').state).toBe('open')
  book.do(approve, { documentId: second })
})
