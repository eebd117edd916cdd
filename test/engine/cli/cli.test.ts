import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeEach, expect, test } from 'vitest'
import { runCommand } from '../../../src/engine/cli/program'
import type { Terminal } from '../../../src/engine/cli/terminal'
import { openBlobs } from '../../../src/engine/store/blobs'
import { openStore } from '../../../src/engine/store/open'
import { documents } from '../../../src/engine/store/schema'
import { inProcessWorkers } from '../in-process-worker'
import { resourcesFolder, samples, sure } from '../some-engine'
import { approve, stationery } from '../sync/books'

const cfdi = join(samples, '01 Papelera del Norte A20481.xml')
const ubl = join(samples, '05 Kade en Vonk 26-10377.xml')

let folder: string
let data: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quittance-cli-'))
  data = join(folder, 'books')
})

interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
  /** Standard output as JSON lines; fails when there is anything else. */
  json(): Record<string, unknown>[]
}

function run(...words: string[]): Promise<Outcome> {
  return runUntil(new Promise(() => undefined), ...words)
}

async function runUntil(interrupted: Promise<void>, ...words: string[]): Promise<Outcome> {
  let out = ''
  let err = ''
  const terminal: Terminal = {
    out: text => void (out += text),
    err: text => void (err += text),
    isWatched: false,
    version: '0.0.0-test',
    resourcesFolder,
    defaultDataFolder: join(folder, 'default'),
    startWorker: inProcessWorkers,
    cores: 2,
    now: Date.now,
    random: Math.random,
    openLog: () => ({ info: () => undefined, warn: () => undefined, error: () => undefined }),
    guardSockets: () => undefined,
    interrupted,
  }
  const code = await runCommand(words, terminal)
  const json = () =>
    out
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line) as Record<string, unknown>)
  return { code, out, err, json }
}

test('process takes in and reads, ends by itself, and verify finds everything in order', async () => {
  const processed = await run('process', cfdi, ubl, cfdi, '--data', data, '--json')
  expect(processed.code).toBe(0)
  expect(processed.json()).toMatchObject([
    { received: 3, duplicates: 1, refused: 0, total: 3, balanced: true, states: { duplicate: 1, queued: 0 } },
  ])
  const verified = await run('verify', '--data', data, '--json')
  expect(verified.code).toBe(0)
  expect(verified.json()).toMatchObject([{ sound: true, stuckJobs: 0, originalsChecked: 3 }])
})

test('a file that is not there is told and makes the run incomplete', async () => {
  const processed = await run('process', cfdi, join(folder, 'gone.pdf'), '--data', data, '--json')
  expect(processed.code).toBe(1)
  expect(processed.json()).toMatchObject([
    { refused: 'gone.pdf', code: 'file_vanished' },
    { received: 1, refused: 1 },
  ])
})

test('a document that needs a person is a failure only when that was asked for', async () => {
  const broken = join(folder, 'broken.xml')
  writeFileSync(broken, '<?xml version="1.0"?><a')
  expect((await run('process', broken, '--data', data)).code).toBe(0)
  expect((await run('process', broken, '--data', data, '--strict')).code).toBe(1)
})

test('read prints one record for each invoice of a file that holds several', async () => {
  const several = join(import.meta.dirname, '../../fixtures/einvoice/fatturapa.xml')
  const { code, json } = await run('read', several, cfdi, '--json')
  expect(code).toBe(0)
  expect(json()).toMatchObject([
    { file: several, part: 1, invoice_number: '14/2026' },
    { file: several, part: 2, invoice_number: '15/2026', document_type: 'credit_note' },
    { file: cfdi, part: null, invoice_number: 'A20481' },
  ])
})

