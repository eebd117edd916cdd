// Lets the disk refuse the n-th thing asked of it, with EIO, ENOSPC and EROFS, once or for a while.
// Run with `npm run bench -- disk-faults [--full] [--calls N] [--seed N] [--json]`; the last line is JSON.
import { callsCovered, faults, isSurvived, runDiskFaults } from '../test/durability/disk-faults'
import { hasDiskLibrary } from '../test/durability/disk-library'
import { durabilityOptions, numberOption, print } from './parts/durability-report'
import { describeMachine } from './parts/machine'

const { isFull, seed } = durabilityOptions()
if (!hasDiskLibrary) throw new Error('needs Linux and a C compiler')
const runs = await runDiskFaults({ callsPerFault: numberOption('--calls', isFull ? callsCovered : 10), seed })
const failed = runs.filter(run => !isSurvived(run))
const byFault = Object.fromEntries(
  faults.map(fault => {
    const these = runs.filter(run => run.fault === fault)
    const wentOn = these.filter(({ outcome }) => outcome === 'went_on').length
    return [fault, { runs: these.length, wentOn, refusedToOpen: these.length - wentOn }]
  }),
)
print({ bench: 'disk-faults', seed, byFault, failed, machine: describeMachine() }, failed.length === 0)
