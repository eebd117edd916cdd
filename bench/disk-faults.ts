// Lets the disk refuse the n-th thing asked of it, with EIO, ENOSPC and EROFS, once or for a while.
// Run with `npm run bench -- disk-faults [--full] [--calls N] [--from N] [--minutes N] [--lanes N] [--seed N] [--json]`; the
// last line is JSON and says how many faults struck, which are fewer than planned when the minutes are over first: a later
// run of the same seed goes on with `--from`. Several lanes are as many engines at a time, each on books of its own.
import { callsCovered, faults, isSurvived, runDiskFaults } from '../test/durability/disk-faults'
import { hasDiskLibrary } from '../test/durability/disk-library'
import { durabilityOptions, minutesOption, numberOption, print } from './parts/durability-report'
import { describeMachine } from './parts/machine'
import { distributionOf } from './parts/statistics'

const { isFull, seed } = durabilityOptions()
if (!hasDiskLibrary) throw new Error('needs Linux and a C compiler')
const callsPerFault = numberOption('--calls', isFull ? callsCovered : 10)
const from = numberOption('--from', 0)
const lanes = numberOption('--lanes', 1)
const runs = await runDiskFaults({ callsPerFault, seed, from, lanes, isTimeOver: minutesOption() })
const failed = runs.filter(run => !isSurvived(run))
const byFault = Object.fromEntries(
  faults.map(fault => {
    const these = runs.filter(run => run.fault === fault)
    const ended = (how: string) => these.filter(({ outcome }) => outcome === how).length
    return [fault, { runs: these.length, wentOn: ended('went_on'), refusedToOpen: ended('refused') }]
  }),
)
const share = { from, struck: runs.length, planned: faults.length * callsPerFault }
const ms = distributionOf(runs.map(run => run.ms))
print({ bench: 'disk-faults', seed, ...share, byFault, failed, ms, machine: describeMachine() }, failed.length === 0)
