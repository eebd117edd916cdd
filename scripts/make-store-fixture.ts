// Makes test/fixtures/stores/schema-<n>.db.gz: books of the present schema with a little of everything in them, as a store
// of this release. Run it once whenever a migration was added: node scripts/run-typescript.mjs scripts/make-store-fixture.ts
import Database from 'better-sqlite3'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { migrations } from '../src/engine/store/migrations/index'
import { storeFile } from '../src/engine/store/open'
import { tagsOf } from '../src/engine/store/page-tags'
import { ask, drained, engineOn } from '../test/engine-on-disk'
import { makeCfdi } from '../test/made-invoices'

const folder = mkdtempSync(join(tmpdir(), 'quittance-fixture-'))
const data = join(folder, 'data')
const engine = engineOn(data, 1)
await engine.start({ posts: false })
const paths = [1, 2, 3].map(number => {
  const path = join(folder, `invoice ${number}.xml`)
  writeFileSync(path, makeCfdi(number))
  return path
})
await engine.take(paths, 'drop')
await drained(engine)
await ask(engine, 'settings.set', { patch: { companyName: 'Comercial Sierra SA de CV' } })
await engine.close()

const plain = join(folder, 'plain.db')
copyFileSync(join(data, 'own', storeFile), plain)
const raw = new Database(plain)
tagsOf(raw, plain)
// Random tags on every page do not compress; opening the store gives them back.
raw.pragma('journal_mode = DELETE')
raw.pragma("rekey = ''")
raw.exec('VACUUM')
raw.close()

const fixtures = join(process.cwd(), 'test', 'fixtures', 'stores')
mkdirSync(fixtures, { recursive: true })
const file = join(fixtures, `schema-${migrations.length}.db.gz`)
writeFileSync(file, gzipSync(readFileSync(plain), { level: 9 }))
rmSync(folder, { recursive: true, force: true })
console.log(file)
