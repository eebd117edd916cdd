import { afterEach, expect, test } from 'vitest'
import { outbox, secrets, settings } from '../../../src/engine/store/schema'
import { approve, stationery } from './books'
import { ledgerBillOf, openDesk, openIssuesOf, type Desk } from './ledger-desk'

let desk: Desk
afterEach(() => desk.close())

test('an approved CFDI becomes one open bill with its tax on a line of its own, read back and posted', async () => {
  desk = await openDesk()
  const documentId = approve(desk.store, stationery('A-1001', { dueDate: '2026-03-12' }), desk.clock.now)
  await desk.settle()

  const [bill, ...others] = desk.standIn.bills()
  expect(others).toEqual([])
  expect(bill).toMatchObject({
    number: 'PNO010203AB1-A-1001',
    reference: '3F2504E0-4F89-41D3-9A0C-412D31303031',
    date: '2026-02-10',
    dueDate: '2026-03-12',
    openedOn: '2026-02-20',
    total: 1160,
    entries: [
      { quantity: 1, rate: 1000, description: 'Papel bond carta (10 caja × 100 MXN)' },
      { quantity: 1, rate: 160, description: 'IVA 16%' },
    ],
  })
  const accountOf = (id: number | null | undefined) => desk.standIn.books.accounts.find(account => account.id === id)
  expect(bill?.entries.map(entry => accountOf(entry.costAccountId))).toMatchObject([
    { code: '601.84', name: 'Otros gastos generales', type: 'expense' },
    { code: '118.01', name: 'IVA acreditable pagado', type: 'other-current-asset' },
  ])
  expect(desk.standIn.books.contacts).toMatchObject([
    { columns: { display_name: 'Papelería del Norte SA de CV', company_name: 'PNO010203AB1' }, currency: 'MXN' },
  ])
  expect(desk.stateOf(documentId)).toBe('posted')
  expect(ledgerBillOf(desk.store, documentId)).toMatchObject({ ledgerId: '1', total: 116_000, currency: 'MXN' })
  expect(desk.sync().status()).toMatchObject({ connected: true, waiting: 0, failed: 0, lastError: null })
})

test('fees with tax withheld are booked at what is paid: IVA added, ISR and IVA withheld taken off', async () => {
  desk = await openDesk()
  approve(
    desk.store,
    stationery('H-7', {
      vendor: { name: 'Lic. Ana Prueba', taxId: 'PUAA800101AB2' },
      lines: [['Honorarios', '1000.00', '601.34']],
      taxes: [
        ['transferred', 'IVA', '16', '160.00'],
        ['withheld', 'ISR', '10', '100.00'],
        ['withheld', 'IVA', '10.6667', '106.67'],
      ],
      withheld: '206.67',
      total: '953.33',
    }),
    desk.clock.now,
  )
  await desk.settle()
  expect(desk.standIn.bills()).toMatchObject([{ total: 953.33 }])
  expect(desk.standIn.bills()[0]?.entries.map(entry => entry.rate)).toEqual([1000, 160, -100, -106.67])
})

test('two vendors that both issue "A-1" get two bills, and a hundred approvals of one vendor make it once', async () => {
  desk = await openDesk()
  for (const [name, taxId] of [
    ['Papelería del Norte SA de CV', 'PNO010203AB1'],
    ['Ferretería Ruiz SA de CV', 'FRU010203AB1'],
  ] as const) {
    approve(desk.store, stationery('A-1', { vendor: { name, taxId }, uuid: null }), desk.clock.now)
    approve(desk.store, stationery('A-2', { vendor: { name, taxId }, uuid: null }), desk.clock.now)
  }
  await desk.settle()
  expect(desk.standIn.bills().map(bill => bill.number)).toEqual([
    'PNO010203AB1-A-1',
    'PNO010203AB1-A-2',
    'FRU010203AB1-A-1',
    'FRU010203AB1-A-2',
  ])
  expect(desk.standIn.books.contacts).toHaveLength(2)
  expect(desk.standIn.books.items).toHaveLength(1)
})

