import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { setField } from '../../../src/engine/decisions/commands'
import { SharedRows } from '../../../src/engine/decisions/shared-rows'
import { listJournal } from '../../../src/engine/store/journal'
import { documentMarks, invoices, vendors } from '../../../src/engine/store/schema'
import { write } from '../../../src/engine/store/write'
import { createVendor } from '../../../src/engine/vendors/lessons'
import { keepApart, lookAlikes } from '../../../src/engine/vendors/look-alikes'
import { findVendor } from '../../../src/engine/vendors/match'
import { mergeVendors, previewMerge, unmergeVendor } from '../../../src/engine/vendors/merge'
import { vendorHistory } from '../../../src/engine/vendors/vendor-history'
import { getVendor, listVendors } from '../../../src/engine/vendors/vendor-store'
import type { DocumentId, VendorId } from '../../../src/shared/ids'
import { Book } from '../decisions/book'
import { bookWithRuiz, readRuiz } from '../decisions/settled-book'

function add(book: Book, name: string, taxId: string | null = null) {
  const vendor = { name, taxId, country: null }
  return write(book.store, tx => createVendor(tx, vendor, new SharedRows(), book.ctx))
}

function vendorOf(book: Book, documentId: DocumentId): VendorId {
  const row = book.store.db.select().from(invoices).where(eq(invoices.documentId, documentId)).get()
  if (!row?.vendorId) throw new Error('no vendor')
  return row.vendorId
}

/** Ruiz with one open invoice, and the same shop under its trade name with another. */
function twoNames() {
  const book = bookWithRuiz()
  const open = readRuiz(book)
  const ruiz = vendorOf(book, open)
  const shop = add(book, 'La Tuerca Feliz')
  const values = { 'seller.name': 'La Tuerca Feliz', 'seller.tax_id': null, invoice_number: 'LT-7' }
  const ofShop = book.read({ values })
  expect(vendorOf(book, ofShop)).toBe(shop)
  return { book, ruiz, shop, open, ofShop }
}

/** Everything about vendors and what hangs on them, to be compared to the byte. */
function told(book: Book) {
  const rows = (sql: string) => book.store.raw.prepare(sql).all()
  return JSON.stringify([
    rows('SELECT * FROM vendors ORDER BY id'),
    rows('SELECT * FROM vendor_aliases ORDER BY vendor_id, name_key'),
    rows('SELECT * FROM account_examples ORDER BY id'),
    rows('SELECT * FROM vendor_lessons ORDER BY id'),
    rows('SELECT document_id, vendor_id FROM invoices ORDER BY document_id'),
  ])
}

const refusal = (reason: string) =>
  expect.objectContaining({
    data: expect.objectContaining({ code: 'vendor_merge_refused', params: expect.objectContaining({ reason }) }),
  })

test('what a merge would move is told before anything is', () => {
  const { book, ruiz, shop } = twoNames()
  const before = told(book)
  expect(previewMerge(book.store.db, { vendorId: shop, intoId: ruiz })).toMatchObject({
    from: { name: 'La Tuerca Feliz', invoiceCount: 1 },
    into: { name: 'Ferretería Ruiz SA de CV', invoiceCount: 2 },
    aliases: ['La Tuerca Feliz'],
    moving: 1,
    staying: 0,
    takesTaxId: false,
    taxIdsDiffer: false,
  })
  expect(told(book)).toBe(before)
})

test('after a merge there is one vendor, known by both names, with the invoices of both', () => {
  const { book, ruiz, shop, ofShop } = twoNames()
  book.do(mergeVendors, { vendorId: shop, intoId: ruiz })
  expect(listVendors(book.store.db, { search: '', after: null, limit: 10 }).vendors.map(({ id }) => id)).toEqual([ruiz])
  expect(getVendor(book.store.db, ruiz)).toMatchObject({ aliases: ['La Tuerca Feliz'], invoiceCount: 3 })
  expect(vendorOf(book, ofShop)).toBe(ruiz)
  expect(findVendor(book.store.db, { name: 'LA TUERCA FELIZ', taxId: null })).toEqual({
    match: 'known',
    vendorId: ruiz,
  })
  const next = book.read({
    values: { 'seller.name': 'La Tuerca Feliz', 'seller.tax_id': null, invoice_number: 'LT-8' },
  })
  expect(vendorOf(book, next)).toBe(ruiz)
  const { entries } = listJournal(book.store.db, { documentId: ofShop, after: null, limit: 5 })
  expect(entries.map(({ kind }) => kind)).toContain('document.vendor_merged')
})

test('the tax id of the one that goes still finds the one kept, which takes it over where it has none', () => {
  const book = new Book()
  const known = add(book, 'Hosting AG', 'DE136695976')
  const other = add(book, 'Hosting Nord', 'XIQB891116QE4')
  const bare = add(book, 'Hosting')
  book.do(mergeVendors, { vendorId: other, intoId: known })
  expect(findVendor(book.store.db, { name: 'x', taxId: 'XIQB891116QE4' })).toMatchObject({ vendorId: known })
  book.do(mergeVendors, { vendorId: known, intoId: bare })
  expect(getVendor(book.store.db, bare)).toMatchObject({ taxId: 'DE136695976' })
  expect(findVendor(book.store.db, { name: 'x', taxId: 'XIQB891116QE4' })).toMatchObject({ vendorId: bare })
})

