import { toErrorData } from '../shared/result'
import type { EngineLog } from './host'
import { fromSqlite } from './store/sqlite-errors'

/**
 * Wraps work that the engine does by itself when a clock rings, with nobody waiting for it: what goes wrong is logged, and
 * the engine lives on. A disk that is full or damaged is told where somebody works; the work comes round again.
 *
 * @param what went wrong, for the log
 */
export function unattended(log: EngineLog, what: string, work: () => void): () => void {
  return () => {
    try {
      work()
    } catch (thrown) {
      log.error({ err: thrown, code: toErrorData(fromSqlite(thrown)).code }, what)
    }
  }
}