test('twenty-five bills keep to ten calls a minute without one refusal', async () => {
  desk = await openDesk({ throttle: true })
  for (let number = 1; number <= 25; number++) approve(desk.store, stationery(`T-${number}`), desk.clock.now)
  await desk.settle()
  expect(desk.standIn.bills()).toHaveLength(25)
  expect(desk.standIn.calls.filter(call => call.status === 429)).toEqual([])
})

test('a bill the ledger already holds is taken over, not sent again', async () => {
  desk = await openDesk()
  const first = approve(desk.store, stationery('A-9'), desk.clock.now)
  await desk.settle()
  expect(desk.stateOf(first)).toBe('posted')
  // Another machine posted it: our own traces of it are gone.
  desk.store.raw
    .exec(`DELETE FROM ledger_bills; DELETE FROM ledger_map; UPDATE outbox SET state = 'pending', sent_at = NULL, answer = NULL;
    UPDATE documents SET state = 'approved'`)
  desk.restart()
  await desk.settle()
  expect(desk.standIn.bills()).toHaveLength(1)
  expect(desk.standIn.calls.filter(call => call.method === 'POST' && call.pattern === '/api/bills')).toHaveLength(1)
  expect(desk.stateOf(first)).toBe('posted')
})

test('another bill under our number is a conflict a person sees; after it is put right there, retrying posts it', async () => {
  desk = await openDesk()
  const documentId = approve(desk.store, stationery('A-5'), desk.clock.now)
  await desk.settle()
  const other = approve(
    desk.store,
    stationery('A-5', { uuid: null, lines: [['Tóner', '500.00', '601.84']], taxes: [], total: '500.00' }),
    desk.clock.now,
  )
  await desk.settle()
  expect(desk.stateOf(documentId)).toBe('posted')
  expect(desk.stateOf(other)).toBe('post_failed')
  expect(openIssuesOf(desk.store, other)).toMatchObject([
    {
      key: 'post_failed',
      severity: 'high',
      subject: { type: 'document' },
      params: { code: 'ledger_bill_conflict', reason: 'other_document', intakeNumber: 1, total: '500.00' },
      suggestions: [{ key: 'retry_posting' }, { key: 'reject_not_payable' }],
    },
  ])
  expect(desk.standIn.bills()).toHaveLength(1)
})

test('a total the ledger computes otherwise is reported, never silent, and the bill is found again on retry', async () => {
  desk = await openDesk()
  desk.standIn.faults.add({ kind: 'wrong_total', method: 'GET', pattern: '/api/bills/:id' })
  const documentId = approve(desk.store, stationery('A-6'), desk.clock.now)
  await desk.settle()
  expect(openIssuesOf(desk.store, documentId)).toMatchObject([
    { params: { code: 'ledger_total_differs', ledgerTotal: '1161.00', total: '1160.00', currency: 'MXN' } },
  ])
  expect(ledgerBillOf(desk.store, documentId)).toMatchObject({ ledgerId: '1', total: 116_100 })
})

test.each([
  [
    'no account on a line',
    stationery('B-1', { lines: [['Papel', '1000.00', null]] }),
    { code: 'bill_incomplete', field: 'account' },
  ],
  ['no date', stationery('B-2', { issueDate: null }), { code: 'bill_incomplete', field: 'issue_date' }],
  [
    'a day that does not exist',
    stationery('B-3', { issueDate: '2026-02-30' }),
    { code: 'bill_incomplete', field: 'issue_date' },
  ],
  [
    'lines that miss the total',
    stationery('B-4', { total: '1200.00' }),
    { code: 'bill_not_balanced', difference: '40.00' },
  ],
  [
    'another currency than the ledger’s and no exchange rate',
    stationery('B-5', { currency: 'USD' }),
    { code: 'ledger_exchange_rate_needed', currency: 'USD', ledgerCurrency: 'MXN' },
  ],
] as const)('%s goes back to a person with the reason, and nothing is sent', async (_what, invoice, params) => {
  desk = await openDesk()
  const documentId = approve(desk.store, invoice, desk.clock.now)
  await desk.settle()
  expect(desk.stateOf(documentId)).toBe('post_failed')
  expect(openIssuesOf(desk.store, documentId)).toMatchObject([{ key: 'post_failed', params }])
  expect(desk.standIn.bills()).toEqual([])
  expect(desk.sync().status()).toMatchObject({ waiting: 0, failed: 1 })
})