test('undoing a merge gives names, examples and documents back as they were', () => {
  for (const reversed of [false, true]) {
    const { book, ruiz, shop } = twoNames()
    const [vendorId, intoId] = reversed ? [ruiz, shop] : [shop, ruiz]
    const before = told(book)
    book.do(mergeVendors, { vendorId, intoId })
    expect(told(book)).not.toBe(before)
    book.do(unmergeVendor, { vendorId })
    expect(told(book), reversed ? 'the known one into the new' : 'the new one into the known').toBe(before)
  }
})

test('what a person changed after the merge stays when it is undone', () => {
  const book = new Book()
  const bare = add(book, 'Hosting')
  const known = add(book, 'Hosting AG', 'DE136695976')
  book.do(mergeVendors, { vendorId: known, intoId: bare })
  write(book.store, tx => tx.update(vendors).set({ taxId: 'XIQB891116QE4' }).where(eq(vendors.id, bare)).run())
  book.do(unmergeVendor, { vendorId: known })
  expect(getVendor(book.store.db, bare).taxId).toBe('XIQB891116QE4')
  expect(getVendor(book.store.db, known).taxId).toBe('DE136695976')
})

test('a vendor is merged neither into itself nor twice nor in a circle', () => {
  const { book, ruiz, shop } = twoNames()
  expect(() => book.do(mergeVendors, { vendorId: ruiz, intoId: ruiz })).toThrowError(refusal('itself'))
  expect(() => book.do(unmergeVendor, { vendorId: shop })).toThrowError(refusal('not_merged'))
  book.do(mergeVendors, { vendorId: shop, intoId: ruiz })
  expect(() => book.do(mergeVendors, { vendorId: shop, intoId: ruiz })).toThrowError(refusal('merged'))
  expect(() => book.do(mergeVendors, { vendorId: ruiz, intoId: shop })).toThrowError(refusal('target_merged'))
})

test('an invoice of the kept vendor that repeats one of the merged vendor is still found', () => {
  const { book, ruiz, shop, ofShop } = twoNames()
  write(book.store, tx => tx.update(invoices).set({ sellerTaxId: null }).where(eq(invoices.documentId, ofShop)).run())
  book.do(mergeVendors, { vendorId: shop, intoId: ruiz })
  const again = readRuiz(book, { values: { invoice_number: 'LT-7' } })
  expect(book.keys(again)).toContain('duplicate_found')
})

test('look-alikes come with their evidence, the surest first, and not again once kept apart', () => {
  const { book, ruiz, shop, open, ofShop } = twoNames()
  const typo = add(book, 'Ferreteria Ruis')
  expect(lookAlikes(book.store.db)).toMatchObject([
    { from: { id: typo }, into: { id: ruiz }, evidence: [{ kind: 'name' }] },
  ])
  const account = 'account DE89370400440532013000'
  for (const documentId of [open, ofShop]) {
    write(book.store, tx => tx.insert(documentMarks).values({ mark: account, documentId }).run())
  }
  const [surest] = lookAlikes(book.store.db)
  expect(surest).toMatchObject({
    from: { id: shop },
    into: { id: ruiz },
    evidence: [{ kind: 'account', value: 'DE89370400440532013000' }],
  })
  book.do(keepApart, { oneId: ruiz, otherId: shop, apart: true })
  expect(lookAlikes(book.store.db).map(({ from }) => from.id)).toEqual([typo])
  book.do(keepApart, { oneId: shop, otherId: ruiz, apart: false })
  expect(lookAlikes(book.store.db)).toHaveLength(2)
})

test('two companies with sound tax ids of their own are hardly proposed, however alike their names', () => {
  const book = new Book()
  add(book, 'Papelera del Norte', 'EKU9003173C9')
  add(book, 'Papelera del Norte Uno', 'XIQB891116QE4')
  expect(lookAlikes(book.store.db)).toEqual([])
})

test('a vendor’s history has the last invoices of all its names, and tells a price that rose', () => {
  const { book, ruiz, shop } = twoNames()
  for (const [index, unitPrice] of ['12.00', '12.00', '13.50'].entries()) {
    readRuiz(book, {
      values: { invoice_number: `B-${index}`, issue_date: `2026-0${index + 1}-15` },
      lines: [{ description: 'Arandela 1/4', total: '10000.00', quantity: '1', unitPrice }],
    })
  }
  book.do(mergeVendors, { vendorId: shop, intoId: ruiz })
  const history = vendorHistory(book.store.db, ruiz)
  expect(history.documents).toHaveLength(6)
  expect(history.merged.map(({ id }) => id)).toEqual([shop])
  const washers = history.prices.find(({ description }) => description === 'Arandela 1/4')
  expect(washers?.points.map(({ value }) => Number(value))).toEqual([12, 12, 13.5])
  const corrections = history.corrected
  const [first] = history.documents
  if (!first) throw new Error('no document')
  const { documentId } = first
  book.do(setField, { documentId, revision: book.revision(documentId), field: 'due_date', value: '2026-05-01' })
  expect(vendorHistory(book.store.db, ruiz).corrected).toBe(corrections + 1)
})
