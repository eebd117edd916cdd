import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import fc from 'fast-check'
import { build } from 'vite'
import { beforeAll, expect, test } from 'vitest'
import { verifyJournal } from '../../../src/engine/store/verify-journal'
import { documents } from '../../../src/engine/store/schema'
import { newFolder } from '../store/folder'
import { jobsOf, openCompany, stepsOf } from './company'

const root = join(import.meta.dirname, '..', '..', '..')
const built = join(root, 'node_modules', '.cache', 'quittance-tests')
let engine = ''

beforeAll(async () => {
  const entry = join(import.meta.dirname, 'engine-under-fire.ts')
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: { ssr: entry, outDir: built, emptyOutDir: false, target: 'node24' },
  })
  engine = join(built, 'engine-under-fire.js')
})

/**
 * One life of an engine.
 *
 * @param killAfterMs from the moment its queue begins
 * @returns the signal that ended it, or null when it came to its end
 */
async function live(folder: string, invoices: number, fate: string, killAfterMs?: number): Promise<string | null> {
  const life = fork(engine, [folder, String(invoices), fate], { execArgv: [] })
  life.on('message', () => {
    if (killAfterMs !== undefined) setTimeout(() => life.kill('SIGKILL'), killAfterMs)
  })
  const [code, signal] = (await once(life, 'exit')) as [number | null, string | null]
  if (signal === null) expect(code).toBe(0)
  return signal
}

/** Received = sum of states, every step of every invoice exactly once, the history intact. */
async function expectNothingLostOrDoubled(folder: string, invoices: number): Promise<void> {
  const books = openCompany(folder)
  try {
    const rows = books.store.db.select().from(documents).orderBy(documents.intakeNumber).all()
    expect(rows.map(row => row.intakeNumber)).toEqual(Array.from({ length: invoices }, (_, n) => n + 1))
    expect(new Set(rows.map(row => row.fileName)).size).toBe(invoices)
    for (const { id, state } of rows) {
      expect(stepsOf(books, id)).toEqual(['read', 'check', 'code', 'route', 'rules', 'ask_model'])
      expect(state).toBe('ready')
      // An engine's death costs no attempt.
      for (const { state, attempts } of jobsOf(books, id)) expect([state, attempts]).toEqual(['done', 1])
    }
    for (const { sha256 } of rows) expect(await books.blobs.verify(sha256)).toBe('intact')
    expect(await verifyJournal(books.store.db)).toMatchObject({ isIntact: true })
  } finally {
    books.queue.stop()
    books.store.close()
  }
}

test('wherever in a commit the power fails, no step of any invoice is lost or done twice', async () => {
  const fates = fc.array(fc.tuple(fc.constantFrom('before', 'after'), fc.integer({ min: 1, max: 18 })), {
    minLength: 1,
    maxLength: 2,
  })
  await fc.assert(
    fc.asyncProperty(fates, async lives => {
      const folder = newFolder()
      for (const [when, commit] of lives) await live(folder, 4, `${when}:${commit}`)
      expect(await live(folder, 4, 'never')).toBeNull()
      await expectNothingLostOrDoubled(folder, 4)
    }),
    { numRuns: 8 },
  )
}, 120_000)

test('ten SIGKILLs during a batch of sixty invoices: nothing lost, nothing doubled', async () => {
  const folder = newFolder()
  for (let kill = 0; kill < 10; kill++) expect(await live(folder, 60, 'never', 5 + ((kill * 7) % 40))).toBe('SIGKILL')
  expect(await live(folder, 60, 'never')).toBeNull()
  await expectNothingLostOrDoubled(folder, 60)
}, 120_000)
