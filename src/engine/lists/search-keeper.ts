import type { EngineLog } from '../host'
import type { Store } from '../store/open'
import { refreshSearchIndex } from '../store/search-index'

/** Documents indexed before the loop goes on: some ten milliseconds. */
const handful = 8
const pauseMs = 250

/** Brings the search index up to date in the background. */
export interface SearchKeeper {
  /** Something changed. */
  wake(): void
  /** Catches up with the last changes before a search is answered; with a long backlog, with its beginning. */
  catchUp(): void
  stop(): void
}

export function keepSearchFresh(store: Store, log: EngineLog): SearchKeeper {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false

  function work(): void {
    timer = undefined
    if (refresh() === handful) schedule(0)
  }

  function refresh(): number {
    try {
      return refreshSearchIndex(store, handful)
    } catch (thrown) {
      // The index can wait: the rows stay marked and are taken up with the next change.
      log.warn({ err: thrown }, 'search index could not be brought up to date')
      return 0
    }
  }

  function schedule(delayMs: number): void {
    if (!isStopped) timer ??= setTimeout(work, delayMs)
  }

  return {
    wake: () => schedule(pauseMs),
    catchUp() {
      for (let rounds = 0; rounds < 10 && refresh() === handful; rounds++);
      schedule(0)
    },
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
