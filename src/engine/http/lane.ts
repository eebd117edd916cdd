import type { EpochMs } from '../../shared/ids'
import type { ErrorData } from '../../shared/result'
import type { EngineLog } from '../host'
import { sittingActor } from '../people/sitting'
import { appendJournal } from '../store/journal'
import type { Store } from '../store/open'
import { write, type Tx } from '../store/write'
import { createCircuit } from './circuit'
import { createPatience } from './patience'
import { createRounds, type Asked, type RoundsParts } from './rounds'
import type { Dialect } from './server'

/** What tells the lane of one server from another's. */
export interface LaneParts {
  readonly store: Store
  readonly log: EngineLog
  readonly alarm: RoundsParts['alarm']
  now(): EpochMs
  /** Uniform in [0, 1): jitter only. */
  random(): number
  /** Begins the kinds of its journal rows: `ledger.paused`. */
  readonly noun: string
  /** What the log says when the way there fails. */
  readonly failedMessage: string
  readonly dialect: Dialect
  /** Only a person can mend it: until then one try per period tells when somebody did. */
  needsPerson(error: ErrorData): boolean
  /** How long a change whose fate is unknown may still be going on over there; 0 where that harms nothing. */
  readonly settleMs: number
  /** How often the server is asked when all is well. */
  periodMs(): number
  isConnected(): boolean
  isPaused(): boolean
  keepPaused(tx: Tx, isPaused: boolean): void
  /** When the next thing put off becomes due; undefined when nothing was. */
  nextDue(): EpochMs | undefined
  /** One round of the work. @returns false when no server is connected */
  round(asked: Asked, signal: AbortSignal): Promise<boolean>
  /** A round came to its end. */
  keepDone(tx: Tx): void
  /** What was heard of the server may hold no longer. */
  doubt(): void
  /** Tells the screens. */
  changed(): void
}

/** The coming and going between us and one server: round by round, one at a time, with patience when the way there fails. */
export function createLane(parts: LaneParts) {
  const { store, log, alarm, now } = parts
  const circuit = createCircuit(now)
  const patience = createPatience({
    now,
    random: () => parts.random(),
    periodMs: () => parts.periodMs(),
    circuit,
    dialect: parts.dialect,
    needsPerson: error => parts.needsPerson(error),
    settleMs: parts.settleMs,
  })
  const rounds = createRounds({ now, work, dueAt, alarm })

  async function work(asked: Asked, signal: AbortSignal): Promise<void> {
    if ((asked === 'no' && parts.isPaused()) || patience.isHeldBack() || signal.aborted) return
    const errorBefore = patience.error()?.code
    try {
      if (!(await parts.round(asked, signal))) return
      patience.succeeded()
      write(store, tx => parts.keepDone(tx))
    } catch (thrown) {
      if (signal.aborted) return
      const error = patience.failed(thrown)
      parts.doubt()
      const detail = error.code === 'bug' && thrown instanceof Error ? { stack: thrown.stack ?? '' } : {}
      if (errorBefore !== error.code) log.warn({ code: error.code, ...error.params, ...detail }, parts.failedMessage)
    }
    parts.changed()
  }

  /** What comes first: something becoming due, the end of a pause, the period. */
  function dueAt(): EpochMs | undefined {
    if (!parts.isConnected() || parts.isPaused()) return undefined
    const pausedUntil = patience.until()
    // What is due already was just tried; without a pause it would be tried in a circle.
    const soonest = Math.max(parts.nextDue() ?? Infinity, now() + 1000, pausedUntil)
    return Math.min(soonest, Math.max(now() + parts.periodMs(), pausedUntil))
  }

  return {
    circuit,
    patience,
    rounds,
    /** A person's "now". */
    async runNow(what: Exclude<Asked, 'no'>): Promise<void> {
      await rounds.idle()
      patience.tryNow()
      await rounds.run(what)
    },
    /** Stops coming and going until a person says go on; kept over restarts. */
    async pause(isPaused: boolean): Promise<void> {
      await rounds.idle()
      write(store, tx => {
        parts.keepPaused(tx, isPaused)
        const kind = `${parts.noun}.${isPaused ? 'paused' : 'resumed'}`
        appendJournal(tx, { at: now(), actor: sittingActor(tx), kind, documentId: null })
      })
      parts.changed()
      if (!isPaused) rounds.runIn(0)
    },
    /** Moves the next round to as soon as the server may be called again. */
    comeSoon(leastMs = 0): void {
      rounds.runIn(Math.max(leastMs, patience.until() - now()))
    },
  }
}
