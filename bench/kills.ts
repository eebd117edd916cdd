// Kills the engine with SIGKILL at random moments while documents go the whole road, and counts what was lost, doubled or
// stuck. Run with `npm run bench -- kills [--full] [--kills N] [--minutes N] [--lanes N] [--seed N] [--json]`; the last line
// is JSON and says how many kills there were, which are fewer than planned when the minutes are over first. Several lanes
// are as many engines at a time, each on books of its own.
import { isFlawless } from '../test/durability/inspect'
import { runKills } from '../test/durability/kills'
import { durabilityOptions, minutesOption, numberOption, print } from './parts/durability-report'
import { describeMachine } from './parts/machine'

const { isFull, seed } = durabilityOptions()
const report = await runKills({
  kills: numberOption('--kills', isFull ? 2_000 : 50),
  documents: isFull ? 1_000 : 100,
  seed,
  longestMs: isFull ? 1_500 : 500,
  lanes: numberOption('--lanes', 1),
  isTimeOver: minutesOption(),
})
const isKept = report.findings.every(isFlawless) && report.usableLate === 0
print({ bench: 'kills', ...report, machine: describeMachine() }, isKept)
