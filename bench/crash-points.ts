// Kills the engine before and after every commit, rename, checkpoint, migration step and exchange with the ledger, each in a
// life of its own. Run with `npm run bench -- crash-points [--json]`; lists every moment; the last line is JSON.
import { runCrashPoints } from '../test/durability/crash-points'
import { isFlawless } from '../test/durability/inspect'
import { print } from './parts/durability-report'
import { describeMachine } from './parts/machine'

const { moments, findings, bills } = await runCrashPoints(2)
const missed = moments.filter(({ wasHit }) => !wasHit).map(({ name }) => name)
const report = { bench: 'crash-points', hit: moments.length - missed.length, of: moments.length, missed, bills }
if (!process.argv.includes('--json'))
  for (const { name, wasHit } of moments) console.log(wasHit ? name : `${name} MISSED`)
print({ ...report, findings, machine: describeMachine() }, missed.length === 0 && findings.every(isFlawless))
