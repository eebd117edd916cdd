import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { InboxFilter, InboxSort } from '../../src/shared/inbox'
import type { DocumentId } from '../../src/shared/ids'
import type { EngineHost } from '../../src/engine/host'
import { samples, someEngine, someHost, type TestEngine, sure } from './some-engine'

const wholeInbox = { filter: InboxFilter.parse({}), sort: InboxSort.parse({ by: 'received' }) }
const cfdi = join(samples, '01 Papelera del Norte A20481.xml')

let host: EngineHost
let engine: TestEngine

beforeEach(async () => {
  host = someHost()
  engine = someEngine(host)
  await engine.start()
})

afterEach(() => engine.close())

async function takeAndRead(...paths: string[]): Promise<void> {
  expect(await engine.take(paths, 'drop')).toMatchObject({ ok: true })
  await engine.company().queue.whenEmpty()
}

async function rows() {
  return (await engine.ask('document.list', wholeInbox)).rows
}

test('a dropped CFDI is read, checked, coded and shown', async () => {
  await takeAndRead(cfdi)
  const [row] = await rows()
  expect(row).toMatchObject({ intakeNumber: 1, kind: 'xml', source: 'drop', number: 'A20481', currency: 'MXN' })
  expect(['needs_review', 'ready']).toContain(row?.state)
  const view = await engine.ask('document.get', { documentId: sure(row).documentId })
  expect(view.invoice?.format).toBe('cfdi_4.0')
  expect(view.invoice?.fields.find(field => field.name === 'grand_total')?.origin?.kind).toBe('xml')
  const { root } = await engine.ask('document.xml', { documentId: sure(row).documentId })
  expect(root.name).toBe('cfdi:Comprobante')
  expect(engine.told.map(({ event }) => event)).toContain('intake.finished')
})

test('what was typed, fixed and put on hold is there after a restart', async () => {
  await takeAndRead(cfdi)
  const documentId = sure((await rows())[0]).documentId
  const before = await engine.ask('document.get', { documentId })
  await engine.ask('field.set', {
    documentId,
    revision: sure(before.invoice).revision,
    field: 'due_date',
    value: '2026-05-31',
  })
  await engine.ask('document.hold', { documentIds: [documentId], reason: 'March retainer?' })
  await engine.close()

  engine = someEngine(host)
  await engine.start()
  expect(await rows()).toMatchObject([{ documentId, state: 'on_hold', dueDate: '2026-05-31' }])
  await engine.ask('document.undo', { documentId })
  await engine.ask('document.undo', { documentId })
  const after = await engine.ask('document.get', { documentId })
  expect(sure(after.invoice).fields).toEqual(sure(before.invoice).fields)
  expect(after.canRedo).toBe(true)
})

test('approving twenty at once says of each whether it went through', async () => {
  await takeAndRead(cfdi)
  const documentId = sure((await rows())[0]).documentId
  const stranger = '0'.repeat(36) as DocumentId
  const { failed } = await engine.ask('document.approve', { documentIds: [stranger] })
  expect(failed).toMatchObject([{ documentId: stranger, error: { code: expect.stringMatching(/not_found$/) } }])
  expect(await engine.ask('document.reject', { documentIds: [documentId], reason: 'not ours' })).toMatchObject({
    done: [documentId],
    failed: [],
  })
  expect((await engine.ask('document.counts', {})).tabs).toMatchObject({ all: 1, aside: 1 })
  await engine.ask('document.restore', { documentIds: [documentId] })
  expect((await rows())[0]?.state).not.toBe('rejected')
})

test('an approval that finds a new blocking question is refused, and the question is shown', async () => {
  await engine.ask('company.open', { key: 'sample' })
  await engine.company().queue.whenEmpty()
  const { documentId } = sure((await rows()).find(row => row.state === 'ready'))
  const { invoice } = await engine.ask('document.get', { documentId })
  const seller = sure(sure(invoice).fields.find(field => field.name === 'seller.tax_id')?.value)
  // Preferences now say that the seller is ourselves: this is an invoice we wrote.
  await engine.ask('settings.set', { patch: { companyTaxIds: [seller] } })
  expect((await engine.ask('document.approve', { documentIds: [documentId] })).failed).toMatchObject([
    { documentId, error: { code: 'blocking_issues_open' } },
  ])
  const after = await engine.ask('document.get', { documentId })
  expect(after).toMatchObject({ state: 'needs_review', bill: null })
  expect(after.issues.filter(issue => issue.state === 'open').map(issue => issue.key)).toContain('not_payable')
})

