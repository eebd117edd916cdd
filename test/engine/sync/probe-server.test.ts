import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { modeOf, probeServer } from '../../../src/engine/sync/probe-server'
import { approve, stationery } from './books'
import { openDesk, type Desk } from './ledger-desk'

let desk: Desk
afterEach(() => desk.close())

describe('against the server as recorded', () => {
  beforeEach(async () => {
    desk = await openDesk({ zoneMinutes: -360 })
  })

  test('its tax fields are wrong in both modes, taxes as lines add up: lines it is', async () => {
    const { probe } = await desk.sync().probe()
    expect(probe).toMatchObject({
      taxExclusive: '200',
      taxInclusive: '264',
      asLines: '212',
      lineDiscount: '180',
      zoneMinutes: -360,
      branches: false,
      mode: 'lines',
    })
    expect(desk.sync().status().probe).toEqual(probe)
  })

  test('nothing it tried with stays behind but the carrier item', async () => {
    await desk.sync().probe()
    const { bills, contacts, taxRates, items } = desk.standIn.books
    expect({ bills, contacts }).toEqual({ bills: [], contacts: [] })
    expect(taxRates.filter(each => each.rate === 16)).toEqual([])
    expect(items).toHaveLength(1)
  })

  test('what it cannot take away is named in the log, and bills are posted all the same', async () => {
    desk.standIn.faults.add({ kind: 'server_error_before', method: 'DELETE', pattern: '/api/bills/:id' })
    await desk.sync().probe()
    expect(desk.logged.filter(line => line.startsWith('left behind'))).toHaveLength(2)
    const documentId = approve(desk.store, stationery('P-1'), desk.clock.now)
    await desk.settle()
    expect(desk.stateOf(documentId)).toBe('posted')
  })

  test('a broken way there leaves no half result', async () => {
    desk.standIn.faults.add({ kind: 'drop_before', method: 'POST', pattern: '/api/tax-rates' })
    await expect(desk.sync().probe()).rejects.toMatchObject({ data: { code: 'ledger_unreachable' } })
    expect(desk.sync().status().probe).toBeNull()
    expect(desk.standIn.books.contacts).toEqual([])
    await expect(probeServer(await desk.sync().session())).resolves.toMatchObject({ mode: 'lines' })
  })
})

test('a server whose tax fields are mended may have either; one that cannot add lines is unfit', async () => {
  desk = await openDesk()
  expect(modeOf({ taxExclusive: '232', taxInclusive: '232', asLines: '212' })).toBe('either')
  expect(modeOf({ taxExclusive: '232', taxInclusive: '264', asLines: '212' })).toBe('lines')
  expect(modeOf({ taxExclusive: '232', taxInclusive: '232', asLines: '200' })).toBe('unfit')
})
