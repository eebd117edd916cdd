import Database from 'better-sqlite3'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { companyFolder } from '../../../src/engine/company-folders'
import { rehearse } from '../../../src/engine/rehearsal/rehearse'
import { rowsPerTable, tablesThatLost } from '../../../src/engine/rehearsal/rows-per-table'
import { tagsOf } from '../../../src/engine/store/page-tags'
import { isRehearsalSound } from '../../../src/shared/update'
import { samples, someEngine, someHost, type TestEngine } from '../some-engine'

const xmlInvoices = readdirSync(samples)
  .filter(name => name.endsWith('.xml'))
  .map(name => join(samples, name))

const open: TestEngine[] = []
afterEach(async () => {
  for (const engine of open.splice(0)) await engine.close()
})

/** Books with six electronic invoices in them, open, as they are while a new version is downloaded. */
async function openBooks() {
  const host = someHost()
  const engine = someEngine(host)
  open.push(engine)
  await engine.start({ posts: false })
  await engine.take(xmlInvoices, 'drop')
  await engine.company().queue.whenEmpty()
  return { host, engine, scratch: join(mkdtempSync(join(tmpdir(), 'quittance-rehearsal-')), 'scratch') }
}

/** The database as another program would find it, without migrating it. */
function peek<T>(file: string, look: (raw: Database.Database) => T): T {
  const raw = new Database(file, { readonly: true })
  try {
    tagsOf(raw, file)
    return look(raw)
  } finally {
    raw.close()
  }
}

test('a version rehearses on a copy of books that are open: nothing lost, nothing read otherwise, nothing left behind', async () => {
  const { host, engine, scratch } = await openBooks()
  const rehearsal = await rehearse({ ...host, version: '0.2.0' }, scratch)

  expect(rehearsal).toMatchObject({
    version: '0.2.0',
    databaseIntact: true,
    journalIntact: true,
    lost: [],
    documents: { received: 6, replayed: 6, differing: 0, unreadable: 0 },
  })
  expect(rehearsal.rows.after).toBe(rehearsal.rows.before)
  expect(isRehearsalSound(rehearsal)).toBe(true)
  expect(existsSync(scratch)).toBe(false)
  expect((await engine.ask('store.verify', {})).journalIntact, 'the books go on').toBe(true)
})

test('the books are only read: a rehearsal adds no row and no word to the journal', async () => {
  const { host, scratch } = await openBooks()
  const file = join(companyFolder(host.dataFolder, 'own'), 'quittance.db')
  const before = peek(file, raw => [...rowsPerTable(raw)])
  await rehearse(host, scratch)
  expect(peek(file, raw => [...rowsPerTable(raw)])).toEqual(before)
})

test('an original that is gone cannot be read again, and the version is not let in', async () => {
  const { host, engine, scratch } = await openBooks()
  const { rows } = await engine.ask('document.list', { filter: {}, sort: { by: 'received' }, limit: 100 })
  const [first] = rows
  const original = await engine.locate(first?.documentId ?? '', null)
  rmSync(original?.path ?? '')
  const rehearsal = await rehearse(host, scratch)
  expect(rehearsal.documents).toMatchObject({ replayed: 5, unreadable: 1 })
  expect(isRehearsalSound(rehearsal)).toBe(false)
})

test('a value that stands otherwise in the books than the machine reads it is counted', async () => {
  const { host, engine, scratch } = await openBooks()
  engine.company().store.raw.exec(`
    UPDATE invoices SET grand_total = grand_total + 1 WHERE document_id = (SELECT document_id FROM invoices LIMIT 1)
  `)
  const rehearsal = await rehearse(host, scratch)
  expect(rehearsal.documents).toMatchObject({ replayed: 6, differing: 1, unreadable: 0 })
  expect(isRehearsalSound(rehearsal), 'for a person to judge').toBe(true)
})

test('books of a newer version are refused, and the copy is thrown away', async () => {
  const { host, engine, scratch } = await openBooks()
  engine.company().store.raw.pragma('user_version = 9999')
  await expect(rehearse(host, scratch)).rejects.toMatchObject({ data: { code: 'store_from_newer_app' } })
  expect(existsSync(scratch)).toBe(false)
})

test('a table with fewer rows than before is lost; one with more, or taken away by a migration, is not', () => {
  const before = new Map([
    ['invoices', 4212],
    ['journal', 9],
    ['old_notes', 3],
  ])
  const after = new Map([
    ['invoices', 4211],
    ['journal', 10],
    ['notes', 3],
  ])
  expect(tablesThatLost(before, after)).toEqual([{ table: 'invoices', before: 4212, after: 4211 }])
})
