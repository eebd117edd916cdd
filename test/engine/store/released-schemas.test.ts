import Database from 'better-sqlite3'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { CrashPoint } from '../../../src/engine/crash-points'
import { conservation } from '../../../src/engine/lists/counts'
import { openConnection } from '../../../src/engine/store/connection'
import { migrate } from '../../../src/engine/store/migrate'
import { migrations, type Migration } from '../../../src/engine/store/migrations/index'
import { openStore, storeFile } from '../../../src/engine/store/open'
import { readSettings } from '../../../src/engine/store/settings'
import { verifyJournal } from '../../../src/engine/store/verify-journal'
import { newFolder } from './folder'

const fixtures = join(process.cwd(), 'test', 'fixtures', 'stores')
const released = readdirSync(fixtures)
  .flatMap(name => /^schema-(\d+)\.db\.gz$/.exec(name)?.[1] ?? [])
  .sort((one, other) => Number(one) - Number(other))

/** Lays the books of a release into a fresh folder. */
function layOut(version: string): { readonly folder: string; readonly file: string } {
  const folder = join(newFolder(), 'own')
  mkdirSync(folder)
  const file = join(folder, storeFile)
  writeFileSync(file, gunzipSync(readFileSync(join(fixtures, `schema-${version}.db.gz`))))
  return { folder, file }
}

test('the present schema has its fixture: make it with “node scripts/run-typescript.mjs scripts/make-store-fixture.ts”', () => {
  expect(released).toContain(String(migrations.length))
})

describe.each(released)('Books of schema %s', version => {
  test('open in this version with everything in them', async () => {
    const store = openStore(layOut(version).folder)
    expect(conservation(store.db)).toMatchObject({ received: 3, isBalanced: true })
    expect(readSettings(store.db).companyName).toBe('Comercial Sierra SA de CV')
    const journal = await verifyJournal(store.db, null)
    expect(journal).toMatchObject({ isIntact: true })
    expect(journal.rows).toBeGreaterThan(3)
    expect(store.raw.pragma('foreign_key_check')).toEqual([])
    expect(store.raw.pragma('integrity_check', { simple: true })).toBe('ok')
    store.close()
  })
})

describe('A migration that is cut off', () => {
  const [newest = ''] = released.slice(-1)
  const addsColumn: Migration = {
    up: raw => raw.exec("ALTER TABLE documents ADD COLUMN origin TEXT NOT NULL DEFAULT ''"),
  }
  const addsTable: Migration = { up: raw => raw.exec('CREATE TABLE letters (id TEXT PRIMARY KEY, text TEXT) STRICT') }
  const fillsTable: Migration = { up: raw => raw.exec('INSERT INTO letters SELECT id, file_name FROM documents') }
  const next = [...migrations.slice(0, Number(newest)), addsColumn, addsTable, fillsTable]

  function migrateUntil(file: string, isEnd: (point: CrashPoint, step: number) => boolean): CrashPoint[] {
    const passed: CrashPoint[] = []
    const raw = openConnection(file)
    try {
      migrate(raw, file, next, point => {
        passed.push(point)
        if (isEnd(point, passed.length)) throw new Error('the process died')
      })
    } finally {
      raw.close()
    }
    return passed
  }

  const points = migrateUntil(layOut(newest).file, () => false)

  test('passes the copy, each step and the commit', () => {
    const steps = points.filter(point => point === 'migration.step_done')
    expect(steps).toHaveLength(3)
    expect(points).toEqual(
      expect.arrayContaining(['migration.copy_written', 'migration.copy_named', 'migration.committed']),
    )
  })

  test.each(points.map((point, index) => [index + 1, point] as const))(
    'after moment %i (%s) leaves the books as they were or as they are to be, and the next start finishes it',
    (end, point) => {
      const { file } = layOut(newest)
      expect(() => migrateUntil(file, (_, step) => step === end)).toThrow('the process died')
      const raw = openConnection(file)
      const isDone = point === 'migration.committed'
      expect(raw.pragma('user_version', { simple: true })).toBe(isDone ? next.length : Number(newest))
      const hasTable = raw.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'letters'").pluck()
      expect(hasTable.get()).toBe(isDone ? 1 : 0)
      raw.close()

      migrateUntil(file, () => false)
      const after = openConnection(file)
      expect(after.pragma('user_version', { simple: true })).toBe(next.length)
      expect(after.prepare('SELECT count(*) FROM letters').pluck().get()).toBe(3)
      expect(after.pragma('integrity_check', { simple: true })).toBe('ok')
      after.close()
    },
  )

  test('keeps a copy of the books as they were, which opens by itself', () => {
    const { file } = layOut(newest)
    migrateUntil(file, () => false)
    const folder = join(newFolder(), 'own')
    mkdirSync(folder)
    writeFileSync(join(folder, storeFile), readFileSync(`${file}.schema-${newest}`))
    const store = openStore(folder)
    expect(conservation(store.db).received).toBe(3)
    store.close()
    expect(() => new Database(`${file}.schema-${newest}.part`, { fileMustExist: true })).toThrow()
  })
})
