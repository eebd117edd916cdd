import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applyFix } from '../../../src/engine/decisions/apply-fix'
import { newId } from '../../../src/engine/store/new-id'
import { readSettings } from '../../../src/engine/store/settings'
import { pruneCalls } from '../../../src/engine/store/server-calls'
import { write } from '../../../src/engine/store/write'
import { dryRun } from '../../../src/engine/sync/dry-run'
import { ledgerBasics } from '../../../src/engine/sync/ledger-basics'
import { makeVendor, setVendor, vendorMapping } from '../../../src/engine/sync/map-vendors'
import { ledgerLog } from '../../../src/engine/sync/ledger-log'
import {
  branchChoice,
  chooseBranch,
  createLedgerAccount,
  ledgerMapping,
  setMapping,
} from '../../../src/engine/sync/map-ledger'
import type { DocumentId } from '../../../src/shared/ids'
import { approve, chartOf, stationery } from './books'
import { openDesk, openIssuesOf, type Desk } from './ledger-desk'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.close())

const mapping = async () => ledgerMapping(await desk.sync().session(), readSettings(desk.store.db))
const allStates = { documentId: null, states: [], limit: 100 }

test('every account and tax in use is listed with where it would go, and a choice is kept and used', async () => {
  approve(desk.store, stationery('M-1'), desk.clock.now)
  const { rows, accounts } = await mapping()
  expect(rows).toMatchObject([
    { kind: 'account', ours: '118.01', chosen: null, suggested: null, isMadeWhenNeeded: true },
    { kind: 'account', ours: '601.84', name: 'Other overheads', isMadeWhenNeeded: true },
    { kind: 'tax', ours: 'transferred IVA 16', name: 'IVA 16%', isMadeWhenNeeded: true },
  ])
  const office =
    accounts.find(account => account.name === 'Office expenses') ?? accounts.find(each => each.type === 'expense')
  setMapping(await desk.sync().session(), { kind: 'account', ours: '601.84', theirs: office?.id ?? 0 })
  expect((await mapping()).rows[1]).toMatchObject({ chosen: { id: office?.id } })
  await desk.settle()
  expect(desk.standIn.bills()[0]?.entries[0]?.costAccountId).toBe(office?.id)
  // What was made at posting is a choice from then on; taken back, code and name suggest it.
  setMapping(await desk.sync().session(), { kind: 'account', ours: '118.01', theirs: null })
  expect((await mapping()).rows[0]).toMatchObject({ chosen: null, suggested: { code: '118.01' } })
})

test('the tax of invoices that are paid later is listed where their bills put it, and found there once one is posted', async () => {
  const details = [{ key: 'payment_plan', value: 'PPD', origin: { kind: 'xml', path: '/x/@MetodoPago' } }] as const
  approve(desk.store, stationery('M-1', { details }), desk.clock.now)
  const rowsNow = async () => (await mapping()).rows.map(({ ours, suggested }) => [ours, suggested?.code ?? null])
  expect(await rowsNow()).toEqual([
    ['119.01', null],
    ['601.84', null],
    ['transferred IVA 16', null],
  ])
  await desk.settle()
  expect(await rowsNow()).toContainEqual(['transferred IVA 16', '119.01'])
  approve(desk.store, stationery('M-2'), desk.clock.now)
  expect((await rowsNow()).map(([ours]) => ours)).toEqual(['118.01', '119.01', '601.84', 'transferred IVA 16'])
})

test('income tax withheld is listed with the account for rent where the books have rent', async () => {
  const withheld = { taxes: [['withheld', 'ISR', '10', '100.00']], withheld: '100.00', total: '900.00' } as const
  const codes = async () => (await mapping()).rows.filter(({ kind }) => kind === 'account').map(({ ours }) => ours)
  approve(desk.store, stationery('H-1', withheld), desk.clock.now)
  expect(await codes()).toEqual(['216.04', '601.84'])
  approve(
    desk.store,
    stationery('R-1', { ...withheld, lines: [['Renta del local', '1000.00', '601.45']] }),
    desk.clock.now,
  )
  expect(await codes()).toEqual(['216.03', '216.04', '601.45', '601.84'])
})

test('an account can be made before its first posting; one that is there is found instead', async () => {
  const settings = readSettings(desk.store.db)
  const made = await createLedgerAccount(await desk.sync().session(), '602.50', settings)
  expect(made).toMatchObject({ code: '602.50', type: 'expense' })
  expect(await createLedgerAccount(await desk.sync().session(), '602.50', settings)).toEqual(made)
})

