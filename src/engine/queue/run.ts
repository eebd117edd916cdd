import { z } from 'zod'
import type { ProgressView } from '../../shared/document-counts'
import type { DocumentState, Step } from '../../shared/document'
import type { DocumentId, EpochMs } from '../../shared/ids'
import { AppError, toErrorData } from '../../shared/result'
import { recordChange } from '../decisions/record-change'
import { documentById } from '../store/documents'
import { sittingActor } from '../people/sitting'
import { appendJournal } from '../store/journal'
import { countUnfinishedJobs, enqueueJob, laneOf, nextRunAfter, longestDelayMs } from '../store/jobs'
import { readSetting, writeSetting } from '../store/settings'
import { write } from '../store/write'
import { stepsToRunFrom } from '../templates/document-runs'
import { Announcer } from './announcer'
import { EngineLane } from './engine-lane'
import type { QueueParts } from './parts'
import { Progress } from './progress'
import { ReadingLane } from './reading-lane'
import { pruneRecords, recoverRoad } from './recover'
import type { Road } from './road'
import { StoreTrouble } from './store-trouble'
import { isContainer } from '../intake/containers'
import { lockedBeside } from './locked-beside'

export type { QueueParts } from './parts'
export type { ReadingBlobs, Steps } from './steps'

/** Takes documents along their road: read, check, code, route. All of its state is in the store. */
export interface Queue {
  /** Takes over what a dead engine left behind and begins. */
  start(): void
  /** Call it after enqueueing: something may have become runnable. */
  wake(): void
  /** Stops (or goes on) claiming; a step that runs is finished. Remembered over restarts. */
  pause(paused: boolean): ProgressView
  progress(): ProgressView
  /**
   * Reads a document anew, e.g. with a password (kept in memory, for all parts of the file) or by forced OCR. With a
   * password, documents of the same file that wait for one are read with it too.
   *
   * @throws AppError `document_not_found`, `not_allowed_in_state`
   */
  readAgain(documentId: DocumentId, how: { password?: string | undefined; forceOcr?: boolean | undefined }): void
  /**
   * Has a document go through its template again from a step on, without reading it anew. What a person decided stays.
   *
   * @throws AppError `document_not_found`, `not_allowed_in_state`, `step_not_possible`
   */
  runAgain(documentId: DocumentId, step: Step): void
  /**
   * Resolves when no document is on the road (on an empty road, at once), or when the queue is paused and has nothing
   * in hand.
   *
   * @throws AppError `worker_crashed` (`phase: "start"`) when documents wait but no worker can be started, `engine_gone`
   *   when the queue is stopped first
   */
  whenEmpty(): Promise<void>
  /** Gives back what is being read, untried, and stops for good. Close the pool and the store after it. */
  stop(): void
}

const pausedKey = 'queue_paused'
const readableAgain: readonly DocumentState[] = ['queued', 'processing', 'needs_review', 'ready', 'set_aside']

const dayMs = 24 * 60 * 60_000
/** How often an idle queue looks whether the day's pruning is due. */
const pruningMs = 60 * 60_000

