import { AppError } from '../../../shared/result'
import { limits } from './limits'

const watchEveryMs = 50
/** What a document must have added itself before it is blamed for the size of the process, in bytes. */
const ownShare = 450 * 1024 * 1024

let before = 0

/** Remembers how large the process is before a document: what earlier ones left behind is not its fault. */
export function noteMemory(): void {
  before = process.memoryUsage.rss()
}

/**
 * Waits for `work`, but no longer than `ms` and only while the process stays below its memory bound.
 * @param stop  ends the work from outside; called once when a bound is hit
 * @throws AppError `resource_limit` with `limit` = `time` or `memory`
 */
export async function within<T>(work: Promise<T>, ms: number, step: string, stop: () => void): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const refuse = (limit: 'time' | 'memory') => {
    stop()
    reject(new AppError('resource_limit', { limit, step }, 'never'))
  }
  const timer = setTimeout(() => refuse('time'), ms)
  const watch = setInterval(() => {
    const resident = process.memoryUsage.rss()
    if (resident > limits.residentBytes && resident - before > ownShare) refuse('memory')
  }, watchEveryMs)
  try {
    return await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
    clearInterval(watch)
  }
}
