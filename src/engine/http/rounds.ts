import type { EpochMs } from '../../shared/ids'
import { wakeAfter } from './timers'

/** Whether a person wants a round now, and what of: what is due by now, or also what is not. */
export type Asked = 'no' | 'what_is_due' | 'everything'

export interface RoundsParts {
  now(): EpochMs
  /** One round of the work. Deals with its own failures. */
  work(asked: Asked, signal: AbortSignal): Promise<void>
  /** When the next round is due; undefined while none is wanted. */
  dueAt(): EpochMs | undefined
  /** Rings once after that many milliseconds, unless its undo is called first; tests ring it themselves. */
  readonly alarm: ((ms: number, ring: () => void) => () => void) | undefined
}

/** Work that comes round again and again, by the clock or because a person asks, and never twice at once. */
export function createRounds({ now, work, dueAt, alarm = wakeAfter }: RoundsParts) {
  let running: Promise<void> | undefined
  let undoAlarm = (): void => undefined
  let isStarted = false
  let stopping = new AbortController()
  let nextAt: EpochMs | null = null

  const schedule = () => {
    const due = isStarted && !stopping.signal.aborted ? dueAt() : undefined
    nextAt = due ?? null
    if (due !== undefined) runIn(due - now())
  }
  /** Does something in the place of a round, while none is under way. @throws what it throws */
  const during = (some: () => Promise<void>): Promise<void> => {
    const ending = some().finally(() => {
      running = undefined
      schedule()
    })
    // Who only waits for its end is not told how it ended.
    running = Promise.allSettled([ending]).then(() => undefined)
    return ending
  }
  const run = (asked: Asked): Promise<void> => running ?? during(() => work(asked, stopping.signal))
  const runIn = (ms: number): void => {
    undoAlarm()
    undoAlarm = alarm(Math.max(0, ms), () => void run('no'))
  }
  return {
    /** From here on by itself, beginning now. @returns true when it had been stopped before */
    start(): boolean {
      const wasStopped = stopping.signal.aborted
      if (wasStopped) stopping = new AbortController()
      isStarted = true
      runIn(0)
      return wasStopped
    },
    /** Lets go of what is under way. */
    async stop(): Promise<void> {
      isStarted = false
      undoAlarm()
      nextAt = null
      stopping.abort()
      await running
    },
    /** Resolves when nothing is under way. */
    idle: async (): Promise<void> => running,
    isStarted: () => isStarted,
    isRunning: () => running !== undefined,
    signal: () => stopping.signal,
    nextAt: () => nextAt,
    run,
    during,
    /** Moves the next round; does nothing while it does not go by itself. */
    runIn(ms: number): void {
      if (isStarted) runIn(ms)
    },
  }
}

export type Rounds = ReturnType<typeof createRounds>
