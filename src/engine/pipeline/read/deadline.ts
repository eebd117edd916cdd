import { AppError } from '../../../shared/result'
import { limits } from './limits'

const watchEveryMs = 50

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
    if (process.memoryUsage.rss() > limits.residentBytes) refuse('memory')
  }, watchEveryMs)
  try {
    return await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
    clearInterval(watch)
  }
}
