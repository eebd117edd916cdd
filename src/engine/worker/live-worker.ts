import { setTimeout as wait } from 'node:timers/promises'
import { AppError, type ErrorData } from '../../shared/result'
import type { DocumentReading } from '../pipeline/facts'
import type { MailPart } from '../pipeline/mail/read-mail'
import { Allowance, Meter } from '../pipeline/read/allowance'
import type { ProcessUsage, ProcessWatch } from './process-usage'
import type {
  DrawRequest,
  PagePicture,
  ReadRequest,
  StartWorker,
  WorkerMessage,
  WorkerProcess,
  WorkerRequest,
} from './protocol'

export interface WorkerLimits {
  /**
   * Longest silence while reading. A worker tells every second that its loop turns; one silent for longer hangs. This and
   * the next two in processor time, as {@link Allowance} counts it.
   */
  readonly readMs: number
  /** Longest time without a page more, though the loop turns. */
  readonly pageMs: number
  /** Longest reading of one document, however many pages it has. */
  readonly totalMs: number
  /** Longest time from being started to being ready. */
  readonly startMs: number
  /** Resident memory at which a worker is killed. */
  readonly rssBytes: number
  /** Resident memory at which a worker that has just finished is replaced: left-over pieces add up. */
  readonly recycleRssBytes: number
  /** Documents after which a worker is replaced. */
  readonly recycleAfter: number
  /** Time without a document after which a worker is ended; the next document starts one. */
  readonly idleMs: number
}

export type ReadTask = Omit<ReadRequest, 'type' | 'id'>
export type DrawTask = Omit<DrawRequest, 'type' | 'id'>
export type OnProgress = (page: number, of: number) => void

// A killed process is gone at once; only its report may be lost, with the process that should have brought it.
const exitReportMs = 3_000

/** What is going on in a worker. */
interface Current {
  readonly id: number
  readonly onProgress: OnProgress
  readonly silence: Allowance
  readonly page: Allowance
  readonly total: Allowance
  readonly totalMs: number
  readonly meter: Meter
  readonly watch: NodeJS.Timeout
  done(reading: DocumentReading): void
  drawn(picture: PagePicture): void
  opened(parts: readonly MailPart[]): void
  reject(error: AppError): void
}

type Ending = Pick<Current, 'done' | 'drawn' | 'opened' | 'reject'>

/** One running worker process: reads one document at a time, under limits, until it is killed or dies. */
export class LiveWorker {
  #current: Current | undefined
  #isGone = false
  #isSpent = false
  #lastId = 0
  readonly #exited = Promise.withResolvers<undefined>()

  private constructor(
    private readonly process: WorkerProcess,
    private readonly limits: WorkerLimits,
    private readonly watch: ProcessWatch,
  ) {}

  /**
   * Starts a process and waits until it says it is ready.
   *
   * @param signal ends a process that is still starting
   * @throws AppError `worker_crashed` with `phase: "start"`: no document is to blame
   */
  static async start(
    start: StartWorker,
    limits: WorkerLimits,
    watch: ProcessWatch,
    signal: AbortSignal,
  ): Promise<LiveWorker> {
    const failed = (cause?: unknown) => new AppError('worker_crashed', { phase: 'start' }, 'later', { cause })
    const process = await startWithin(start, limits.startMs).catch((cause: unknown) => {
      throw failed(cause)
    })
    const worker = new LiveWorker(process, limits, watch)
    const ready = Promise.withResolvers<undefined>()
    const giveUp = () => ready.reject(failed())
    const impatience = setTimeout(giveUp, limits.startMs)
    signal.addEventListener('abort', giveUp)
    if (signal.aborted) giveUp()
    process.onMessage(message => {
      if (message.type === 'ready') ready.resolve(undefined)
      else if (message.type === 'alive') worker.#current?.silence.refresh()
      else worker.#hear(message)
    })
    process.onExit(() => {
      ready.reject(failed())
      worker.#end(new AppError('worker_crashed', {}, 'later'))
      worker.#exited.resolve(undefined)
    })
    try {
      await ready.promise
      return worker
    } catch (error) {
      process.kill()
      await worker.ended()
      throw error
    } finally {
      clearTimeout(impatience)
      signal.removeEventListener('abort', giveUp)
    }
  }

  /** True once the process is dead or being killed: it takes no more documents. */
  get isGone(): boolean {
    return this.#isGone
  }

  /** True once something of a document had to be stopped in the process and may still go on in it. */
  get isSpent(): boolean {
    return this.#isSpent
  }

  /** True until the first document. */
  get isFresh(): boolean {
    return this.#lastId === 0
  }

