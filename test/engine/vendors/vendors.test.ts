import { expect, test } from 'vitest'
import { SharedRows } from '../../../src/engine/decisions/shared-rows'
import { write } from '../../../src/engine/store/write'
import { createVendor, learnAlias } from '../../../src/engine/vendors/lessons'
import { findVendor } from '../../../src/engine/vendors/match'
import { nameKey } from '../../../src/engine/vendors/name-key'
import { getVendor, listVendors, updateVendor } from '../../../src/engine/vendors/vendor-store'
import { Book } from '../decisions/book'

function add(book: Book, name: string, taxId: string | null = null) {
  const vendor = { name, taxId, country: null }
  return write(book.store, tx => createVendor(tx, vendor, new SharedRows(), book.ctx))
}

test('legal form, accents, case and punctuation do not make another name', () => {
  for (const name of ['FERRETERÍA RUIZ, S.A. de C.V.', 'Ferreteria Ruiz SA DE CV', 'ferretería ruiz s. a. de c. v.']) {
    expect(nameKey(name), name).toBe('ferreteria ruiz')
  }
  expect(nameKey('Müller & Söhne GmbH & Co. KG')).toBe('muller sohne')
  expect(nameKey('AG Hosting')).toBe('ag hosting')
  expect(nameKey('SA')).toBe('sa')
})

test('a vendor is known by tax id whatever the name says, and by exact name when no tax id contradicts', () => {
  const book = new Book()
  const ruiz = add(book, 'Ferretería Ruiz SA de CV', 'EKU9003173C9')
  const find = (name: string | null, taxId: string | null) => findVendor(book.store.db, { name, taxId })
  expect(find('FERRET. RUIZ', 'EKU-900317-3C9')).toEqual({ match: 'known', vendorId: ruiz })
  expect(find('ferreteria ruiz', null)).toEqual({ match: 'known', vendorId: ruiz })
  expect(find('Ferretería Ruiz', 'XIQB891116QE4').match).toBe('similar')
  expect(find('Hosting AG', 'DE136695976').match).toBe('unknown')
  expect(find(null, null).match).toBe('unnamed')
})

test('a tax id one character off points to the vendor it was probably meant for', () => {
  const book = new Book()
  const ruiz = add(book, 'Ferretería Ruiz SA de CV', 'EKU9003173C9')
  const found = findVendor(book.store.db, { name: 'Otro nombre', taxId: 'EKU9003113C9' })
  expect(found).toMatchObject({ match: 'similar', lookAlikes: [{ vendorId: ruiz, reason: 'tax_id_slip' }] })
})

test('the general-public RFC identifies nobody', () => {
  const book = new Book()
  add(book, 'Cliente A', 'XEXX010101000')
  expect(findVendor(book.store.db, { name: 'Cliente B GmbH', taxId: 'XEXX010101000' }).match).not.toBe('known')
})

test('a vendor with the same tax id is not made twice', () => {
  const book = new Book()
  expect(add(book, 'Ferretería Ruiz', 'EKU9003173C9')).toBe(add(book, 'FERRETERIA RUIZ SA', 'eku 900317 3c9'))
})

test('an alias is as good as the name', () => {
  const book = new Book()
  const ruiz = add(book, 'Ferretería Ruiz SA de CV')
  write(book.store, tx => learnAlias(tx, ruiz, 'La Tuerca Feliz', new SharedRows()))
  expect(findVendor(book.store.db, { name: 'LA TUERCA FELIZ', taxId: null })).toEqual({
    match: 'known',
    vendorId: ruiz,
  })
})

test('vendors are listed by name in pages and found by any part of name, alias or tax id', () => {
  const book = new Book()
  const names = ['Ángel Papelería', 'Bodegas Luna', 'Ferretería Ruiz', 'Hosting AG', 'Zapatería Zeta']
  for (const [index, name] of names.entries()) add(book, name, `XYZ01010100${index}`)
  const seen: string[] = []
  for (let after: string | null = null; ;) {
    const page = listVendors(book.store.db, { search: '', after, limit: 2 })
    expect(page.total).toBe(5)
    seen.push(...page.vendors.map(vendor => vendor.name))
    if (page.next === null) break
    after = page.next
  }
  expect(seen).toEqual(names)
  const found = (search: string) =>
    listVendors(book.store.db, { search, after: null, limit: 10 }).vendors.map(vendor => vendor.name)
  expect(found('papeleria')).toEqual(['Ángel Papelería'])
  expect(found('xyz-010101003')).toEqual(['Hosting AG'])
  const ruiz = listVendors(book.store.db, { search: 'ruiz', after: null, limit: 1 }).vendors[0]
  if (!ruiz) throw new Error('not found')
  write(book.store, tx => learnAlias(tx, ruiz.id, 'La Tuerca', new SharedRows()))
  expect(found('tuerca')).toEqual(['Ferretería Ruiz'])
})

test('a vendor’s record is changed by a person, and two vendors never share a tax id', () => {
  const book = new Book()
  const ruiz = add(book, 'Ferretería Ruiz', 'EKU9003173C9')
  const luna = add(book, 'Bodegas Luna')
  const change = { vendorId: luna, name: 'Bodegas Luna SC', defaultAccountCode: '601.46' }
  expect(book.do(updateVendor, change)).toMatchObject({ name: 'Bodegas Luna SC', defaultAccountCode: '601.46' })
  expect(() => book.do(updateVendor, { vendorId: luna, taxId: 'eku 900317 3c9' })).toThrowError(
    expect.objectContaining({ data: expect.objectContaining({ code: 'value_invalid' }) }),
  )
  expect(getVendor(book.store.db, ruiz)).toMatchObject({ invoiceCount: 0, isNew: false })
})