test('sample books that were opened empty, by a terminal or a start that was cut short, are still filled', async () => {
  await engine.close()
  const terminal = someEngine(host)
  await terminal.start({ reads: false, posts: false, company: 'sample' })
  await terminal.close()
  engine = someEngine(host)
  await engine.start({ company: 'own' })
  await engine.ask('company.open', { key: 'sample' })
  expect((await rows()).length).toBeGreaterThanOrEqual(12)
})

test('a call that is not in the contract, or with an input that is not, is refused with the field', async () => {
  expect(await engine.call('fs.readFile', { path: '/etc/passwd' })).toMatchObject({
    ok: false,
    error: { code: 'invalid_input' },
  })
  expect(await engine.call('constructor', {})).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  expect(await engine.call('document.list', { ...wholeInbox, limit: 1_000_000 })).toMatchObject({
    ok: false,
    error: { code: 'invalid_input', params: { field: 'limit' } },
  })
})

test('before the books are open, and after they are closed, the engine says so', async () => {
  const fresh = someEngine(someHost())
  expect(await fresh.call('document.counts', {})).toMatchObject({ ok: false, error: { code: 'engine_starting' } })
  await engine.close()
  expect(await engine.take([cfdi], 'drop')).toMatchObject({ ok: false, error: { code: 'engine_starting' } })
})

test('a second engine on the same books is refused and the first goes on', async () => {
  const second = someEngine(host)
  await expect(second.start()).rejects.toMatchObject({ data: { code: 'data_folder_in_use' } })
  await second.close()
  await takeAndRead(cfdi)
  expect(await rows()).toHaveLength(1)
})

test('the sample company has books of its own and is removed without a trace', async () => {
  await takeAndRead(cfdi)
  const opened = await engine.ask('company.open', { key: 'sample' })
  expect(opened).toMatchObject({ key: 'sample', hasSample: true, isSetUp: true })
  await engine.company().queue.whenEmpty()
  const shown = await rows()
  expect(shown.length).toBeGreaterThanOrEqual(12)
  expect(new Set(shown.map(row => row.source))).toEqual(new Set(['sample']))

  await engine.ask('company.open', { key: 'own' })
  expect(await rows()).toHaveLength(1)
  await engine.ask('company.open', { key: 'sample' })
  expect(await rows()).toHaveLength(shown.length)

  const after = await engine.ask('company.removeSample', {})
  expect(after).toMatchObject({ key: 'own', hasSample: false })
  expect(existsSync(join(host.dataFolder, 'sample'))).toBe(false)
  expect(await rows()).toHaveLength(1)
})

test('the company that was open is open again after a restart', async () => {
  await engine.ask('company.open', { key: 'sample' })
  await engine.close()
  engine = someEngine(host)
  await engine.start()
  expect(await engine.ask('company.current', {})).toMatchObject({ key: 'sample' })
})

test('a rule tried on books that are closed meanwhile is told so; it is no bug', async () => {
  await takeAndRead(cfdi)
  // As long a walk as a million documents make.
  engine.company().store.raw.prepare('UPDATE documents SET intake_number = 1000000').run()
  const body = { name: 'XML waits', conditions: [], actions: [{ do: 'hold', reason: '', days: 7 }] }
  const tried = engine.call('rule.try', { body })
  await engine.ask('company.open', { key: 'sample' })
  expect(await tried).toMatchObject({ ok: false, error: { code: 'books_closed' } })
})

test('a link in the place of the sample company is removed, not what it leads to', async () => {
  const precious = join(host.dataFolder, 'precious')
  mkdirSync(precious)
  writeFileSync(join(precious, 'quittance.db'), 'books of somebody else')
  symlinkSync(precious, join(host.dataFolder, 'sample'))
  await engine.ask('company.removeSample', {})
  expect(existsSync(join(host.dataFolder, 'sample'))).toBe(false)
  expect(readFileSync(join(precious, 'quittance.db'), 'utf8')).toBe('books of somebody else')
})