  /** Resolves when the process has ended, or when nobody has reported so for a while. */
  ended(): Promise<unknown> {
    return Promise.race([this.#exited.promise, wait(exitReportMs, undefined, { ref: false })])
  }

  /**
   * Reads one document; never call it before the last one is settled.
   *
   * @throws AppError `worker_timeout`, `worker_memory`, `worker_crashed`, or what the reader said about the document
   */
  read(task: ReadTask, onProgress: OnProgress, limitMs: number): Promise<DocumentReading> {
    const { promise, resolve, reject } = Promise.withResolvers<DocumentReading>()
    this.#order(id => ({ ...task, type: 'read', id }), onProgress, { ...noAnswer(reject), done: resolve }, limitMs)
    return promise
  }

  /**
   * Draws one page; like {@link read}.
   *
   * @throws AppError as {@link read}
   */
  draw(task: DrawTask): Promise<PagePicture> {
    const { promise, resolve, reject } = Promise.withResolvers<PagePicture>()
    this.#order(
      id => ({ ...task, type: 'draw', id }),
      () => undefined,
      { ...noAnswer(reject), drawn: resolve },
    )
    return promise
  }

  /**
   * Takes the files out of an e-mail; like {@link read}.
   *
   * @throws AppError as {@link read}
   */
  openMail(bytes: Uint8Array): Promise<readonly MailPart[]> {
    const { promise, resolve, reject } = Promise.withResolvers<readonly MailPart[]>()
    this.#order(
      id => ({ type: 'mail', id, bytes }),
      () => undefined,
      { ...noAnswer(reject), opened: resolve },
    )
    return promise
  }

  #order(request: (id: number) => WorkerRequest, onProgress: OnProgress, ending: Ending, limitMs = Infinity): void {
    const id = ++this.#lastId
    const { readMs, pageMs } = this.limits
    const totalMs = Math.min(this.limits.totalMs, limitMs)
    this.#current = {
      id,
      onProgress,
      silence: new Allowance(readMs),
      page: new Allowance(pageMs),
      total: new Allowance(totalMs),
      totalMs,
      meter: new Meter(undefined, performance.now()),
      watch: setInterval(() => void this.#look(id), this.watch.everyMs),
      ...ending,
    }
    try {
      this.process.post(request(id))
    } catch (cause) {
      this.kill(new AppError('worker_crashed', {}, 'later', { cause }))
    }
  }

  /** True when the process should be replaced before the next document. */
  async isWorn(): Promise<boolean> {
    if (this.#isGone || this.#isSpent || this.#lastId >= this.limits.recycleAfter) return true
    return ((await this.#usage())?.rssBytes ?? 0) >= this.limits.recycleRssBytes
  }

  /** Kills the process; a reading going on is rejected with `error`. */
  kill(error: AppError): void {
    this.#end(error)
    this.process.kill()
  }

  #end(error: AppError): void {
    this.#isGone = true
    this.#takeCurrent()?.reject(error)
  }

  #takeCurrent(): Current | undefined {
    const current = this.#current
    this.#current = undefined
    if (!current) return undefined
    clearInterval(current.watch)
    return current
  }

  #hear(message: Exclude<WorkerMessage, { type: 'ready' | 'alive' }>): void {
    if (this.#current?.id !== message.id) return
    if (message.type === 'progress') {
      this.#current.silence.refresh()
      this.#current.page.refresh()
      this.#current.onProgress(message.page, message.of)
      return
    }
    this.#isSpent = message.isSpent ?? false
    if (message.type === 'done') this.#takeCurrent()?.done(message.reading)
    else if (message.type === 'drawn') this.#takeCurrent()?.drawn(message.picture)
    else if (message.type === 'mail_opened') this.#takeCurrent()?.opened(message.parts)
    else this.#takeCurrent()?.reject(fromData(message.error))
  }

  async #look(id: number): Promise<void> {
    const usage = await this.#usage()
    const current = this.#current
    if (current?.id !== id) return
    const spent = current.meter.read(usage?.cpuMs, performance.now())
    const { readMs, pageMs, rssBytes } = this.limits
    for (const [allowance, ms] of [
      [current.silence, readMs],
      [current.page, pageMs],
      [current.total, current.totalMs],
    ] as const) {
      allowance.spend(spent)
      if (allowance.isUsedUp) return this.kill(timeout(ms))
    }
    if (usage && usage.rssBytes >= rssBytes) {
      this.kill(new AppError('worker_memory', { megabytes: Math.round(rssBytes / 2 ** 20) }, 'later'))
    }
  }

  async #usage(): Promise<ProcessUsage | undefined> {
    return this.process.pid === undefined ? undefined : await this.watch.usageOf(this.process.pid)
  }
}

/** Starting goes through another process, which may never answer; one that comes too late is ended at once. */
async function startWithin(start: StartWorker, ms: number): Promise<WorkerProcess> {
  const starting = Promise.resolve(start())
  const started = await Promise.race([starting, wait(ms, undefined, { ref: false })])
  if (started) return started
  // Should it fail instead, it has failed already.
  starting.then(
    late => late.kill(),
    () => undefined,
  )
  throw new Error('no worker process within the time limit')
}

/** An answer to another kind of request is none. */
function noAnswer(reject: (error: AppError) => void): Ending {
  const strange = () => reject(new AppError('worker_crashed', {}, 'later'))
  return { done: strange, drawn: strange, opened: strange, reject }
}

function timeout(ms: number): AppError {
  return new AppError('worker_timeout', { seconds: Math.round(ms / 1000) }, 'later')
}

function fromData({ code, params, retry }: ErrorData): AppError {
  return new AppError(code, params, retry)
}
