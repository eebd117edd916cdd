import Database from 'better-sqlite3'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openConnection, requireDurable } from '../../../src/engine/store/connection'
import { migrate } from '../../../src/engine/store/migrate'
import { migrations, type Migration } from '../../../src/engine/store/migrations/index'
import { openStore, storeFile } from '../../../src/engine/store/open'
import { aDocument, codeOf, newFolder } from './folder'

const pragma = (raw: Database.Database, name: string) => raw.pragma(name, { simple: true })

// Power-failure guard. Killing a process cannot show this: only the machine losing power does.
test('with the database library as it comes, saved invoices would not survive a power failure: the guard says so', () => {
  const raw = new Database(join(newFolder(), 'library-defaults.db'))
  raw.pragma('journal_mode = WAL')
  expect(codeOf(() => requireDurable(raw))).toBe('store_not_durable')
  raw.close()
})

test('our store waits for the disk at every commit, also after its first write and in its next life', () => {
  const folder = newFolder()
  for (let life = 0; life < 2; life++) {
    const store = openStore(folder)
    aDocument(store, `invoice-${life}.xml`)
    expect(pragma(store.raw, 'journal_mode')).toBe('wal')
    expect(pragma(store.raw, 'synchronous')).toBe(2)
    expect(pragma(store.raw, 'foreign_keys')).toBe(1)
    requireDurable(store.raw)
    store.close()
  }
})

test('where the system makes no folder, the books say that they cannot be written, and it is no bug', () => {
  const file = join(newFolder(), 'a file')
  writeFileSync(file, '')
  expect(codeOf(() => openStore(join(file, 'books')))).toBe('store_read_only')
})

test.skipIf(process.platform === 'win32')('nobody but the accountant can look into the books', () => {
  const folder = join(newFolder(), 'books')
  const store = openStore(folder)
  aDocument(store)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  const files = readdirSync(folder)
  expect(files).toContain(`${storeFile}-wal`)
  for (const file of files) expect([file, statSync(join(folder, file)).mode & 0o777]).toEqual([file, 0o600])
  store.close()
})

test('the same books cannot be opened twice; once closed, they can be opened again', () => {
  const folder = newFolder()
  const store = openStore(folder)
  expect(codeOf(() => openStore(folder))).toBe('data_folder_in_use')
  aDocument(store)
  store.close()
  openStore(folder).close()
})

test('an engine of another process keeps the books to itself, and its death by SIGKILL frees them at once', async () => {
  const folder = newFolder()
  openStore(folder).close()
  const holder = fork(new URL('./hold-folder.mjs', import.meta.url).pathname, [folder])
  await once(holder, 'message')
  expect(codeOf(() => openStore(folder))).toBe('data_folder_in_use')
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  openStore(folder).close()
})

test('books written by a newer app are refused by name and stay as they are', () => {
  const folder = newFolder()
  openStore(folder).close()
  const newer = openConnection(join(folder, storeFile))
  newer.pragma(`user_version = ${migrations.length + 1}`)
  newer.close()
  const before = readFileSync(join(folder, storeFile))
  expect(codeOf(() => openStore(folder))).toBe('store_from_newer_app')
  expect(readFileSync(join(folder, storeFile)).equals(before)).toBe(true)
})

test('a file that is no database is called damaged and stays as it is', () => {
  const folder = newFolder()
  writeFileSync(join(folder, storeFile), 'this was a database once, before the disk failed; '.repeat(200))
  const before = readFileSync(join(folder, storeFile))
  expect(codeOf(() => openStore(folder))).toBe('store_damaged')
  expect(readFileSync(join(folder, storeFile)).equals(before)).toBe(true)
})

/** Books of one migration ago with one document in them, on an open connection. */
function olderBooks() {
  const folder = newFolder()
  const store = openStore(folder)
  aDocument(store, 'from-before.xml')
  store.close()
  const file = join(folder, storeFile)
  return { folder, file, raw: openConnection(file) }
}

