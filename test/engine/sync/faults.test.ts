import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { partOf } from '../../faults/matrix-part'
import { startTlsServers, type TlsServers } from '../../ledger-stand-in/tls-servers'
import { faultRows } from './fault-matrix'
import { runPlan, storm, type Plan } from './fault-plan'
import { kept } from './once'
import { measureOutage } from './outage'

/** More of them on request: FAULT_SEEDS=20 FAULT_PART=all; all of them with `npm run bench -- sync-faults`. */
const seeds = Array.from({ length: Number(process.env['FAULT_SEEDS'] ?? '1') }, (_, index) => index + 1)
const figures = { runs: 0, bills: 0 }
let tls: TlsServers
beforeAll(async () => {
  tls = await startTlsServers()
})
afterAll(async () => {
  await tls.close()
  process.stdout.write(`fault matrix: ${figures.runs} runs, ${figures.bills} bills, each exactly once\n`)
})

async function expectOnce(plan: Plan): Promise<void> {
  const outcome = await runPlan(plan, tls)
  expect(outcome, JSON.stringify(plan)).toMatchObject({ ...kept, unstruck: 0 })
  expect(outcome.mostInFlight, 'two calls at once').toBeLessThanOrEqual(1)
  figures.runs++
  figures.bills += outcome.bills
}

describe('one bill per invoice, one credit per credit note', () => {
  test.concurrent.each(partOf(faultRows()).map(row => [row.title, row] as const))('%s', async (_title, row) => {
    for (const seed of seeds) await expectOnce(row.plan(seed))
  })
})

test('thirty storms of faults and kills at random: every invoice is one bill', { timeout: 120_000 }, async () => {
  for (let from = 1; from <= 30; from += 6) {
    await Promise.all(Array.from({ length: 6 }, (_, index) => expectOnce(storm(from + index))))
  }
})

test('ten minutes of outage cost at most twelve tries, and afterwards everything is posted by itself', async () => {
  for (const { kind, tries, isKept } of await measureOutage()) {
    expect(tries, kind).toBeGreaterThan(3)
    expect(tries, kind).toBeLessThanOrEqual(12)
    expect(isKept, kind).toBe(true)
  }
})
