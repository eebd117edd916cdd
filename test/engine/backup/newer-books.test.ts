import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openStore } from '../../../src/engine/store/open'
import { makeCfdi } from '../../made-invoices'
import { someEngine, someHost, sure, type TestEngine } from '../some-engine'

// Every secret is slow to compare, on purpose, and slower on a small machine.
vi.setConfig({ testTimeout: 600_000 })

const anas = 'correct horse battery'
const bobs = 'staple and paper clip'

async function codeOf(engine: TestEngine, ...[name, input]: Parameters<TestEngine['call']>): Promise<string> {
  const reply = await engine.call(name, input)
  return reply.ok ? 'done' : reply.error.code
}

/** Books with one invoice, which a later version has opened since. */
async function newerBooks(prepare: (engine: TestEngine) => Promise<void>) {
  const host = someHost({ workers: 1 })
  const engine = someEngine(host)
  await engine.start({ posts: false })
  const path = join(mkdtempSync(join(tmpdir(), 'quittance-newer-')), 'invoice.xml')
  writeFileSync(path, makeCfdi(1))
  await engine.take([path], 'drop')
  await engine.company().queue.whenEmpty()
  await prepare(engine)
  await engine.close()
  const { raw, close } = openStore(join(host.dataFolder, 'own'))
  raw.exec('CREATE TABLE of_the_future (id TEXT PRIMARY KEY); ALTER TABLE documents ADD COLUMN future TEXT')
  raw.pragma('user_version = 9999')
  close()
  const later = someEngine(host)
  await expect(later.start({ posts: false })).rejects.toMatchObject({ data: { code: 'store_from_newer_app' } })
  return { engine: later, file: join(host.dataFolder, 'own', 'quittance.db') }
}

async function textOf(engine: TestEngine, fileId: string): Promise<string> {
  const located = sure(await engine.locate(fileId, null))
  const reader = await located.open()
  try {
    return Buffer.from(await reader.read(0, located.bytes)).toString('utf8')
  } finally {
    await reader.close()
  }
}

test('books of a newer version are taken out as a table and as JSON, and are left as they are', async () => {
  const { engine, file } = await newerBooks(() => Promise.resolve())
  const before = readFileSync(file)
  expect(await engine.ask('newerBooks.readers', {})).toEqual({ people: [] })

  const table = await engine.ask('newerBooks.export', { format: 'csv' })
  expect(table.suggestedName).toMatch(/^quittance-documents-\d{4}-\d\d-\d\d\.csv$/)
  const rows = (await textOf(engine, table.fileId)).trimEnd().split('\n')
  expect(rows).toHaveLength(2)
  expect(rows[0]?.startsWith('\ufeffintake_number,'), 'spreadsheets take it for UTF-8').toBe(true)

  const json = await engine.ask('newerBooks.export', { format: 'json' })
  const [record] = (await textOf(engine, json.fileId)).trim().split('\n')
  expect(JSON.parse(sure(record))).toMatchObject({ intake_number: 1, file: 'invoice.xml' })

  expect(await codeOf(engine, 'document.counts', {}), 'they stay closed').toBe('store_from_newer_app')
  expect(readFileSync(file)).toEqual(before)
  await engine.close()
})

test('where people sign in, an administrator does so before anything is taken out of newer books', async () => {
  let [ana, bob] = ['', '']
  const { engine } = await newerBooks(async office => {
    ana = sure((await office.ask('people.add', { name: 'Ana Ruiz', initials: 'AR' })).people[0]).id
    const second = sure((await office.ask('people.add', { name: 'Bob Keller', initials: 'BK' })).people[1]).id
    bob = second
    await office.ask('people.setRights', { personId: second, rights: ['prepare'] })
    await office.ask('people.setPassphrase', { personId: ana as typeof second, passphrase: anas })
    await office.ask('people.setPassphrase', { personId: second, passphrase: bobs })
  })
  expect(await codeOf(engine, 'newerBooks.export', { format: 'csv' })).toBe('app_locked')
  expect(await engine.ask('newerBooks.readers', {})).toEqual({ people: [{ id: ana, name: 'Ana Ruiz' }] })
  expect(await codeOf(engine, 'newerBooks.signIn', { personId: bob, passphrase: bobs })).toBe('person_not_found')
  expect(await codeOf(engine, 'newerBooks.signIn', { personId: ana, passphrase: bobs })).toBe('passphrase_wrong')
  expect(await codeOf(engine, 'newerBooks.export', { format: 'csv' })).toBe('app_locked')

  expect(await codeOf(engine, 'newerBooks.signIn', { personId: ana, passphrase: anas })).toBe('done')
  expect(await codeOf(engine, 'newerBooks.export', { format: 'csv' })).toBe('done')
  await engine.close()
})
