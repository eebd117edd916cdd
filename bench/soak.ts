// Lets one engine work without a pause and watches its memory, its log and its open files.
// Run with `npm run bench -- soak [--minutes 10] [--full] [--json]`; --full is eight hours; the last line is JSON.
import { isWithinBounds, runSoak } from '../test/durability/soak'
import { durabilityOptions, numberOption, print } from './parts/durability-report'
import { describeMachine } from './parts/machine'

const { isFull } = durabilityOptions()
const report = await runSoak(numberOption('--minutes', isFull ? 480 : 10))
print({ bench: 'soak', ...report, machine: describeMachine() }, isWithinBounds(report))
