// The promise "once" under every fault: each fault at each call and each moment to be killed at, with many seeds, and
// storms of faults. Run with `npm run bench -- sync-faults [--seeds N] [--json]`; the last line is JSON.
import { faultRows, isKept } from '../test/engine/sync/fault-matrix'
import { runPlan, storm } from '../test/engine/sync/fault-plan'
import { measureOutage } from '../test/engine/sync/outage'
import { runFaultBench } from './parts/fault-bench'

await runFaultBench({
  name: 'sync-faults',
  rows: faultRows(),
  storm,
  run: runPlan,
  isKept,
  sums: ({ bills, lost, doubled, repeatedWithoutLookup, complaints, unstruck }) => ({
    ...{ bills, lost, doubled, repeatedWithoutLookup, unstruck },
    complaints: complaints.length,
  }),
  peaks: ({ maxTries, mostInFlight }) => ({ maxTries, mostInFlight }),
  async beside() {
    return { maxTriesInTenMinuteOutage: Math.max(...(await measureOutage()).map(({ tries }) => tries)) }
  },
})
