// Records what a day of work does to the disk, rebuilds the disk as it would be had the power failed at each moment, and
// opens every image with the real engine. Run with `npm run bench -- power-loss [--full] [--images N] [--seed N] [--json]`:
// fewer images are spread over the same day.
import { hasDiskLibrary } from '../test/durability/disk-library'
import { runPowerLoss } from '../test/durability/power-loss'
import { durabilityOptions, numberOption, print } from './parts/durability-report'
import { describeMachine } from './parts/machine'

const { isFull, seed } = durabilityOptions()
if (!hasDiskLibrary) throw new Error('needs Linux and a C compiler')
const plan = {
  documents: isFull ? 40 : 8,
  images: numberOption('--images', isFull ? 50_000 : 1_000),
  seed,
  isCareless: false,
}
const ours = await runPowerLoss(plan)
const libraryDefaults = await runPowerLoss({ ...plan, images: 300, isCareless: true })
const isKept = ours.lost + ours.corrupt === 0 && libraryDefaults.lost > 0
print({ bench: 'power-loss', ours, libraryDefaults, machine: describeMachine() }, isKept)