const harmless: Migration = { up: raw => void raw.exec('ALTER TABLE documents ADD COLUMN mood TEXT') }

test('before books are migrated a checked copy of them as they were is kept beside them', () => {
  const { folder, file, raw } = olderBooks()
  migrate(raw, file, [...migrations, harmless])
  expect(pragma(raw, 'user_version')).toBe(migrations.length + 1)
  expect(pragma(raw, 'foreign_keys')).toBe(1)
  raw.close()

  const copy = openConnection(`${file}.schema-${migrations.length}`)
  expect(pragma(copy, 'user_version')).toBe(migrations.length)
  expect(copy.prepare('SELECT file_name FROM documents').pluck().all()).toEqual(['from-before.xml'])
  copy.close()
  expect(readdirSync(folder).filter(name => name.endsWith('.part'))).toEqual([])
  if (process.platform !== 'win32') expect(statSync(`${file}.schema-${migrations.length}`).mode & 0o777).toBe(0o600)
})

test.each<[string, Migration, string]>([
  [
    'leaves a row pointing nowhere',
    {
      up: raw =>
        void raw.exec(
          `INSERT INTO issues (id, document_id, key, severity, subject, params, suggestions, state, resolution_note, raised_at)
           VALUES ('i', 'gone', 'unreadable', 'high', '{}', '{}', '[]', 'open', '', 0)`,
        ),
    },
    'store_migration_broken',
  ],
  [
    'stumbles halfway',
    {
      up(raw) {
        raw.exec('DROP TABLE secrets')
        throw new TypeError('nobody foresaw this')
      },
    },
    'TypeError: nobody foresaw this',
  ],
])('a migration that %s changes nothing at all', (_what, broken, told) => {
  const { file, raw } = olderBooks()
  expect(String(codeOf(() => migrate(raw, file, [...migrations, harmless, broken])))).toBe(told)
  expect(pragma(raw, 'user_version')).toBe(migrations.length)
  expect(raw.prepare("SELECT count(*) FROM pragma_table_info('documents') WHERE name = 'mood'").pluck().get()).toBe(0)
  expect(raw.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'secrets'").pluck().get()).toBe(1)
  raw.close()
})

test('a migration may rebuild a table that others point to', () => {
  const { file, raw } = olderBooks()
  const rebuild: Migration = {
    up(raw) {
      const columns = raw.prepare("SELECT name FROM pragma_table_info('vendors') WHERE name <> 'id'").pluck().all()
      raw.exec(`CREATE TABLE copy AS SELECT * FROM vendors; DROP TABLE vendors;
        CREATE TABLE vendors (id TEXT PRIMARY KEY NOT NULL, ${columns.join(', ')});
        INSERT INTO vendors SELECT * FROM copy; DROP TABLE copy`)
    },
  }
  raw.exec(
    "INSERT INTO vendors (id, name, name_key, created_at) VALUES ('v', 'Papelera del Norte', 'papelera norte', 0)",
  )
  raw.prepare("INSERT INTO vendor_aliases VALUES ('v', 'PAPELERA NORTE SA', 'papelera norte')").run()
  migrate(raw, file, [...migrations, rebuild])
  expect(raw.prepare('SELECT count(*) FROM vendor_aliases JOIN vendors ON id = vendor_id').pluck().get()).toBe(1)
  raw.close()
})

test('when the disk is too full to migrate, the books stay as they were', () => {
  const { file, raw } = olderBooks()
  const greedy: Migration = {
    up: raw => void raw.exec('CREATE TABLE big (x TEXT); INSERT INTO big VALUES (hex(randomblob(2000000)))'),
  }
  raw.pragma(`max_page_count = ${(pragma(raw, 'page_count') as number) + 10}`)
  expect(() => migrate(raw, file, [...migrations, greedy])).toThrow(/full/)
  expect(pragma(raw, 'user_version')).toBe(migrations.length)
  expect(pragma(raw, 'integrity_check')).toBe('ok')
  raw.close()
})
