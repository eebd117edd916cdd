import { AppError, toErrorData } from '../../shared/result'
import type { DocumentReading } from '../pipeline/facts'
import type { MailPart } from '../pipeline/mail/read-mail'
import { LiveWorker, type DrawTask, type OnProgress, type ReadTask, type WorkerLimits } from './live-worker'
import { processWatch, type ProcessWatch } from './process-usage'
import type { PagePicture, StartWorker } from './protocol'

export type { DrawTask, ReadTask, WorkerLimits } from './live-worker'

export interface ReadTerms {
  readonly onProgress?: OnProgress
  /** Longest reading of this document, in processor time; what all share when left out, and never more than that. */
  readonly limitMs?: number
}

/** Document workers, at most `size` of them, started when first needed and used again. */
export interface Pool {
  readonly size: number
  /**
   * Reads one document in a process of its own kind. A worker that dies takes only its own reading along.
   *
   * @throws AppError `worker_timeout`, `worker_memory`, `worker_crashed` (with `phase: "start"` when no worker could be
   *   started at all: no document is to blame), `engine_gone` after `close()`, or what the reader said of the document
   */
  read(task: ReadTask, terms?: ReadTerms): Promise<DocumentReading>
  /**
   * Draws one page as a picture, in a process like those that read.
   *
   * @throws AppError as {@link read}
   */
  draw(task: DrawTask): Promise<PagePicture>
  /**
   * Takes the files out of an e-mail, in a process like those that read.
   *
   * @throws AppError as {@link read}
   */
  openMail(bytes: Uint8Array): Promise<readonly MailPart[]>
  /** Kills every worker and rejects what was going on; resolves when the processes are gone. */
  close(): Promise<void>
}

export interface PoolParts {
  readonly start: StartWorker
  readonly size: number
  /** What differs from {@link defaultLimits}. */
  readonly limits?: Partial<WorkerLimits>
  /** How to look at a worker, where the system's own way does not fit. */
  readonly watch?: ProcessWatch
}

const defaultLimits: WorkerLimits = {
  // Two such silences, the second being the retry, stay below the 30 s a document may take to get its verdict.
  readMs: 14_000,
  // Above what the reader itself allows one page; it is only for a wait that never ends.
  pageMs: 90_000,
  totalMs: 15 * 60_000,
  startMs: 30_000,
  rssBytes: 1024 * 2 ** 20,
  // A page needs up to a hundred more while it is read: together they stay under the 450 MiB a reader may have.
  recycleRssBytes: 350 * 2 ** 20,
  recycleAfter: 200,
  idleMs: 3 * 60_000,
}

/** Something for a worker to do; settles whoever ordered it. */
interface Order {
  /** @returns tells the outcome, once the worker's place is free again */
  serve(worker: LiveWorker): Promise<() => void>
  reject(error: unknown): void
}

interface Seat {
  worker: LiveWorker | undefined
  isBusy: boolean
  /** Settles when the order in hand is answered. */
  serving: Promise<void>
  /** Sends an idle worker home. */
  closing: NodeJS.Timeout | undefined
}

export function createPool({ start, size, limits, watch = processWatch() }: PoolParts): Pool {
  const bounds: WorkerLimits = { ...defaultLimits, ...limits }
  const seats: Seat[] = Array.from({ length: Math.max(1, size) }, () => ({
    worker: undefined,
    isBusy: false,
    serving: Promise.resolve(),
    closing: undefined,
  }))
  const waiting: Order[] = []
  const closing = new AbortController()
  const isClosed = () => closing.signal.aborted

  const closed = () => new AppError('engine_gone', {}, 'later')

  function seatNext(): void {
    // A place whose process is warm first.
    const free = seats.filter(seat => !seat.isBusy).sort((a, b) => Number(!a.worker) - Number(!b.worker))
    for (const seat of free) {
      const order = waiting.shift()
      if (!order) return
      seat.isBusy = true
      seat.serving = serve(seat, order)
    }
  }

  async function serve(seat: Seat, order: Order): Promise<void> {
    clearTimeout(seat.closing)
    const answer = await serveAt(seat, order).catch((error: unknown) => () => order.reject(error))
    if (await seat.worker?.isWorn()) sendHome(seat)
    seat.isBusy = false
    // An app that waits for its next invoice should not hold the memory of the last.
    seat.closing = setTimeout(() => sendHome(seat), bounds.idleMs)
    seat.closing.unref()
    if (!isClosed()) seatNext()
    // Last: who is answered may ask again at once, and should find this place free and warm.
    answer()
  }

  async function serveAt(seat: Seat, order: Order): Promise<() => void> {
    const worker = await workerAt(seat)
    const wasFresh = worker.isFresh
    const serving = order.serve(worker)
    await serving.catch(() => undefined)
    // It hit a bound, but what an earlier document left behind may have done so: the verdict must not hang on the neighbours.
    if (wasFresh || !worker.isSpent || isClosed()) return await serving
    sendHome(seat)
    return await order.serve(await workerAt(seat))
  }

  function sendHome(seat: Seat): void {
    seat.worker?.kill(closed())
    seat.worker = undefined
  }

  async function workerAt(seat: Seat): Promise<LiveWorker> {
    if (seat.worker && !seat.worker.isGone) return seat.worker
    try {
      seat.worker = await LiveWorker.start(start, bounds, watch, closing.signal)
      return seat.worker
    } catch (error) {
      throw isClosed() ? closed() : error
    }
  }

  function order<T>(work: (worker: LiveWorker) => Promise<T>): Promise<T> {
    if (isClosed()) return Promise.reject(closed())
    return new Promise((resolve, reject) => {
      const serve = (worker: LiveWorker) => work(worker).then(result => () => resolve(result))
      waiting.push({ serve, reject })
      seatNext()
    })
  }

  return {
    size: seats.length,

    read: (task, { onProgress = () => undefined, limitMs = Infinity } = {}) =>
      order(worker => worker.read(task, onProgress, limitMs)),
    draw: task => order(worker => worker.draw(task)),
    openMail: bytes => order(worker => worker.openMail(bytes)),

    async close() {
      closing.abort()
      for (const order of waiting.splice(0)) order.reject(closed())
      for (const seat of seats) clearTimeout(seat.closing)
      const live = seats.flatMap(seat => seat.worker ?? [])
      for (const worker of live) worker.kill(closed())
      await Promise.all([...live.map(worker => worker.ended()), ...seats.map(seat => seat.serving)])
    },
  }
}

/** True when it was a worker that failed and not the document that is to blame. */
export function isWorkerDeath(error: unknown): boolean {
  return ['worker_crashed', 'worker_timeout', 'worker_memory'].includes(toErrorData(error).code)
}
