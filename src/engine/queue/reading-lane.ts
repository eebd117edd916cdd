import type { DocumentId, EpochMs, JobId, Sha256 } from '../../shared/ids'
import type { PageOfFile } from '../../shared/pages'
import { toErrorData } from '../../shared/result'
import type { DocumentReading } from '../pipeline/facts'
import type { PagesOfFiles } from '../worker/protocol'
import { onRoadOf } from '../on-road'
import { documentById, moveDocument } from '../store/documents'
import { backOffMs, enqueueNextStep, finishJob, releaseJob, type Job, longestDelayMs } from '../store/jobs'
import { noteAttempt, startOf } from '../store/step-runs'
import { write, type Tx } from '../store/write'
import { planOf, stepAfter, stepIn } from '../templates/plan'
import { endFailedAttempt } from './end-of-attempt'
import type { EngineLane } from './engine-lane'
import { keepLease, type Held } from './lease'
import { documentLeft, timed, type Road } from './road'
import type { ReadingBlobs } from './steps'
import { isStoreTrouble } from './store-trouble'
import { takeNext } from './take-next'

/** A job whose document is in a worker, or whose result the store would not take yet. */
interface InFlight extends Held {
  /** Lets the lease run out from here on. */
  stopRenewing(): void
  /** Ends the attempt: stores the result or counts the failure. Kept until the store takes it. */
  settle?: () => void
}

/** Consecutive failures to start any worker after which it is said aloud. */
const startFailuresToTell = 5
const untilRoomMs = 3_000

/** Reading: as many documents at once as there are workers; the engine only hands bytes over and stores facts. */
export class ReadingLane {
  readonly #inFlight = new Map<JobId, InFlight>()
  /** By file: all parts cut from one open with the same. In memory only, while the books are open. */
  readonly #passwords = new Map<Sha256, string>()
  #startFailures = 0
  #restUntil = 0

  constructor(
    private readonly road: Road,
    private readonly engine: EngineLane,
  ) {}

  get isIdle(): boolean {
    return this.#inFlight.size === 0
  }

  /** Set while no worker can be started; the reason is the machine's and no document's. */
  get cannotStart(): boolean {
    return this.#startFailures >= startFailuresToTell
  }

  /** When reading may go on after a rest, for the queue's alarm clock; 0 when it may at once. */
  get restUntil(): number {
    return this.#restUntil
  }

  /** Remembered for this file and all parts of it, never stored; forgotten when it does not open the file. */
  rememberPassword(documentId: DocumentId, password: string): void {
    this.#passwords.set(documentById(this.road.store.db, documentId).sha256, password)
  }

  wake(): void {
    const { road } = this
    road.trouble.survives(() => {
      for (const flight of [...this.#inFlight.values()]) flight.settle?.()
      while (this.#hasRoom(0)) {
        const job = write(road.store, tx => this.#take(tx))
        if (!job) return
        this.#begin(job)
      }
    })
  }

  /** Gives everything back untried: the app is being closed. What the store will not take the next engine takes over. */
  release(): void {
    const { road } = this
    const flights = [...this.#inFlight.values()]
    // First of all: a renewal or a reading that comes in later finds nothing here, whatever the store says now.
    this.#inFlight.clear()
    for (const flight of flights) flight.stopRenewing()
    if (flights.length === 0) return
    write(road.store, tx => {
      for (const { job } of flights) {
        if (releaseJob(tx, job, job.runAfter)) moveDocument(tx, job.documentId, { state: 'queued' })
      }
    })
  }

  #take(tx: Tx): Job | undefined {
    const except = [...this.#inFlight.keys()]
    return takeNext(tx, this.road.templates, { lane: 'worker', now: this.road.now(), except })
  }

  /** One commit ends a job and claims the next. */
  #takeIntoFreedPlace(tx: Tx): Job | undefined {
    return this.#hasRoom(1) ? this.#take(tx) : undefined
  }

  #begin(job: Job): void {
    const held: Held = { job }
    this.#inFlight.set(job.id, Object.assign(held, { stopRenewing: keepLease(this.road, held) }))
    this.road.announcer.documentChanged(job.documentId)
    void onRoadOf(job.documentId, () => this.#read(job)).then(
      ({ reading, blobs }) => this.#land(job.id, flight => this.#store(flight, reading, blobs)),
      (thrown: unknown) => this.#land(job.id, flight => this.#fail(flight, thrown)),
    )
  }

  async #read(job: Job): Promise<{ reading: DocumentReading; blobs: ReadingBlobs }> {
    const { store, blobs, pool, steps, templates } = this.road
    const { sha256, kind, mediaType, part, pagesFrom } = documentById(store.db, job.documentId)
    const { limitSeconds } = stepIn(planOf(store.db, templates, job), job.step)
    const password = this.#passwords.get(sha256)
    const options = {
      ...steps.readOptions(store.db),
      forceOcr: job.options.forceOcr ?? false,
      ...(password === undefined ? {} : { password }),
      ...(part === null ? {} : { part }),
    }
    const pagesOf = pagesFrom ? await this.#pagesOf(pagesFrom) : undefined
    const bytes = pagesOf ? new Uint8Array() : await blobs.load(sha256)
    const task = { bytes, kind, mediaType, options, ...(pagesOf ? { pagesOf } : {}) }
    const reading = await pool.read(task, { limitMs: limitSeconds * 1000 })
    return { reading, blobs: await this.#keepBlobs(reading) }
  }

  /** The files behind a document put together from pages, each of them once. */
  async #pagesOf(pagesFrom: readonly PageOfFile[]): Promise<PagesOfFiles> {
    const { store, blobs } = this.road
    const ids = [...new Set(pagesFrom.map(page => page.documentId))]
    const files: PagesOfFiles['files'][number][] = []
    for (const id of ids) {
      const kind = pagesFrom.find(page => page.documentId === id)?.kind ?? 'pdf'
      files.push({ bytes: await blobs.load(documentById(store.db, id).sha256), kind })
    }
    return { files, pages: pagesFrom.map(({ documentId, page }) => ({ file: ids.indexOf(documentId), page })) }
  }

  /** Bytes before rows: a row never names a blob that is not safe. */
  async #keepBlobs({ previews, xml }: DocumentReading): Promise<ReadingBlobs> {
    const { blobs } = this.road
    const kept: ReadingBlobs['previews'][number][] = []
    for (const { page, mediaType, bytes } of previews) kept.push({ page, mediaType, sha256: await blobs.keep(bytes) })
    return { previews: kept, xmlSha256: xml === null ? null : await blobs.keep(xml) }
  }