test('without shipped samples the sample company is refused and the own books stay open', async () => {
  await engine.close()
  engine = someEngine({ ...host, resourcesFolder: join(host.dataFolder, 'nothing') })
  const charts = join(host.dataFolder, 'nothing', 'charts')
  mkdirSync(charts, { recursive: true })
  await engine.start()
  expect(await engine.call('company.open', { key: 'sample' })).toMatchObject({
    ok: false,
    error: { code: 'samples_missing' },
  })
  expect(await engine.ask('company.current', {})).toMatchObject({ key: 'own' })
})

test('originals are located by document, and nothing else is', async () => {
  await takeAndRead(cfdi)
  const documentId = sure((await rows())[0]).documentId
  const file = await engine.locate(documentId, null)
  expect(file?.mediaType).toBe('application/xml')
  expect(readFileSync(sure(sure(file).path)).equals(readFileSync(cfdi))).toBe(true)
  expect(await engine.locate('../../etc/passwd', null)).toBeNull()
  expect(await engine.locate(documentId, 7)).toBeNull()
})

test('a database that fails under a question is told as damaged, not as a bug of ours', async () => {
  const { db } = engine.company().store
  const select = db.select.bind(db)
  db.select = () => {
    throw new Database.SqliteError('database disk image is malformed', 'SQLITE_CORRUPT')
  }
  expect(await engine.call('settings.get', {})).toMatchObject({ ok: false, error: { code: 'store_damaged' } })
  db.select = select
})

test('a fresh installation takes the system’s language once, and the journal names no person for it', async () => {
  const spoken = { language: 'es', formatLocale: 'es-MX' } as const
  expect(await engine.ask('settings.begin', spoken)).toMatchObject(spoken)
  const [row] = (await engine.ask('activity.list', { filter: { kind: 'settings.' } })).rows
  expect(row?.actor).toBe(`engine ${host.version}`)
  await engine.ask('settings.set', { patch: { language: 'en' } })
  expect(await engine.ask('settings.begin', spoken)).toMatchObject({ language: 'en' })
})

test('settings changed by the page are validated and journaled', async () => {
  expect(await engine.call('settings.set', { patch: { theme: 'purple' } })).toMatchObject({ ok: false })
  expect(await engine.ask('settings.set', { patch: { theme: 'dark' } })).toMatchObject({ theme: 'dark' })
  const { entries } = await engine.ask('journal.list', {})
  expect(entries[0]).toMatchObject({ kind: 'settings.changed' })
})

test('a file that could not be read is read again when asked to', async () => {
  const broken = join(host.dataFolder, '..', `broken-${process.pid}.xml`)
  writeFileSync(broken, '<?xml version="1.0"?><cfdi:Comprobante')
  await takeAndRead(broken)
  const [row] = await rows()
  expect(row).toMatchObject({ state: 'set_aside' })
  await engine.ask('document.retry', { documentId: sure(row).documentId })
  await engine.company().queue.whenEmpty()
  expect((await rows())[0]).toMatchObject({ state: 'set_aside' })
  expect(await engine.ask('store.verify', {})).toMatchObject({
    stuckJobs: 0,
    journalIntact: true,
    databaseIntact: true,
  })
})

test('a document read after the preferences were changed goes by the new ones', async () => {
  await engine.ask('settings.set', { patch: { homeCurrency: 'EUR', chart: 'uk-small-business' } })
  expect(engine.company().context('person')).toMatchObject({
    settings: { homeCurrency: 'EUR' },
    chart: { key: 'uk-small-business' },
  })
})

test('a name that ends in half an emoji, as a cut text does, is written with a sign in its place', async () => {
  await engine.ask('people.add', { name: 'Ana \ud83d', initials: 'A\ud800' })
  expect((await engine.ask('people.get', {})).people).toMatchObject([{ name: 'Ana \ufffd', initials: 'A\ufffd' }])
  expect((await engine.ask('store.verify', {})).journalIntact).toBe(true)
})
