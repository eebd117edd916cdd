// Kills the engine with SIGKILL at random moments while documents go the whole road, and counts what was lost, doubled or
// stuck. Run with `npm run bench -- kills [--full] [--kills N] [--minutes N] [--seed N] [--json]`; the last line
// is JSON and says how many kills there were, which are fewer than planned when the minutes are over first.
import { runKills } from '../test/durability/kills'
import { durabilityOptions, minutesOption, numberOption, print } from './parts/durability-report'
import { describeMachine } from './parts/machine'

const { isFull, seed } = durabilityOptions()
const report = await runKills({
  kills: numberOption('--kills', isFull ? 2_000 : 50),
  documents: isFull ? 1_000 : 100,
  seed,
  longestMs: isFull ? 1_500 : 500,
  isTimeOver: minutesOption(),
})
const { findings } = report
const isKept = findings.lost.length + findings.doubled.length + findings.stuck === 0 && findings.isSound
print({ bench: 'kills', ...report, machine: describeMachine() }, isKept)
