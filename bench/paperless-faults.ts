// The promise "once" between us and Paperless-ngx: every fault at every call of taking in, writing back and storing, each
// moment to be killed at, with many seeds, and storms of faults. Run with
// `npm run bench -- paperless-faults [--seeds N] [--json]`; the last line is JSON.
import { faultRows, isKept, storm } from '../test/engine/paperless/fault-matrix'
import { runPlan } from '../test/engine/paperless/fault-plan'
import { runFaultBench } from './parts/fault-bench'

await runFaultBench({
  name: 'paperless-faults',
  rows: faultRows(),
  storm,
  run: runPlan,
  isKept,
  sums: ({ documents, lost, doubled, uploadedTwice, unexplained, complaints, unstruck }, isStorm) => ({
    ...{ documents, lost, doubled, uploadedTwice, unexplained },
    complaints: complaints.length,
    unstruck: isStorm ? 0 : unstruck,
  }),
})
