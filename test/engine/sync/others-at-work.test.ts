import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ledgerMap, vendors } from '../../../src/engine/store/schema'
import { patchSettings } from '../../../src/engine/store/settings'
import { write } from '../../../src/engine/store/write'
import type { Contact } from '../../ledger-stand-in/books'
import { approve, stationery } from './books'
import { openDesk, openIssuesOf, type Desk } from './ledger-desk'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.close())

const post = async (path: string, body: unknown) => {
  const headers = { authorization: `Bearer ${desk.standIn.apiKey}`, 'content-type': 'application/json' }
  const answer = await fetch(`${desk.standIn.url}/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  expect(answer.status).toBe(201)
}

function contact(id: number, columns: Contact['columns'], more: Partial<Contact> = {}): void {
  desk.standIn.books.contacts.push({ id, service: 'vendor', currency: 'MXN', active: true, columns, ...more })
  desk.standIn.books.nextId.contact = id + 1
}

describe('vendors the ledger already has', () => {
  const vendorOfBill = () => desk.standIn.bills().map(bill => bill.vendorId)

  test('are found by their name, whatever its case and accents', async () => {
    contact(7, { display_name: 'PAPELERIA DEL NORTE SA DE CV' })
    approve(desk.store, stationery('A-1'), desk.clock.now)
    await desk.settle()
    expect(vendorOfBill()).toEqual([7])
  })

  test('are found by their tax id under another name', async () => {
    contact(7, { display_name: 'Papelería (matriz)', company_name: 'PNO-010203-AB1' })
    contact(8, { display_name: 'Papelería (sucursal)', company_name: 'pno010203ab1' })
    approve(desk.store, stationery('A-1'), desk.clock.now)
    await desk.settle()
    expect(vendorOfBill()).toEqual([8])
  })

  test('are not taken for ours when they carry the tax id of somebody else', async () => {
    contact(7, { display_name: 'Papelería del Norte SA de CV', company_name: 'XXX990101ZZ9' })
    approve(desk.store, stationery('A-1'), desk.clock.now)
    await desk.settle()
    expect(vendorOfBill()).toEqual([8])
  })

  test('are not used for another currency than their own', async () => {
    contact(7, { display_name: 'Papelería del Norte SA de CV' }, { currency: 'USD' })
    approve(desk.store, stationery('A-1'), desk.clock.now)
    await desk.settle()
    expect(desk.standIn.books.contacts).toMatchObject([
      { id: 7, currency: 'USD' },
      { id: 8, currency: 'MXN' },
    ])
    expect(vendorOfBill()).toEqual([8])
  })

  test('are used although somebody made them inactive', async () => {
    contact(7, { display_name: 'Papelería del Norte SA de CV' }, { active: false })
    approve(desk.store, stationery('A-1'), desk.clock.now)
    await desk.settle()
    expect(vendorOfBill()).toEqual([7])
  })

  test('are looked for anew when the one we knew was deleted, or its id is a customer now', async () => {
    contact(7, { display_name: 'Cliente Uno' }, { service: 'customer' })
    contact(8, { display_name: 'Papelería del Norte SA de CV' })
    approve(desk.store, stationery('A-1'), desk.clock.now)
    const vendor = desk.store.db.select().from(vendors).get()
    desk.store.db
      .insert(ledgerMap)
      .values({ organization: 'standinorg0001', kind: 'vendor', ours: vendor?.id ?? '', theirs: 7 })
      .run()
    await desk.settle()
    expect(vendorOfBill()).toEqual([8])
  })

  test('may be deleted between our look and our create: the next try finds or makes another', async () => {
    contact(7, { display_name: 'Papelería del Norte SA de CV' })
    const documentId = approve(desk.store, stationery('A-1'), desk.clock.now)
    desk.at('sent_committed', () => desk.standIn.books.contacts.splice(0, 1))
    await desk.settle()
    expect(vendorOfBill()).toEqual([8])
    expect(desk.stateOf(documentId)).toBe('posted')
  })
})

describe('accounts the ledger already has', () => {
  const accountOfBill = () => desk.standIn.bills()[0]?.entries[0]?.costAccountId

  test('are found by our code', async () => {
    await post('/accounts', { name: 'Gastos varios', code: '601.84', account_type: 'expense' })
    approve(desk.store, stationery('A-1'), desk.clock.now)
    await desk.settle()
    expect(accountOfBill()).toBe(1034)
  })

  test('are found by our name when they carry no code of ours', async () => {
    await post('/accounts', { name: 'otros gastos generales', account_type: 'expense' })
    approve(desk.store, stationery('A-1'), desk.clock.now)
    await desk.settle()
    expect(accountOfBill()).toBe(1034)
  })

  test('of the same name in another family of the chart are other accounts', async () => {
    await post('/accounts', { name: 'Combustibles y lubricantes', code: '602.48', account_type: 'expense' })
    approve(desk.store, stationery('A-1', { lines: [['Diésel', '1000.00', '601.48']] }), desk.clock.now)
    await desk.settle()
    expect(desk.standIn.books.accounts.find(account => account.id === accountOfBill())).toMatchObject({
      code: '601.48',
      name: '601.48 Combustibles y lubricantes',
    })
  })

  test('are not made when the accountant forbids it: the document names the account that is missing', async () => {
    write(desk.store, tx => patchSettings(tx, { ledgerCreatesAccounts: false }, desk.clock.now))
    const documentId = approve(desk.store, stationery('A-1'), desk.clock.now)
    await desk.settle()
    expect(openIssuesOf(desk.store, documentId)).toMatchObject([
      {
        params: { code: 'ledger_account_missing', account: '601.84', name: 'Otros gastos generales' },
        suggestions: [{ fix: { type: 'open_settings', section: 'ledger' } }, { fix: { type: 'retry_posting' } }],
      },
    ])
  })

  test('made inactive there are named, not made a second time', async () => {
    await post('/accounts', { name: 'Gastos varios', code: '601.84', account_type: 'expense' })
    Object.assign(desk.standIn.books.accounts.find(account => account.code === '601.84') ?? {}, { active: false })
    const documentId = approve(desk.store, stationery('A-1'), desk.clock.now)
    await desk.settle()
    expect(openIssuesOf(desk.store, documentId)).toMatchObject([{ params: { code: 'ledger_account_missing' } }])
  })
})

describe('somebody else posts the same number between our look-up and our create', () => {
  const rival = (total: number) => {
    const [vendor] = desk.standIn.books.contacts
    const entry = { id: 900, index: 1, itemId: 1000, description: null, quantity: 1, rate: total, discount: null }
    desk.standIn.books.bills.push({
      id: 500,
      vendorId: vendor?.id ?? 0,
      number: 'pno010203ab1-a-1 ',
      reference: null,
      note: null,
      date: '2026-02-10',
      dueDate: null,
      openedOn: '2026-02-10',
      exchangeRate: 1,
      isInclusiveTax: false,
      amount: total,
      discount: null,
      discountType: 'amount',
      adjustment: null,
      entries: [{ ...entry, discountType: 'percentage', costAccountId: 1020, taxRateId: null, taxRate: null }],
      branchId: null,
      warehouseId: null,
      staleTax: null,
      paid: 0,
    })
  }

  test('the very same bill: it is ours', async () => {
    const documentId = approve(desk.store, stationery('A-1'), desk.clock.now)
    desk.at('sent_committed', () => rival(1160))
    await desk.settle()
    expect(desk.standIn.bills()).toHaveLength(1)
    expect(desk.stateOf(documentId)).toBe('posted')
  })

  test('another bill: a person decides', async () => {
    const documentId = approve(desk.store, stationery('A-1'), desk.clock.now)
    desk.at('sent_committed', () => rival(99))
    await desk.settle()
    expect(desk.standIn.bills()).toHaveLength(1)
    expect(openIssuesOf(desk.store, documentId)).toMatchObject([
      { params: { code: 'ledger_bill_conflict', reason: 'total', ledgerTotal: '99.00', total: '1160.00' } },
    ])
  })
})
