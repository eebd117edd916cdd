import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createNetworkGate } from '../../src/engine/http/network-gate'
import { AppError } from '../../src/shared/result'
import { outbox } from '../../src/engine/store/schema'
import type { DocumentId } from '../../src/shared/ids'
import { startStandIn, type StandIn } from '../ledger-stand-in/server'
import { samples, someEngine, someHost, sure, type TestEngine } from './some-engine'

const cfdi = join(samples, '01 Papelera del Norte A20481.xml')
const closed = { ok: false, error: { code: 'network_closed', params: {}, retry: 'user' } }

const undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const each of undo.splice(0).reverse()) await each()
})

async function ledgerStandIn(): Promise<StandIn> {
  const ledger = await startStandIn()
  undo.push(() => ledger.close())
  return ledger
}

async function openBooks(host = someHost()): Promise<TestEngine> {
  const engine = someEngine(host)
  await engine.start({ posts: true })
  undo.push(() => engine.close())
  return engine
}

/** One invoice read, coded and free of open issues. */
async function readyInvoice(engine: TestEngine): Promise<DocumentId> {
  await engine.take([cfdi], 'drop')
  await engine.company().queue.whenEmpty()
  const { documentIds } = await engine.ask('document.ids', { filter: {}, sort: {} })
  const documentId = sure(documentIds[0])
  await engine.ask('document.setAccount', { documentIds: [documentId], accountCode: '601.55' })
  for (let round = 0; round < 20; round++) {
    const { issues } = await engine.ask('document.get', { documentId })
    const issue = issues.find(({ state }) => state === 'open')
    if (!issue) return documentId
    const made = issue.suggestions.find(({ fix }) => fix.type === 'create_vendor')
    const fix = made?.fix ?? { type: 'waive', reason: 'not about posting' }
    await engine.ask('issue.applyFix', { issueId: issue.id, fix, note: 'not about posting' })
  }
  throw new Error('issues never end')
}

test('an approved bill waits untouched while the air gap is on, over a restart too, and is posted once when it is off', async () => {
  const ledger = await ledgerStandIn()
  const host = someHost()
  const first = await openBooks(host)
  await first.ask('ledger.connect', { url: ledger.url, apiKey: ledger.apiKey })
  const documentId = await readyInvoice(first)

  expect(await first.ask('network.close', {})).toMatchObject({ isClosed: true })
  await first.ask('document.approve', { documentIds: [documentId] })
  expect(await first.call('ledger.sync', {})).toEqual(closed)
  expect(await first.call('ledger.connect', { url: ledger.url, apiKey: ledger.apiKey })).toEqual(closed)
  expect(await first.call('ledger.mapping', {})).toEqual(closed)
  expect(await first.ask('network.status', {})).toMatchObject({ isClosed: true, waiting: { bills: 1 } })
  expect((await first.ask('ledger.status', {})).nextSyncAt, 'nothing is planned').toBeNull()
  await first.close()

  const second = await openBooks(host)
  expect(await second.ask('network.status', {})).toMatchObject({ isClosed: true, waiting: { bills: 1 } })
  expect(second.company().store.db.select().from(outbox).all()).toMatchObject([{ state: 'pending', attempts: 0 }])
  expect(ledger.bills()).toEqual([])

  expect(await second.ask('network.open', {})).toMatchObject({ isClosed: false })
  await expect.poll(() => ledger.bills().length, { timeout: 60_000 }).toBe(1)
  await expect
    .poll(async () => (await second.ask('document.get', { documentId })).state, { timeout: 60_000 })
    .toBe('posted')
  const { rows } = await second.ask('activity.list', { filter: { kind: 'network.' } })
  expect(rows.map(({ kind }) => kind)).toEqual(['network.opened', 'network.closed'])
})

test('the metrics endpoint closes with the air gap and is back after it', async () => {
  const engine = await openBooks()
  const port = 20_000 + (process.pid % 20_000)
  await engine.ask('settings.set', { patch: { metrics: { isOn: true, port } } })
  const address = `http://127.0.0.1:${port}/metrics`
  expect(await engine.ask('metrics.status', {})).toMatchObject({ address })
  await engine.ask('network.close', {})
  expect(await engine.ask('metrics.status', {})).toEqual({ address: null, failedPort: null })
  await expect(fetch(address)).rejects.toThrow()
  await engine.ask('settings.set', { patch: { metrics: { isOn: true, port: port + 1 } } })
  expect(await engine.ask('metrics.status', {})).toEqual({ address: null, failedPort: null })
  await engine.ask('network.open', {})
  expect(await engine.ask('metrics.status', {})).toMatchObject({ address: address.replace(`${port}`, `${port + 1}`) })
})

test('the archive and the outside model are not reached either, whoever asks', async () => {
  const engine = await openBooks()
  await engine.ask('network.close', {})
  const url = 'http://127.0.0.1:9'
  expect(await engine.call('paperless.connect', { url, token: 'a-token-of-the-archive' })).toEqual(closed)
  expect(await engine.call('paperless.sync', {})).toEqual(closed)
  await engine.ask('model.setKey', { apiKey: 'sk-ant-test-0123456789abcdef' })
  expect(await engine.call('model.test', {})).toEqual(closed)
})

test('the air gap belongs to the machine: the sample company does not open it, and what lies in its mark is never read', async () => {
  const host = someHost()
  const mark = join(host.dataFolder, 'air-gap')
  writeFileSync(mark, 'off')
  const engine = await openBooks(host)
  await engine.ask('company.open', { key: 'sample' })
  expect(await engine.ask('network.status', {})).toMatchObject({ isClosed: true })
  await engine.ask('network.open', {})
  expect(existsSync(mark)).toBe(false)
})

test('where nobody can tell whether the mark is there, the network stays closed', () => {
  expect(createNetworkGate(`${someHost().dataFolder}/${'a'.repeat(300)}`).isClosed()).toBe(true)
})

test('a disk that refuses the choice leaves the air gap as it was, and that is what is said', async () => {
  const { dataFolder } = someHost()
  const file = join(dataFolder, 'a file, no folder')
  writeFileSync(file, '')
  const nowhere = createNetworkGate(join(file, 'books'))
  const refused = (choice: 'on' | 'off') => new AppError('air_gap_not_kept', { choice, why: 'refused' }, 'user')
  expect(() => nowhere.close()).toThrow(refused('on'))
  expect(nowhere.isClosed()).toBe(false)

  const host = someHost()
  mkdirSync(join(host.dataFolder, 'air-gap'))
  const engine = await openBooks(host)
  const { code, params, retry } = refused('off').data
  expect(await engine.call('network.open', {})).toEqual({ ok: false, error: { code, params, retry } })
  expect(await engine.ask('network.status', {})).toMatchObject({ isClosed: true })
  const { rows } = await engine.ask('activity.list', { filter: { kind: 'network.' } })
  expect(rows.map(({ kind }) => kind)).toEqual(['network.closed', 'network.opened'])
})