test('a dry run shows the very request that is sent afterwards, and sends nothing', async () => {
  approve(desk.store, stationery('D-1'), desk.clock.now)
  await desk.settle()
  const documentId = approve(desk.store, stationery('D-2'), desk.clock.now)
  const before = desk.standIn.calls.filter(call => call.method === 'POST').length
  const shown = await dryRun(await desk.sync().session(), documentId)
  expect(desk.standIn.calls.filter(call => call.method === 'POST')).toHaveLength(before)
  expect(shown).toMatchObject({ method: 'POST', path: '/api/bills', missing: [] })
  await desk.settle()
  const sent = desk.standIn.calls.findLast(call => call.method === 'POST' && call.pattern === '/api/bills')
  expect(JSON.parse(shown.body)).toEqual(sent?.body)
})

test('before anything is known the dry run names what would be made first', async () => {
  const documentId = approve(desk.store, stationery('D-1'), desk.clock.now)
  const { missing } = await dryRun(await desk.sync().session(), documentId)
  expect(missing).toEqual(['Papelería del Norte SA de CV', 'item', '601.84', '118.01'])
})

test('the log keeps what was sent and answered, and never shows a key', async () => {
  const documentId = approve(
    desk.store,
    stationery('K-1', { lines: [[`Clave ${desk.standIn.apiKey}`, '1000.00', '601.84']] }),
    desk.clock.now,
  )
  await desk.settle()
  const [entry] = ledgerLog(desk.store.db, { ...allStates, documentId })
  expect(entry).toMatchObject({ billNumber: 'PNO010203AB1-K-1', state: 'confirmed', nextTryAt: null, intakeNumber: 1 })
  expect(entry?.request).toContain('"bill_number": "PNO010203AB1-K-1"')
  expect(entry?.answer).toContain('"total": 1160')
  expect(JSON.stringify(entry)).not.toContain(desk.standIn.apiKey)
  expect(ledgerLog(desk.store.db, { ...allStates, states: ['refused'] })).toEqual([])
})

test('branches are offered with the usual one suggested, and the choice is kept', async () => {
  desk.standIn.books.branches.push({ id: 1, name: 'Head Branch' }, { id: 2, name: 'Monterrey' })
  const session = await desk.sync().session()
  expect(await branchChoice(session)).toMatchObject({ chosen: null, suggested: 1 })
  chooseBranch(session, 2)
  expect(await branchChoice(session)).toMatchObject({ chosen: 2 })
})

test('paused, nothing is posted by itself; going on, what waits is', async () => {
  await desk.sync().pause(true)
  desk.sync().start()
  approve(desk.store, stationery('Z-1'), desk.clock.now)
  await desk.pass(60 * 60_000)
  expect(desk.standIn.bills()).toEqual([])
  expect(desk.sync().status()).toMatchObject({ isPaused: true, waiting: 1 })
  await desk.sync().pause(false)
  await desk.pass(60_000)
  expect(desk.standIn.bills()).toHaveLength(1)
  expect(desk.sync().status()).toMatchObject({ isPaused: false, postedToday: 1 })
})

test('vendors: one by its tax id, a look-alike waits for a person, one is made on request', async () => {
  const session = await desk.sync().session()
  const { ledger } = session
  const norte = await ledger.createVendor({ display_name: 'Pap. Norte', company_name: 'PNO010203AB1' })
  const ruiz = await ledger.createVendor({ display_name: 'Ferreteria Ruíz y Asociados' })
  approve(desk.store, stationery('V-1'), desk.clock.now)
  approve(
    desk.store,
    stationery('V-2', { vendor: { name: 'Ferretería Ruiz SA de CV', taxId: 'FRU900101AB1' } }),
    desk.clock.now,
  )
  approve(desk.store, stationery('V-3', { vendor: { name: 'Hosting AG', taxId: null } }), desk.clock.now)
  const { rows, vendors } = await vendorMapping(session)
  expect(rows.map(row => [row.name, row.suggested?.id ?? null, row.suggested?.fit ?? null])).toEqual([
    ['Ferretería Ruiz SA de CV', ruiz.id, 'alike'],
    ['Hosting AG', null, null],
    ['Papelería del Norte SA de CV', norte.id, 'exact'],
  ])
  expect(vendors).toHaveLength(2)

  await setVendor(session, { ours: rows[0]?.ours ?? '', theirs: ruiz.id })
  await makeVendor(session, rows[1]?.ours ?? '')
  expect((await vendorMapping(session)).rows.map(row => row.chosen?.name ?? null)).toEqual([
    'Ferreteria Ruíz y Asociados',
    'Hosting AG',
    null,
  ])
  await desk.settle()
  expect(new Set(desk.standIn.bills().map(bill => bill.vendorId))).toEqual(new Set([norte.id, ruiz.id, 3]))
})

test('a vendor of another currency cannot be chosen: its bills would be in that currency', async () => {
  const session = await desk.sync().session()
  const euros = await session.ledger.createVendor({ display_name: 'Papelería', currency_code: 'EUR' })
  approve(desk.store, stationery('V-4'), desk.clock.now)
  const [row] = (await vendorMapping(session)).rows
  await expect(setVendor(session, { ours: row?.ours ?? '', theirs: euros.id })).rejects.toMatchObject({
    data: { code: 'ledger_currency_mismatch' },
  })
})

