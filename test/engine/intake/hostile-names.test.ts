import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { documents } from '../../../src/engine/store/schema'
import { someEngine, someHost, sure, type TestEngine } from '../some-engine'

// File names made at test time from the corpus beside the project; without the corpus there is nothing to make them from.
const corpus = join(import.meta.dirname, '../../../../shared/corpus/hostile')
const list = join(corpus, 'hostile-names.json')

interface HostileName {
  readonly name?: string
  readonly name_bytes_hex?: string
  readonly base: string
  readonly hazard: string
}

let engine: TestEngine
beforeEach(async () => {
  engine = someEngine(someHost())
  await engine.start({ reads: false, posts: false })
})
afterEach(() => engine.close())

test.skipIf(!existsSync(list))('every hostile file name becomes a row with its bytes and a harmless name', async () => {
  const { names } = JSON.parse(readFileSync(list, 'utf8')) as { names: HostileName[] }
  const folder = mkdtempSync(join(tmpdir(), 'quittance-names-'))
  const made = names.flatMap(({ name, name_bytes_hex, base }, index) => {
    const bytes = Buffer.concat([readFileSync(join(corpus, base)), Buffer.from(`\n% ${index}`)])
    const fileName = name_bytes_hex === undefined ? Buffer.from(sure(name)) : Buffer.from(name_bytes_hex, 'hex')
    try {
      writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), fileName]), bytes)
    } catch (thrown) {
      // This system cannot have such a name: nothing to test.
      if (thrown instanceof Error && 'code' in thrown) return []
      throw thrown
    }
    return createHash('sha256').update(bytes).digest('hex')
  })
  expect(made.length).toBeGreaterThan(20)
  expect(await engine.take([folder], 'drop')).toEqual({ ok: true, value: { accepted: made.length } })
  const rows = engine.company().store.db.select().from(documents).all()
  expect(rows.map(row => row.sha256 as string).sort()).toEqual(made.sort())
  for (const { fileName } of rows) {
    expect(fileName).not.toMatch(/[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069/\\]/u)
    expect(fileName.length).toBeGreaterThan(0)
    expect([...fileName].length).toBeLessThanOrEqual(255)
  }
})
