import { AsyncLocalStorage } from 'node:async_hooks'
import type { EpochMs } from '../../shared/ids'
import { saidText } from './said'
import type { Server, ServerCall } from './server'

const jobs = new AsyncLocalStorage<Job>()

/** How one call went: which, when, the status of its answer or the code of its failure, and what was said. */
export interface CallNoted {
  readonly at: EpochMs
  readonly call: string
  readonly status: number | null
  readonly code: string | null
  readonly ms: number
  /** JSON text fit to be shown; null where nothing was to be changed. */
  readonly request: string | null
  readonly answer: string | null
}

interface Job {
  readonly id: string
  readonly note: (call: CallNoted) => void
}

/**
 * Everything logged about calls made within bears this id, so that the lines of one job can be found together.
 *
 * @param note hears of each call as it ends
 */
export function asJob<T>(id: string, work: () => Promise<T>, note: Job['note'] = () => undefined): Promise<T> {
  return jobs.run({ id, note }, work)
}

/**
 * One line per call: which and how it went. Neither addresses nor bodies, because both may quote a document; what was
 * said is noted for the job alone, in the company's own books.
 *
 * @param heard what the server said, as far as it is to be kept
 */
export function logCall(
  server: Server,
  { method, route, body, form }: ServerCall,
  result: { readonly status: number } | { readonly code: string; readonly status: number | null },
  startedAt: EpochMs,
  heard: unknown,
): void {
  const job = jobs.getStore()
  const call = `${method} ${route}`
  const ms = server.now() - startedAt
  server.log.info({ ...(job === undefined ? {} : { job: job.id }), call, ...result, ms }, 'server called')
  if (!job) return
  const said = { request: saidText(form ?? body, server.headers), answer: saidText(heard, server.headers) }
  job.note({ code: null, ...result, at: startedAt, call, ms, ...said })
}