test('read prints what was read, in the order given, and keeps nothing', async () => {
  const { code, json } = await run('read', ubl, cfdi, '--json')
  expect(code).toBe(0)
  const [first, second] = json()
  expect(first).toMatchObject({ file: ubl, format: 'ubl_invoice', intake_number: null })
  expect(second).toMatchObject({
    file: cfdi,
    format: 'cfdi_4.0',
    document_type: 'invoice',
    invoice_number: 'A20481',
    currency: 'MXN',
    seller: { name: expect.any(String), tax_id: expect.any(String) },
    grand_total: expect.stringMatching(/^\d+\.\d\d$/),
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    confidence: { grand_total: expect.any(Number) },
    origin: { grand_total: { kind: 'xml' }, 'seller.tax_id': { kind: 'xml' } },
    ms: expect.any(Number),
  })
  const lines = second?.['lines'] as Record<string, unknown>[]
  expect(lines.length).toBeGreaterThan(0)
  expect(Object.keys(lines[0] ?? {})).toEqual([
    'description',
    'quantity',
    'unit_price',
    'line_total',
    'tax_rate',
    'product_code',
    'account',
    'derived',
  ])
  expect(existsSync(join(folder, 'default'))).toBe(false)
})

test('read says why a file cannot be read, and the others are read', async () => {
  const empty = join(folder, 'empty.pdf')
  writeFileSync(empty, '')
  const { code, json } = await run('read', empty, folder, join(folder, 'gone.xml'), cfdi, '--json')
  expect(code).toBe(1)
  expect(json().map(record => record['reason'])).toEqual(['empty_file', 'unsupported_type', 'file_vanished', null])
})

test('export and read tell the same of the same file', async () => {
  await run('process', cfdi, '--data', data)
  const [exported] = (await run('export', '--json', '--data', data)).json()
  const [read] = (await run('read', cfdi, '--json')).json()
  const own = ['file', 'intake_number', 'journal_head', 'ms']
  const shared = (record: Record<string, unknown> | undefined) =>
    Object.fromEntries(Object.entries(record ?? {}).filter(([name]) => !own.includes(name)))
  expect(shared(exported)).toEqual(shared(read))
})

test('export writes CSV with a byte order mark to a file, and without one to the terminal', async () => {
  await run('process', cfdi, ubl, '--data', data)
  const printed = await run('export', '--csv', '--data', data)
  expect(printed.out.split('\r\n')).toHaveLength(4)
  expect(printed.out.startsWith('intake_number,file,')).toBe(true)
  const file = join(folder, 'out.csv')
  await run('export', '--csv', '--output', file, '--data', data)
  expect(readFileSync(file, 'utf8')).toBe(`\ufeff${printed.out}`)
})

test.each([
  ['csv-bills', (bytes: Buffer) => parse(bytes, { bom: true, columns: true })],
  ['json', (bytes: Buffer) => JSON.parse(bytes.toString('utf8')) as unknown],
])('export-bills writes every approved bill as %s and names what none can be made of', async (format, read) => {
  const books = openStore(join(data, 'own'))
  approve(books, stationery('A-1'), Date.now())
  approve(books, stationery('A-2', { lines: [['Papel bond carta', '1000.00', null]] }), Date.now())
  books.close()
  const file = join(folder, `bills.${format}`)
  const { code, json } = await run('export-bills', '--format', format, '--output', file, '--data', data, '--json')
  expect(code).toBe(1)
  expect(json()).toEqual([
    { not_exported: 2, code: 'bill_incomplete' },
    { bills: 1, left_out: 1 },
  ])
  expect(read(readFileSync(file))).toMatchObject([{ bill_number: 'PNO010203AB1-A-1', total: '1160.00' }])
})

test('export-bills of books without approved bills writes a file without bills', async () => {
  await run('process', cfdi, '--data', data)
  const file = join(folder, 'bills.csv')
  expect(await run('export-bills', '--output', file, '--data', data)).toMatchObject({ code: 0, out: '' })
  expect(parse(readFileSync(file), { bom: true, columns: true })).toEqual([])
})

