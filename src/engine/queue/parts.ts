import type { EpochMs } from '../../shared/ids'
import type { EngineLog } from '../host'
import type { Blobs } from '../store/blobs'
import type { Store } from '../store/open'
import type { Templates } from '../templates/templates'
import type { Pool } from '../worker/pool'
import type { Announce } from './announcer'
import type { Steps } from './steps'

/** What the queue is given. */
export interface QueueParts {
  readonly store: Store
  readonly blobs: Blobs
  readonly pool: Pool
  readonly steps: Steps
  readonly templates: Templates
  /** Epoch milliseconds. */
  now(): EpochMs
  /** Uniform in [0, 1): spreads retries. */
  random(): number
  readonly log: EngineLog
  readonly announce: Announce
}