test('a closed period is named with its date', async () => {
  desk = await openDesk()
  Object.assign(desk.standIn.books.lock, { enabled: true, to: '2026-02-28' })
  const documentId = approve(desk.store, stationery('L-1'), desk.clock.now)
  await desk.settle()
  expect(openIssuesOf(desk.store, documentId)).toMatchObject([
    { params: { code: 'ledger_period_locked', lockedTo: '2026-02-28' } },
  ])
})

test('emoji, control characters and a number of 300 letters do not break the server', async () => {
  desk = await openDesk()
  approve(
    desk.store,
    stationery(`Ñandú-😀-${'9'.repeat(300)}`, { lines: [['Café ☕ 😀\u0007 molido', '1000.00', '601.84']] }),
    desk.clock.now,
  )
  await desk.settle()
  const [bill] = desk.standIn.bills()
  expect(bill?.number).toHaveLength(255)
  expect(bill?.number).toMatch(/^PNO010203AB1-NANDU--9+-[0-9A-F]{16}$/)
  expect(bill?.entries[0]?.description).toBe('Café ☕   molido (10 caja × 100 MXN)')
})

test('a bill of 2,000 lines is sent with one line per account and the right total', async () => {
  desk = await openDesk()
  const lines = Array.from({ length: 2000 }, (_, index) => [`Concepto ${index}`, '1.00', '601.84'] as const)
  approve(
    desk.store,
    stationery('BIG-1', { lines, taxes: [['transferred', 'IVA', '16', '320.00']], total: '2320.00' }),
    desk.clock.now,
  )
  await desk.settle()
  expect(desk.standIn.bills()).toMatchObject([{ total: 2320, entries: [{ description: '2000 lines' }, { rate: 320 }] }])
})

test('a key the ledger refuses stops everything until a person gives another; nothing is lost', async () => {
  desk = await openDesk()
  const documentId = approve(desk.store, stationery('K-1'), desk.clock.now)
  desk.standIn.faults.add({ kind: 'unauthorized', method: 'POST', pattern: '/api/bills' })
  await desk.sync().syncNow()
  expect(desk.sync().status().lastError?.code).toBe('ledger_unauthorized')
  expect(desk.stateOf(documentId)).toBe('approved')
  await desk.sync().connect({ url: desk.standIn.url, apiKey: desk.standIn.apiKey })
  await desk.settle()
  expect(desk.stateOf(documentId)).toBe('posted')
})

test('the key is stored sealed, appears in no log, and is gone after disconnecting', async () => {
  desk = await openDesk()
  desk.standIn.faults.add({ kind: 'server_error_after', method: 'POST', pattern: '/api/bills' })
  approve(desk.store, stationery('S-1'), desk.clock.now)
  await desk.settle()
  const stored = JSON.stringify([
    desk.store.db.select().from(secrets).all(),
    desk.store.db.select().from(settings).all(),
    desk.store.db.select().from(outbox).all(),
    desk.logged,
  ])
  expect(stored).not.toContain(desk.standIn.apiKey)
  expect(desk.store.db.select().from(secrets).all()).toHaveLength(1)
  expect(await desk.sync().disconnect()).toMatchObject({ connected: false, url: null })
  expect(desk.store.db.select().from(secrets).all()).toEqual([])
})