test('export to a place where no file can be made is a mistake on the command line, not of ours', async () => {
  const { code, err } = await run('export', '--output', join(folder, 'no such folder', 'out.csv'), '--data', data)
  expect(code).toBe(2)
  expect(err).toContain('--output')
  expect(err).not.toContain(' at ')
})

test('status counts what the books hold', async () => {
  await run('process', cfdi, '--data', data)
  const { code, json } = await run('status', '--data', data, '--json')
  expect(code).toBe(0)
  expect(json()).toMatchObject([{ data, company: 'own', received: 1, balanced: true, ledger: { connected: false } }])
})

test('approve approves what is ready and nothing else', async () => {
  await run('process', cfdi, '--data', data)
  const { code, json } = await run('approve', '--ready', '--data', data, '--json')
  expect(code).toBe(0)
  expect(json()).toEqual([])
  expect((await run('approve', '--data', data)).code).toBe(2)
})

test('a damaged original makes verify fail with its own exit code', async () => {
  await run('process', cfdi, '--data', data)
  const own = join(data, 'own')
  const store = openStore(own)
  const sha256 = sure(store.db.select({ sha256: documents.sha256 }).from(documents).get()).sha256
  store.close()
  writeFileSync(openBlobs(own).pathOf(sha256), 'something else')
  const { code, json } = await run('verify', '--data', data, '--json')
  expect(code).toBe(4)
  expect(json()).toMatchObject([{ sound: false, originalsDamaged: [{ fileName: '01 Papelera del Norte A20481.xml' }] }])
})

test('books open elsewhere stop a command, with the reason', async () => {
  await run('process', cfdi, '--data', data)
  const store = openStore(join(data, 'own'))
  const said = await run('status', '--data', data)
  expect([said.code, said.out]).toEqual([3, ''])
  expect(said.err).toContain('data_folder_in_use')
  expect((await run('status', '--data', data, '--json')).json()).toMatchObject([
    { error: { code: 'data_folder_in_use' } },
  ])
  store.close()
})

test.each([
  [['dance']],
  [[]],
  [['process']],
  [['export', '--csv', '--json']],
  [['status', '--company', 'theirs']],
  [['read', cfdi, '--workers', 'many']],
  [['connect', 'bigcapital', '--url', 'http://localhost']],
  [['export-bills']],
  [['export-bills', '--format', 'xlsx', '--output', 'bills.xlsx']],
])('%j is no command line', async words => {
  expect((await run(...words)).code).toBe(2)
})

test('help is help and no failure', async () => {
  const { code, out } = await run('--help')
  expect(code).toBe(0)
  expect(out).toContain('process')
})

test('every command and each of its options is described on the page about the command line', async () => {
  const page = readFileSync('docs/cli.md', 'utf8')
  const described = async (...words: string[]) => (await run(...words, '--help')).out
  const commands = [...(await described()).matchAll(/^ {2}([a-z][a-z-]*) /gm)].flatMap(([, name]) => name ?? [])
  expect(commands).toContain('export-bills')
  for (const name of commands.filter(each => each !== 'help')) {
    expect(page, name).toMatch(new RegExp(`^\\| \`${name}[ \`].*|^\\| .*\`${name}[ \`]`, 'm'))
    const options = [...(await described(name)).matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].flatMap(
      ([, option]) => option ?? [],
    )
    for (const option of options.filter(each => each !== '--help')) expect(page, `${name} ${option}`).toContain(option)
  }
})

test('sync without a ledger stops; a missing key file is said before anything is opened', async () => {
  await run('process', cfdi, '--data', data)
  expect((await run('sync', '--data', data)).code).toBe(3)
  const words = ['connect', 'bigcapital', '--url', 'http://127.0.0.1:9', '--key-file', join(folder, 'gone.key')]
  const { code, err } = await run(...words, '--data', data)
  expect(code).toBe(3)
  expect(err).toContain('key_store_unavailable')
})

