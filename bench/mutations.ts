// Has damaged copies of invoices and hostile files read by the real workers. Run with
// `npm run bench -- mutations [--count N] [--from N] [--minutes N] [--lanes N] [--seed N] [--json]`; the last line is JSON and
// says how many files were read, which are fewer than planned when the minutes are over first. `--from 390 --count 2` reads two
// of a seed again. Several lanes are as many workers at a time. What took too long is read once more, alone, and both are told.
import { readMutations } from '../test/hostile/mutations'
import { minutesOption, numberOption, print } from './parts/durability-report'
import { describeMachine } from './parts/machine'

const seed = numberOption('--seed', 1)
const figures = await readMutations({
  count: numberOption('--count', 5_000),
  from: numberOption('--from', 0),
  seed,
  lanes: numberOption('--lanes', 1),
  isTimeOver: minutesOption(),
})
const { refused, withoutReason, unhandledRejections, tooLong, mostRssBytes } = figures
const stopped = (refused['worker_memory'] ?? 0) + (refused['worker_timeout'] ?? 0)
const isKept = withoutReason + unhandledRejections + tooLong + stopped === 0 && mostRssBytes <= 2 ** 30
print({ bench: 'mutations', seed, ...figures, machine: describeMachine() }, isKept)
