import { AsyncLocalStorage } from 'node:async_hooks'
import type { Server, ServerCall } from './server'

const jobs = new AsyncLocalStorage<string>()

/** Everything logged about calls made within bears this id, so that the lines of one job can be found together. */
export function asJob<T>(id: string, work: () => Promise<T>): Promise<T> {
  return jobs.run(id, work)
}

/** The job calls are made for; undefined outside of any. */
export function currentJob(): string | undefined {
  return jobs.getStore()
}

/** One line per call: which and how it went. Neither addresses nor bodies, because both may quote a document. */
export function logCall(
  server: Server,
  call: ServerCall,
  result: { readonly status: number } | { readonly code: string },
  startedAt: number,
): void {
  const job = currentJob()
  server.log.info(
    {
      ...(job === undefined ? {} : { job }),
      call: `${call.method} ${call.route}`,
      ...result,
      ms: server.now() - startedAt,
    },
    'server called',
  )
}