test('Ctrl+C leaves sound books, and the next run goes on where it ended', async () => {
  const many = join(folder, 'many')
  mkdirSync(many)
  for (let index = 0; index < 60; index++) writeFileSync(join(many, `${index}.pdf`), `%PDF-1.7 ${index}`)
  const stopped = await runUntil(
    new Promise(resolve => setTimeout(resolve, 150)),
    'process',
    many,
    '--data',
    data,
    '--json',
  )
  expect(stopped.code).toBe(130)
  const [first] = stopped.json()
  expect((await run('verify', '--data', data)).code).toBe(0)

  const finished = await run('process', many, '--data', data, '--json')
  expect(finished.code).toBe(0)
  const states = finished.json()[0]?.['states'] as Record<string, number>
  expect(states).toMatchObject({ queued: 0, processing: 0, duplicate: first?.['received'] })
  expect(finished.json()[0]).toMatchObject({ balanced: true, total: 60 + Number(first?.['received']) })
})

test('books backed up, lost and restored in a terminal are the same books', async () => {
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  await run('process', cfdi, ubl, '--data', data)
  const backedUp = await run('backup', '--in', disk, '--data', data, '--json')
  expect(backedUp.json()).toMatchObject([{ documents: 2, lost: 0 }])
  const fresh = join(folder, 'another machine')
  const restored = await run('restore', '--in', disk, '--data', fresh, '--json')
  expect(restored.json()).toMatchObject([{ restored: { documents: 2 }, receivedSince: [], setAside: null }])
  const verified = await run('verify', '--data', fresh, '--json')
  expect(verified.json()).toMatchObject([{ sound: true, originalsChecked: 2 }])
})

test('a restore where there is no backup says so and changes nothing', async () => {
  const restored = await run('restore', '--in', join(folder, 'nothing'), '--data', data)
  expect(restored.code).toBe(3)
  expect(restored.err).toContain('backup_not_found')
  expect(existsSync(data)).toBe(false)
})

test('one company goes into one file and comes out of it on another machine', async () => {
  const file = join(folder, 'company.zip')
  await run('process', cfdi, ubl, '--data', data)
  const written = await run('export-company', '--output', file, '--data', data, '--json')
  expect(written.json()).toMatchObject([{ documents: 2, lost: 0 }])
  expect(readdirSync(folder).sort()).toEqual(['books', 'company.zip'])
  const fresh = join(folder, 'another machine')
  const restored = await run('restore', '--file', file, '--data', fresh, '--json')
  expect(restored.json()).toMatchObject([{ restored: { documents: 2 }, setAside: null }])
  expect((await run('verify', '--data', fresh, '--json')).json()).toMatchObject([{ sound: true, originalsChecked: 2 }])
})

test('a ZIP that is no company is refused', async () => {
  const file = join(folder, 'other.zip')
  writeFileSync(file, 'PK no zip at all')
  const restored = await run('restore', '--file', file, '--data', data)
  expect(restored.err).toContain('backup_unreadable')
  expect(existsSync(data)).toBe(false)
})

test('books of a newer version are refused by name, left as they are, and can still be exported', async () => {
  await run('process', cfdi, ubl, '--data', data)
  const { raw, close } = openStore(join(data, 'own'))
  raw.exec('CREATE TABLE of_the_future (id TEXT PRIMARY KEY); ALTER TABLE documents ADD COLUMN future TEXT')
  raw.pragma('user_version = 9999')
  close()
  const store = join(data, 'own', 'quittance.db')
  const before = readFileSync(store)

  expect(await run('status', '--data', data)).toMatchObject({ code: 3 })
  const exported = await run('export', '--data', data)
  expect(exported).toMatchObject({ code: 1 })
  expect(exported.err).toContain('store_from_newer_app, found: 9999')
  expect(exported.out.trim().split('\n')).toHaveLength(2)
  const table = await run('export', '--csv', '--data', data)
  expect(table.out.trim().split('\n')).toHaveLength(3)
  expect(readFileSync(store)).toEqual(before)
})
