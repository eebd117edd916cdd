import { toErrorData } from '../../shared/result'
import type { EngineLog } from '../host'
import type { Store } from '../store/open'
import { insertCalls, type CallsFor } from '../store/server-calls'
import { write } from '../store/write'
import { asJob, type CallNoted } from './call-log'

/**
 * Does one piece of work with a server and keeps the calls it took, however it ends.
 *
 * @param madeFor asked when the work has ended: a document that was taken is known only then
 */
export async function recordCalls<T>(
  { store, log }: { readonly store: Store; readonly log: EngineLog },
  job: string,
  madeFor: () => Omit<CallsFor, 'job'>,
  work: () => Promise<T>,
): Promise<T> {
  const calls: CallNoted[] = []
  try {
    return await asJob(job, work, call => calls.push(call))
  } finally {
    keep()
  }

  /** What can be told later; a disk that takes nothing has said so already where it mattered. */
  function keep(): void {
    if (calls.length === 0) return
    try {
      write(store, tx => insertCalls(tx, { ...madeFor(), job }, calls))
    } catch (thrown) {
      log.warn({ job, code: toErrorData(thrown).code }, 'calls not kept')
    }
  }
}