  /** Ends an attempt now, or as soon as the store can be written. */
  #land(jobId: JobId, settle: (flight: InFlight) => Job | undefined): void {
    const flight = this.#inFlight.get(jobId)
    // Released meanwhile: the app is being closed.
    if (!flight) return
    flight.settle = () => {
      const next = settle(flight)
      flight.stopRenewing()
      this.#inFlight.delete(jobId)
      if (next) this.#begin(next)
    }
    this.wake()
    this.road.wake()
  }

  /** @returns the job claimed in the same transaction */
  #store({ job }: InFlight, reading: DocumentReading, blobs: ReadingBlobs): Job | undefined {
    const { road, engine } = this
    const { documentId } = job
    try {
      const { step, next } = timed(road, { documentId, step: 'read' }, () =>
        write(road.store, tx => {
          if (finishJob(tx, job, road.now())) this.#record(tx, job, reading, blobs)
          return { step: engine.claimIn(tx), next: this.#takeIntoFreedPlace(tx) }
        }),
      )
      const now = road.now()
      road.log.info({ documentId, attempt: job.attempts, ms: now - startOf(job, now) }, 'document read')
      this.#startFailures = 0
      if (step) engine.begin(step)
      road.announcer.documentChanged(documentId)
      return next
    } catch (thrown) {
      // The store's fault: the reading is kept and stored later. Ours: the attempt failed.
      if (isStoreTrouble(thrown)) throw thrown
      return this.#endFailed(job, thrown)
    }
  }

  #record(tx: Tx, job: Job, reading: DocumentReading, blobs: ReadingBlobs): void {
    const { documentId } = job
    const now = this.road.now()
    this.road.steps.recordReading(tx, documentId, reading, blobs, now)
    noteAttempt(tx, job, { result: 'done', reason: null, startedAt: startOf(job, now), endedAt: now })
    // Several invoices in one file became documents of their own; the file itself has arrived.
    if (documentById(tx, documentId).state === 'unpacked') return this.road.progress.documentLeft(now)
    const next = stepAfter(planOf(tx, this.road.templates, job), job.step)
    if (!next) throw new Error('a template that ends with reading')
    enqueueNextStep(tx, job, next.key, now)
    moveDocument(tx, documentId, { state: 'processing', step: next.key })
  }

  #fail({ job }: InFlight, thrown: unknown): Job | undefined {
    const { code, params } = toErrorData(thrown)
    if (code === 'worker_crashed' && params['phase'] === 'start') return this.#rest(job)
    this.#startFailures = 0
    // The blob store had no room, or the pool is being closed: no document's fault.
    if (isStoreTrouble(thrown) || code === 'engine_gone') {
      this.road.log.warn({ documentId: job.documentId, code }, 'a reading could not be kept; it is done again')
      return this.#giveBack(job, this.road.now() + untilRoomMs)
    }
    return this.#endFailed(job, thrown)
  }

  /** No worker can be started: nothing is read for a while, longer each time. */
  #rest(job: Job): undefined {
    const { road } = this
    this.#startFailures += 1
    this.#restUntil = road.now() + 500 + backOffMs(this.#startFailures, road.random())
    road.log.error({ failures: this.#startFailures }, 'no document worker can be started')
    return this.#giveBack(job, job.runAfter)
  }

  #giveBack(job: Job, runAfter: EpochMs): undefined {
    write(this.road.store, tx => {
      if (releaseJob(tx, job, runAfter)) moveDocument(tx, job.documentId, { state: 'queued' })
    })
    this.road.announcer.documentChanged(job.documentId)
  }

  #endFailed(job: Job, thrown: unknown): Job | undefined {
    const { road } = this
    const error = toErrorData(thrown)
    const { documentId, attempts } = job
    road.log.warn({ documentId, attempt: attempts, code: error.code, err: thrown }, 'a document could not be read')
    const { outcome, next } = write(road.store, tx => {
      const outcome = endFailedAttempt(tx, road, job, { error, now: road.now(), random: road.random() })
      return { outcome, next: this.#takeIntoFreedPlace(tx) }
    })
    if (outcome === 'stays') road.announcer.documentChanged(documentId)
    else {
      this.#passwords.delete(documentById(road.store.db, documentId).sha256)
      documentLeft(road, documentId)
    }
    return next
  }

  /** @param leaving places that are about to become free */
  #hasRoom(leaving: 0 | 1): boolean {
    const { road } = this
    const restMs = this.#restUntil - road.now()
    // A rest longer than any begins: the clock was set back.
    const isRested = restMs <= 0 || restMs > 2 * longestDelayMs
    return road.mayClaim() && isRested && this.#inFlight.size - leaving < road.pool.size
  }
}
