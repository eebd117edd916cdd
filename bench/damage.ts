// Damages books as a failing disk does, one bit or two pages at a time, and looks at everything in them each time.
// Run with `npm run bench -- damage [--full] [--vault] [--seed N] [--json]`; the last line is JSON.
import { runDamage } from '../test/durability/damage'
import { durabilityOptions, print } from './parts/durability-report'
import { describeMachine } from './parts/machine'

const { isFull, seed } = durabilityOptions()
const many = isFull ? 10 : 1
const isInVault = process.argv.includes('--vault')
const report = await runDamage({ flips: 200 * many, swaps: 50 * many, documents: 6, seed, isInVault })
const counts = [...Object.values(report.flips), ...Object.values(report.swaps)]
print(
  { bench: 'damage', isInVault, ...report, machine: describeMachine() },
  counts.every(({ wrong }) => wrong === 0),
)
