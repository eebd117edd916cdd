import { AppError } from '../../../shared/result'
import { Allowance, Meter } from './allowance'
import { limits } from './limits'

const watchEveryMs = 50
/** What a document must have added itself before it is blamed for the size of the process, in bytes. */
const ownShare = 450 * 1024 * 1024

let before = 0
let wasStopped = false

/** Begins a document: what earlier ones left behind in memory is not its fault. */
export function beginDocument(): void {
  before = process.memoryUsage.rss()
  wasStopped = false
}

/**
 * Whether a bound was hit since the document began. What was stopped may still be at work somewhere in this process, eating
 * time and memory that the next document would be blamed for.
 */
export function hasHitABound(): boolean {
  return wasStopped
}

/**
 * Waits for `work`, but only while this process has not used more than `ms` of processor time for it (or five times that by
 * the clock) and stays below its memory bound.
 * @param stop  ends the work from outside; called once when a bound is hit
 * @throws AppError `resource_limit` with `limit` = `time` or `memory`
 */
export async function within<T>(work: Promise<T>, ms: number, step: string, stop: () => void): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const refuse = (limit: 'time' | 'memory') => {
    clearInterval(watch)
    wasStopped = true
    stop()
    reject(new AppError('resource_limit', { limit, step }, 'never'))
  }
  const meter = new Meter(processorTime(), performance.now())
  const allowance = new Allowance(ms)
  const watch = setInterval(() => {
    allowance.spend(meter.read(processorTime(), performance.now()))
    if (allowance.isUsedUp) return refuse('time')
    const resident = process.memoryUsage.rss()
    if (resident > limits.residentBytes && resident - before > ownShare) refuse('memory')
  }, watchEveryMs)
  try {
    return await Promise.race([work, promise])
  } finally {
    clearInterval(watch)
  }
}

/** Of all threads of this process, in milliseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
