import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { outbox, secrets } from '../../../src/engine/store/schema'
import { apiBase } from '../../../src/engine/sync/connection'
import { startStandIn } from '../../ledger-stand-in/server'
import { approve, stationery } from './books'
import { openDesk, testKeyStore, type Desk } from './ledger-desk'

describe('addresses', () => {
  test.each([
    ['https://api.bigcapital.com', 'https://api.bigcapital.com/api'],
    ['https://books.example.com/bigcapital/', 'https://books.example.com/bigcapital/api'],
    ['http://localhost:3000/api', 'http://localhost:3000/api'],
    ['http://192.168.1.20:3000', 'http://192.168.1.20:3000/api'],
    ['http://nas.local', 'http://nas.local/api'],
    ['http://ledger', 'http://ledger/api'],
  ])('%s is asked at %s', (entered, base) => {
    expect(apiBase(entered)).toBe(base)
  })

  test.each([
    'http://books.example.com',
    'http://172.32.0.1',
    'http://10.evil.example',
    'ftp://localhost',
    'https://me:secret@books.example.com',
    'books',
  ])('%s is refused: the key would travel in the clear, or nowhere', entered => {
    expect(() => apiBase(entered)).toThrow('value_invalid')
  })
})

describe('connecting', () => {
  let desk: Desk
  afterEach(() => desk.close())

  test('a wrong key is refused before anything is stored, and the connection in use stays', async () => {
    desk = await openDesk()
    const before = desk.store.db.select().from(secrets).all()
    const wrong = { url: desk.standIn.url, apiKey: 'bc_0000000000' }
    await expect(desk.sync().connect(wrong)).rejects.toThrow('ledger_unauthorized')
    expect(desk.store.db.select().from(secrets).all()).toEqual(before)
    expect(desk.sync().status()).toMatchObject({
      connected: true,
      organization: 'Comercial de Prueba SA de CV',
      baseCurrency: 'MXN',
    })
  })

  test('a key with a line break in it reaches no header', async () => {
    desk = await openDesk()
    const entered = { url: desk.standIn.url, apiKey: 'bc_00000000\r\nx-evil: 1' }
    await expect(desk.sync().connect(entered)).rejects.toThrow('value_invalid')
  })

  test('no ledger there: said so, nothing stored', async () => {
    desk = await openDesk()
    await expect(desk.sync().connect({ url: 'http://127.0.0.1:1', apiKey: desk.standIn.apiKey })).rejects.toThrow(
      'ledger_unreachable',
    )
  })

  test('another server with a web page is not taken for a ledger', async () => {
    desk = await openDesk()
    const other = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end('<h1>NAS</h1>')
    })
    await new Promise<void>(done => other.listen(0, '127.0.0.1', done))
    const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`
    await expect(desk.sync().connect({ url, apiKey: desk.standIn.apiKey })).rejects.toThrow('ledger_contract_broken')
    other.close()
  })

  test('bills whose fate is open forbid a change of organization: they could be posted twice', async () => {
    desk = await openDesk()
    approve(desk.store, stationery('A-1'), desk.clock.now)
    desk.standIn.faults.add({ kind: 'drop_after', method: 'POST', pattern: '/api/bills' })
    await desk.sync().syncNow()
    const second = await startStandIn({ organizationId: 'another0000002' })
    const elsewhere = { url: second.url, apiKey: second.apiKey }
    await expect(desk.sync().connect(elsewhere)).rejects.toMatchObject({
      data: { code: 'ledger_other_organization', params: { unsettled: 1 } },
    })
    await desk.settle()
    expect(await desk.sync().connect(elsewhere)).toMatchObject({ connected: true })
    await second.close()
  })

  test('a key that suddenly opens another organization stops the sync', async () => {
    desk = await openDesk()
    approve(desk.store, stationery('A-1'), desk.clock.now)
    Object.assign(desk.standIn.books, { organizationId: 'swapped000003' })
    desk.clock.now += 10 * 60_000
    await desk.sync().syncNow()
    expect(desk.sync().status().lastError?.code).toBe('ledger_other_organization')
    expect(desk.standIn.bills()).toEqual([])
  })

  test('another ledger connected while the key of the first was being opened: bills go to the other one', async () => {
    const unlocked = Promise.withResolvers<undefined>()
    const open = (sealed: string) => unlocked.promise.then(() => testKeyStore.open(sealed))
    desk = await openDesk({ keyStore: { ...testKeyStore, open } })
    const asked = desk.sync().session()
    const second = await startStandIn({ organizationId: 'another0000002' })
    await desk.sync().connect({ url: second.url, apiKey: second.apiKey })
    unlocked.resolve(undefined)
    expect(await asked).toMatchObject({ organization: 'another0000002' })
    approve(desk.store, stationery('A-1'), desk.clock.now)
    await desk.settle()
    expect([desk.standIn.bills().length, second.bills().length]).toEqual([0, 1])
    await second.close()
  })

  test('without a ledger approvals wait, and go when one is connected', async () => {
    desk = await openDesk()
    await desk.sync().disconnect()
    const documentId = approve(desk.store, stationery('A-1'), desk.clock.now)
    await desk.sync().syncNow()
    expect(desk.sync().status()).toMatchObject({ connected: false, waiting: 1, nextSyncAt: null })
    await desk.sync().connect({ url: desk.standIn.url, apiKey: desk.standIn.apiKey })
    await desk.settle()
    expect(desk.stateOf(documentId)).toBe('posted')
  })
})

describe('asked by a person', () => {
  test('"Sync now" asks the ledger something even when there is nothing to do, so that "connected" is true', async () => {
    const desk = await openDesk()
    await desk.sync().syncNow()
    const before = desk.standIn.calls.length
    await desk.sync().syncNow()
    expect(desk.standIn.calls.slice(before).map(({ pattern }) => pattern)).toEqual(['/api/organization/current'])
    await desk.standIn.close()
    expect((await desk.sync().syncNow()).lastError?.code).toBe('ledger_unreachable')
    await desk.close()
  })
})

describe('by itself', () => {
  test('a sync that a person has paused does not wake over and over for what is due', async () => {
    const desk = await openDesk()
    desk.sync().start()
    await desk.sync().pause(true)
    approve(desk.store, stationery('A-1'), desk.clock.now)
    desk.sync().wake()
    expect(await desk.pass(10 * 60_000)).toBeLessThan(3)
    await desk.close()
  })

  test('a started sync posts what waits, posts again when woken, and stops without leaving a call hanging', async () => {
    const desk = await openDesk({ realAlarms: true })
    const first = approve(desk.store, stationery('A-1'), desk.clock.now)
    desk.sync().start()
    await until(() => desk.stateOf(first) === 'posted')
    const second = approve(desk.store, stationery('A-2'), desk.clock.now)
    desk.sync().wake()
    await until(() => desk.stateOf(second) === 'posted')
    expect(desk.announced).toContain('document.changed')
    expect(desk.sync().status().nextSyncAt).toBeGreaterThan(desk.clock.now)

    desk.standIn.faults.add({ kind: 'silent_after', method: 'POST', pattern: '/api/bills' })
    approve(desk.store, stationery('A-3'), desk.clock.now)
    desk.sync().wake()
    await until(() => desk.standIn.calls.at(-1)?.status === null)
    await desk.sync().stop()
    expect(
      desk.store.db
        .select()
        .from(outbox)
        .all()
        .map(row => row.state),
    ).toEqual(['confirmed', 'confirmed', 'unknown'])
    await desk.close()
  })

  async function until(holds: () => boolean): Promise<void> {
    for (let tries = 0; tries < 200 && !holds(); tries++) await new Promise(done => setTimeout(done, 10))
    expect(holds()).toBe(true)
  }
})
