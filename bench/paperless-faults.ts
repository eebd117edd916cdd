// The promise "once" between us and Paperless-ngx: every fault at every call of taking in, writing back and storing, each
// moment to be killed at, with many seeds, and storms of faults. Run with
// `npm run bench -- paperless-faults [--seeds N] [--json]`; the last line is JSON.
import { faultRows, isKept, storm } from '../test/engine/paperless/fault-matrix'
import { runPlan, type Outcome, type Plan } from '../test/engine/paperless/fault-plan'
import { shrink } from '../test/engine/sync/fault-plan'
import { startTlsServers } from '../test/ledger-stand-in/tls-servers'
import { describeMachine } from './parts/machine'

const args = process.argv.slice(2)
const seedsAt = args.indexOf('--seeds')
const seeds = seedsAt < 0 ? 2 : Number(args[seedsAt + 1])
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
  documents: 0,
  lost: 0,
  doubled: 0,
  uploadedTwice: 0,
  unexplained: 0,
  complaints: 0,
  unstruck: 0,
}
const failing: Plan[] = []
const table = new Map<string, Map<string, Cell>>()

function count(outcome: Outcome, plan: Plan, fault: string, call: string): void {
  totals.runs++
  totals.documents += outcome.documents
  totals.lost += outcome.lost
  totals.doubled += outcome.doubled
  totals.uploadedTwice += outcome.uploadedTwice
  totals.unexplained += outcome.unexplained
  totals.complaints += outcome.complaints.length
  if (fault !== 'storm') totals.unstruck += outcome.unstruck
  const row = table.get(call) ?? new Map<string, Cell>()
  table.set(call, row)
  const cell = row.get(fault) ?? { runs: 0, failed: 0 }
  row.set(fault, cell)
  cell.runs++
  if (isKept(outcome)) return
  cell.failed++
  failing.push(plan)
  process.stderr.write(`${JSON.stringify(plan)} ${JSON.stringify(outcome)}\n`)
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
  for (const plan of shrunk) console.log(`FAILED, shrunk: ${JSON.stringify(plan)}`)
}
const report = {
  bench: 'paperless-faults',
  ...totals,
  seeds,
  seconds: Math.round((performance.now() - startedAt) / 1000),
  failing: shrunk,
  machine: describeMachine(),
}
console.log(JSON.stringify(report))
process.exitCode = failing.length > 0 ? 1 : 0