test('the basics name the carrier item, foreign currencies with and without a rate, and the closed period', async () => {
  Object.assign(desk.standIn.books.lock, { enabled: true, to: '2026-01-31' })
  approve(desk.store, stationery('B-1', { currency: 'USD', exchangeRate: '17.05' }), desk.clock.now)
  approve(desk.store, stationery('B-2', { currency: 'USD' }), desk.clock.now)
  const session = await desk.sync().session()
  expect(await ledgerBasics(session)).toEqual({
    baseCurrency: 'MXN',
    carrierItem: null,
    currencies: [{ currency: 'USD', stated: 1, missing: 1 }],
    lockedUntil: '2026-01-31',
  })
})

describe('a vendor the ledger may have under another spelling', () => {
  const acme = stationery('L-1', { vendor: { name: 'ACME SA', taxId: 'ACM010203AB1' } })
  const openInLedger = (name: string, taxId?: string) =>
    desk
      .sync()
      .session()
      .then(({ ledger }) =>
        ledger.createVendor({ display_name: name, ...(taxId === undefined ? {} : { company_name: taxId }) }),
      )
  const answer = (documentId: DocumentId, at: number) => {
    const [issue] = openIssuesOf(desk.store, documentId)
    const fix = issue?.suggestions[at]?.fix
    if (!issue || !fix) throw new Error('nothing was asked')
    const { now } = desk.clock
    const settings = readSettings(desk.store.db)
    const ctx = { now, actor: 'person', settings, chart: chartOf(settings.chart), newId: () => newId(now) }
    write(desk.store, tx => applyFix(tx, { issueId: issue.id, fix, note: '' }, ctx as never))
  }
  const names = () => desk.standIn.books.contacts.map(contact => contact.columns['display_name'])

  test('is asked about: nothing is booked and no second vendor is made meanwhile', async () => {
    const theirs = await openInLedger('ACME S.A. de C.V.')
    const documentId = approve(desk.store, acme, desk.clock.now)
    await desk.settle()
    expect(names()).toEqual(['ACME S.A. de C.V.'])
    expect(desk.standIn.bills()).toEqual([])
    expect(openIssuesOf(desk.store, documentId)).toMatchObject([
      { key: 'post_failed', params: { variant: 'ledger_vendor_alike', ledgerVendor: 'ACME S.A. de C.V.' } },
    ])

    answer(documentId, 0)
    await desk.settle()
    expect(names()).toEqual(['ACME S.A. de C.V.'])
    expect(desk.standIn.bills()).toMatchObject([{ vendorId: theirs.id, total: 1160 }])
    expect(desk.stateOf(documentId)).toBe('posted')
  })

  test('is made when a person says that it is another one, and not asked about again', async () => {
    await openInLedger('ACME S.A. de C.V.')
    const documentId = approve(desk.store, acme, desk.clock.now)
    await desk.settle()
    answer(documentId, 1)
    await desk.settle()
    expect(names()).toEqual(['ACME S.A. de C.V.', 'ACME SA'])
    const next = approve(desk.store, { ...acme, number: 'L-2', uuid: null }, desk.clock.now)
    await desk.settle()
    expect([documentId, next].map(desk.stateOf)).toEqual(['posted', 'posted'])
  })

  test('is made without a question when the other one has a tax ID of its own, or another name altogether', async () => {
    await openInLedger('ACME S.A. de C.V.', 'ACM990909ZZ9')
    await openInLedger('Ferretería Ruiz SA de CV')
    const documentId = approve(desk.store, acme, desk.clock.now)
    await desk.settle()
    expect(desk.stateOf(documentId)).toBe('posted')
    expect(names()).toContain('ACME SA')
  })
})

test('every call a bill took is told with its answer, lost answers too, and pruned when it is old', async () => {
  approve(desk.store, stationery('T-1'), desk.clock.now)
  desk.standIn.faults.add({ kind: 'bad_gateway_after', method: 'POST', pattern: '/api/bills' })
  await desk.settle()
  const [entry] = ledgerLog(desk.store.db, allStates)
  const told = entry?.calls.map(({ call, status, code }) => `${call} ${status} ${code}`) ?? []
  expect(told).toContain('POST /bills 502 ledger_server_error')
  expect(told.filter(each => each.startsWith('POST /bills'))).toHaveLength(1)
  expect(told.at(-1)).toBe('GET /bills/:id 200 null')
  write(desk.store, tx => pruneCalls(tx, desk.clock.now + 1))
  expect(ledgerLog(desk.store.db, allStates)[0]?.calls).toEqual([])
})
