// Sends the engine messages that a page should never send. Run with
// `npm run bench -- contract-fuzz [--messages N] [--seed N] [--json]`; the last line is JSON.
import { fuzzContract, withstood } from '../test/hostile/contract-fuzz'
import { numberOption, print } from './parts/durability-report'
import { describeMachine } from './parts/machine'

const seed = numberOption('--seed', 1)
const figures = await fuzzContract(numberOption('--messages', 200_000), seed)
const isKept = withstood(figures) && figures.p99Ms <= 100
print({ bench: 'contract-fuzz', seed, ...figures, machine: describeMachine() }, isKept)