export function createQueue(parts: QueueParts): Queue {
  const { store, now, log } = parts
  let isRunning = false
  let isWaking = false
  let isPaused = readSetting(store.db, pausedKey, z.boolean()) ?? false
  let alarm: NodeJS.Timeout | undefined
  let prunedAt: EpochMs = now()
  const onEmpty: { resolve(): void; reject(error: AppError): void }[] = []

  const road: Road = {
    ...parts,
    announcer: new Announcer(parts.announce),
    progress: new Progress(),
    trouble: new StoreTrouble(parts, () => wake()),
    mayClaim: () => isRunning && !isPaused && !road.trouble.isWaiting,
    wake: () => wake(),
  }
  const engine = new EngineLane(road)
  const reading = new ReadingLane(road, engine)

  /** Not at once: who wakes us may still be inside a transaction, and many may call in a row. */
  function wake(): void {
    if (!isRunning || isWaking) return
    isWaking = true
    setImmediate(() => {
      isWaking = false
      if (isRunning) turn()
    })
  }

  /** An engine may run for weeks: records are pruned while it does, not only when it starts. */
  function pruneDaily(): void {
    if (Math.abs(now() - prunedAt) < dayMs) return
    prunedAt = now()
    try {
      write(store, tx => pruneRecords(tx, now()))
    } catch (thrown) {
      log.warn({ code: toErrorData(thrown).code }, 'old records not pruned')
    }
  }

  function turn(): void {
    // Before the lanes look: what becomes runnable while they do, and after they looked, is left to the alarm.
    const moment = now()
    pruneDaily()
    reading.wake()
    engine.wake()
    try {
      setAlarm(moment)
      noticeEmptyRoad()
    } catch (thrown) {
      road.trouble.met(thrown)
    }
  }

  /**
   * For jobs that wait for their next attempt.
   *
   * @param moment no later than when the lanes looked for runnable jobs
   */
  function setAlarm(moment: EpochMs): void {
    clearTimeout(alarm)
    const nextReading = nextRunAfter(store.db, 'worker') ?? Infinity
    const nextStep = nextRunAfter(store.db, 'engine') ?? Infinity
    // What is runnable already is taken as places become free.
    const delays = [Math.max(nextReading, reading.restUntil), nextStep].map(at => at - moment).filter(ms => ms > 0)
    const delayMs = Math.min(...delays)
    if (delayMs < Infinity) alarm = setTimeout(wake, Math.min(delayMs, longestDelayMs))
    // Nothing to do: only the day's pruning comes round.
    else alarm = setTimeout(wake, pruningMs).unref()
  }

  function noticeEmptyRoad(): void {
    if (reading.cannotStart) {
      const error = new AppError('worker_crashed', { phase: 'start' }, 'later')
      for (const waiter of onEmpty.splice(0)) waiter.reject(error)
      return
    }
    if (!reading.isIdle || !engine.isIdle) return
    const { waiting, running } = countUnfinishedJobs(store.db)
    const isEmpty = waiting + running === 0
    const finished = isEmpty ? road.progress.roadEmpty() : 0
    if (finished > 0) parts.announce('queue.finished', { documents: finished })
    // Paused, nothing moves: who waits for the end would wait for ever.
    if (!isEmpty && !isPaused) return
    for (const waiter of onEmpty.splice(0)) waiter.resolve()
  }

  return {
    start() {
      const recovered = write(store, tx => recoverRoad(tx, parts, now()))
      log.info({ ...recovered }, 'the queue begins')
      isRunning = true
      wake()
    },

    wake,

    pause(paused) {
      if (paused !== isPaused) {
        write(store, tx => {
          writeSetting(tx, pausedKey, paused)
          const kind = paused ? 'queue.paused' : 'queue.resumed'
          appendJournal(tx, { at: now(), actor: sittingActor(tx), kind, documentId: null })
        })
        isPaused = paused
        parts.announce('counts.changed', {})
        wake()
      }
      return road.progress.view(store.db, isPaused, now())
    },

    progress: () => road.progress.view(store.db, isPaused, now()),

    readAgain(documentId, { password, forceOcr = false }) {
      const others = password === undefined ? [] : lockedBeside(store.db, documentId)
      write(store, tx => {
        const { state, kind } = documentById(tx, documentId)
        if (!readableAgain.includes(state) || isContainer(kind)) {
          throw new AppError('not_allowed_in_state', { state }, 'never')
        }
        const at = now()
        const params = { forceOcr: Number(forceOcr), withPassword: Number(password !== undefined) }
        const who = { now: at, actor: sittingActor(tx) }
        for (const id of [documentId, ...others])
          recordChange(tx, id, { kind: 'document.read_again', params, isFact: true }, who, () =>
            enqueueJob(tx, {
              ...{ documentId: id, step: 'read', lane: 'worker', runAfter: at, now: at },
              options: { forceOcr },
            }),
          )
      })
      if (password !== undefined) reading.rememberPassword(documentId, password)
      for (const id of [documentId, ...others]) road.announcer.documentChanged(id)
      wake()
    },

    runAgain(documentId, step) {
      write(store, tx => {
        const { state } = documentById(tx, documentId)
        if (!readableAgain.includes(state)) throw new AppError('not_allowed_in_state', { state }, 'never')
        if (!stepsToRunFrom(tx, parts.templates, documentId).includes(step)) {
          throw new AppError('step_not_possible', { step })
        }
        const at = now()
        const who = { now: at, actor: sittingActor(tx) }
        recordChange(tx, documentId, { kind: 'document.run_again', params: { step }, isFact: true }, who, () =>
          enqueueJob(tx, { documentId, step, lane: laneOf[step], runAfter: at, now: at }),
        )
      })
      road.announcer.documentChanged(documentId)
      wake()
    },

    whenEmpty: () =>
      new Promise((resolve, reject) => {
        onEmpty.push({ resolve, reject })
        noticeEmptyRoad()
      }),

    stop() {
      isRunning = false
      clearTimeout(alarm)
      road.trouble.stop()
      for (const lane of [engine, reading]) {
        try {
          lane.release()
        } catch (error) {
          // The next engine takes over what could not be given back.
          log.warn({ code: toErrorData(error).code }, 'what was in hand could not be given back')
        }
      }
      road.announcer.flush()
      for (const waiter of onEmpty.splice(0)) waiter.reject(new AppError('engine_gone', {}, 'later'))
    },
  }
}
