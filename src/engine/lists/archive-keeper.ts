import type { EpochMs } from '../../shared/ids'
import type { EngineLog } from '../host'
import type { Store } from '../store/open'
import { archiveFinished } from './archive'

/** Documents moved at a time, some ten milliseconds, and the rest others then have: after a holiday thousands are due. */
const handful = 100
const restMs = 100
/** Time for the first screen. */
const firstLookMs = 2_000
const everyMs = 3_600_000

/** Takes finished documents out of the lists as they grow old; the app may stay open over night. */
export interface ArchiveKeeper {
  /** Now, because the number of days changed. */
  look(): void
  stop(): void
}

/** @param moved told when the lists have changed */
export function keepArchive(
  store: Store,
  preferences: () => { readonly now: EpochMs; readonly settings: { readonly archiveAfterDays: number } },
  moved: () => void,
  log: EngineLog,
): ArchiveKeeper {
  let timer: NodeJS.Timeout | undefined
  let hasMoved = false
  let isStopped = false

  function work(): void {
    const count = archive()
    if (count > 0) hasMoved = true
    if (count >= handful) return schedule(restMs)
    if (hasMoved) moved()
    hasMoved = false
    schedule(everyMs)
  }

  function archive(): number {
    try {
      const { now, settings } = preferences()
      return archiveFinished(store, now, settings.archiveAfterDays, handful)
    } catch (thrown) {
      // Lists that are longer than they should be can wait for the next look.
      log.warn({ err: thrown }, 'finished documents could not be archived')
      return 0
    }
  }

  function schedule(delayMs: number): void {
    clearTimeout(timer)
    if (!isStopped) timer = setTimeout(work, delayMs).unref()
  }

  schedule(firstLookMs)
  return {
    look: () => schedule(0),
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
