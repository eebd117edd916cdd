import { randomInt } from 'node:crypto'
import { v7 } from 'uuid'
import type { EpochMs } from '../../shared/ids'

let lastMs = -1
let sequence = 0

/**
 * Makes a UUIDv7: ids made later sort later, also within one millisecond of one process.
 *
 * @param now epoch milliseconds, the id's own time
 */
export function newId<T extends string>(now: EpochMs): T {
  sequence = now === lastMs ? sequence + 1 : randomInt(2 ** 31)
  lastMs = now
  return v7({ msecs: now, seq: sequence }) as T
}
