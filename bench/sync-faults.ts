// The promise "once" under every fault: each fault at each call and each moment to be killed at, with many seeds, and
// storms of faults. Run with `npm run bench -- sync-faults [--seeds N] [--json]`; the last line is JSON.
import { startTlsServers } from '../test/ledger-stand-in/tls-servers'
import { faultRows, isKept } from '../test/engine/sync/fault-matrix'
import { runPlan, shrink, storm, type Outcome, type Plan } from '../test/engine/sync/fault-plan'
import { measureOutage } from '../test/engine/sync/outage'
import { describeMachine } from './parts/machine'

const args = process.argv.slice(2)
const seedsAt = args.indexOf('--seeds')
const seeds = seedsAt < 0 ? 20 : Number(args[seedsAt + 1])
const isJsonOnly = args.includes('--json')
/** Some runs wait for silence; more at once than this, and a busy machine would time out by itself. */
const atOnce = 8

interface Cell {
  runs: number
  failed: number
}

const tls = await startTlsServers()
const startedAt = performance.now()
const totals = {
  runs: 0,
  bills: 0,
  lost: 0,
  doubled: 0,
  repeatedWithoutLookup: 0,
  complaints: 0,
  unstruck: 0,
  maxTries: 0,
}
let mostInFlight = 0
const failing: Plan[] = []
const table = new Map<string, Map<string, Cell>>()

function count(outcome: Outcome, plan: Plan, fault: string, call: string): void {
  totals.runs++
  totals.bills += outcome.bills
  totals.lost += outcome.lost
  totals.doubled += outcome.doubled
  totals.repeatedWithoutLookup += outcome.repeatedWithoutLookup
  totals.complaints += outcome.complaints.length
  totals.unstruck += outcome.unstruck
  totals.maxTries = Math.max(totals.maxTries, outcome.maxTries)
  mostInFlight = Math.max(mostInFlight, outcome.mostInFlight)
  const row = table.get(call) ?? new Map<string, Cell>()
  table.set(call, row)
  const cell = row.get(fault) ?? { runs: 0, failed: 0 }
  row.set(fault, cell)
  cell.runs++
  if (isKept(outcome)) return
  cell.failed++
  failing.push(plan)
}

const work = [
  ...faultRows().flatMap(({ plan, fault, call }) =>
    Array.from({ length: seeds }, (_, index) => ({ plan: plan(index + 1), fault, call })),
  ),
  ...Array.from({ length: seeds * 5 }, (_, index) => ({ plan: storm(index + 1), fault: 'storm', call: 'all calls' })),
]
let next = 0
await Promise.all(
  Array.from({ length: atOnce }, async () => {
    for (let item = work[next++]; item; item = work[next++]) {
      count(await runPlan(item.plan, tls), item.plan, item.fault, item.call)
      if (!isJsonOnly && totals.runs % 500 === 0) process.stderr.write(`${totals.runs} of ${work.length}\n`)
    }
  }),
)

const outage = await measureOutage()
const shrunk = []
for (const plan of failing.slice(0, 10)) {
  shrunk.push(await shrink(plan, async tried => !isKept(await runPlan(tried, tls))))
}
await tls.close()

if (!isJsonOnly) {
  for (const [call, row] of table) {
    const cells = [...row].map(
      ([fault, { runs, failed }]) => `${fault} ${failed === 0 ? runs : `${failed} of ${runs} FAILED`}`,
    )
    console.log(`${call}\n  ${cells.join(' · ')}`)
  }
  console.log(`ten-minute outages: ${outage.map(({ kind, tries }) => `${kind} ${tries} tries`).join(', ')}`)
  for (const plan of shrunk) console.log(`FAILED, shrunk: ${JSON.stringify(plan)}`)
}
const report = {
  bench: 'sync-faults',
  ...totals,
  mostInFlight,
  maxTriesInTenMinuteOutage: Math.max(...outage.map(({ tries }) => tries)),
  seeds,
  seconds: Math.round((performance.now() - startedAt) / 1000),
  failing: shrunk,
  machine: describeMachine(),
}
console.log(JSON.stringify(report))
process.exitCode = failing.length > 0 ? 1 : 0
