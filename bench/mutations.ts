// Has damaged copies of invoices and hostile files read by the real workers. Run with
// `npm run bench -- mutations [--count N] [--seed N] [--json]`; the last line is JSON.
import { readMutations } from '../test/hostile/mutations'
import { numberOption, print } from './parts/durability-report'
import { describeMachine } from './parts/machine'

const seed = numberOption('--seed', 1)
const figures = await readMutations(numberOption('--count', 5_000), seed)
const { refused, withoutReason, unhandledRejections, tooLong, mostRssBytes } = figures
const stopped = (refused['worker_memory'] ?? 0) + (refused['worker_timeout'] ?? 0)
const isKept = withoutReason + unhandledRejections + tooLong + stopped === 0 && mostRssBytes <= 2 ** 30
print({ bench: 'mutations', seed, ...figures, machine: describeMachine() }, isKept)
