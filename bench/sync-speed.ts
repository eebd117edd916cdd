// How fast bills reach the ledger: at the limit it ships with (time simulated, so that minutes pass at once) and with
// the limit lifted, on a store on disk; and how many calls looking after posted bills takes.
// Run with `npm run bench -- sync-speed [--json]`; the last line is JSON.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { approve, stationery } from '../test/engine/sync/books'
import { openDesk } from '../test/engine/sync/ledger-desk'
import { reconcileBooks, watchBooks } from '../test/engine/sync/watching'
import { describeMachine } from './parts/machine'
import { round } from './parts/statistics'

/** Creates per minute at ten calls a minute and route, and refusals met on the way. */
async function measureAtLimit(bills: number) {
  const desk = await openDesk({ throttle: true })
  for (let number = 0; number < bills; number++) approve(desk.store, stationery(`L-${number}`), desk.clock.now)
  const startedAt = desk.clock.now
  await desk.sync().syncNow()
  const minutes = (desk.clock.now - startedAt) / 60_000
  const refused = desk.standIn.calls.map(call => call.status === 429)
  const twiceInARow = refused.some((is, at) => is && refused[at + 1] === true)
  const posted = desk.standIn.bills().length
  await desk.close()
  // The last minute is not waited out.
  return {
    posted,
    perMinute: round(posted / Math.max(1, Math.ceil(minutes))),
    refused: refused.filter(Boolean).length,
    twiceInARow,
  }
}

async function measureLifted(bills: number) {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-bench-'))
  const desk = await openDesk({ folder })
  for (let number = 0; number < bills; number++) approve(desk.store, stationery(`F-${number}`), desk.clock.now)
  const startedAt = performance.now()
  await desk.sync().syncNow()
  const seconds = (performance.now() - startedAt) / 1000
  const posted = desk.standIn.bills().length
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
  return { posted, perSecond: round(posted / seconds) }
}

const report = {
  bench: 'sync-speed',
  atShippedLimit: await measureAtLimit(120),
  limitLifted: await measureLifted(500),
  reconcile5000: await reconcileBooks(5_000),
  watch: await watchBooks(10_000, 50),
  machine: describeMachine(),
}
if (!process.argv.includes('--json')) console.log(JSON.stringify(report, null, 2))
console.log(JSON.stringify(report))
