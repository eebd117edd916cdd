import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { drained } from '../engine-on-disk'
import { makeCfdi } from '../made-invoices'
import { someEngine, someHost } from '../engine/some-engine'

const hour = 60 * 60_000
const day = 24 * hour

const made: string[] = []
afterEach(() => made.splice(0).forEach(folder => rmSync(folder, { recursive: true, force: true })))

/** Twenty invoices on the road, and the clock is changed when some of them have been read. */
async function invoicesWhileTheClock(change: (now: number) => number) {
  let ahead = 0
  const host = someHost({ now: () => Date.now() + ahead })
  const incoming = mkdtempSync(join(tmpdir(), 'quittance-clock-'))
  made.push(host.dataFolder, incoming)
  for (let number = 1; number <= 20; number++) writeFileSync(join(incoming, `${number}.xml`), makeCfdi(number))
  const engine = someEngine(host)
  await engine.start({ posts: false })
  await engine.take([incoming], 'drop')
  engine.on(event => {
    if (event === 'document.changed' && ahead === 0) ahead = change(Date.now()) - Date.now()
  })
  await drained(engine)
  expect(ahead).not.toBe(0)
  const { conservation } = await engine.ask('document.counts', {})
  const verdict = await engine.ask('store.verify', {})
  await engine.close()
  return { conservation, verdict }
}

// Spring forward and back in Mexico's border cities, 2026: instants, not wall clocks, are what is kept.
test.each<[string, (now: number) => number]>([
  ['is set back two hours', now => now - 2 * hour],
  ['jumps ahead 400 days', now => now + 400 * day],
  ['jumps to the hour that summer time leaves out', () => Date.UTC(2026, 2, 8, 9, 59, 59)],
  ['jumps to the hour that winter time has twice', () => Date.UTC(2026, 10, 1, 7, 59, 59)],
])('when the clock %s in the middle of a batch, every invoice arrives and the books stay sound', async (_, change) => {
  const { conservation, verdict } = await invoicesWhileTheClock(change)
  expect(conservation).toMatchObject({ received: 20, isBalanced: true })
  expect((conservation.byState.ready ?? 0) + (conservation.byState.needs_review ?? 0)).toBe(20)
  expect(verdict).toMatchObject({ stuckJobs: 0, journalIntact: true, originalsDamaged: [], databaseIntact: true })
})
