import { AppError, type ErrorCode } from '../../shared/result'
import type { EngineLog } from '../host'
import { fromSqlite } from '../store/sqlite-errors'
import type { Announce } from './announcer'

const retryEveryMs = 3_000

/**
 * Stops the queue while the store cannot be written (disk full, read-only, locked, damaged): no document is to blame, none
 * loses an attempt, and work goes on by itself once there is room again.
 */
export class StoreTrouble {
  #code: ErrorCode | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(
    private readonly parts: { log: EngineLog; announce: Announce },
    private readonly tryAgain: () => void,
  ) {}

  /** True between a failed write and the next attempt. */
  get isWaiting(): boolean {
    return this.#timer !== undefined
  }

  /**
   * Runs a piece of work that writes.
   *
   * @returns false when the store would not take it; anything else that goes wrong is thrown on
   */
  survives(work: () => void): boolean {
    try {
      work()
    } catch (thrown) {
      this.met(thrown)
      return false
    }
    this.#end()
    return true
  }

  /**
   * Waits for the store when that is what went wrong.
   *
   * @throws `thrown`, when it is anything else
   */
  met(thrown: unknown): void {
    const code = codeOfTrouble(thrown)
    if (code === undefined) throw thrown
    this.#begin(code)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  #begin(code: ErrorCode): void {
    if (this.#code !== code) {
      this.#code = code
      this.parts.log.error({ code }, 'the store cannot be written; the queue waits')
      this.parts.announce('engine.state', { state: 'running', error: code })
    }
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.tryAgain()
    }, retryEveryMs)
  }

  #end(): void {
    if (this.#code === undefined) return
    this.#code = undefined
    this.parts.log.info({}, 'the store can be written again; the queue goes on')
    this.parts.announce('engine.state', { state: 'running', error: null })
  }
}

/** True when the machine would not take a write or give what was read; no document is to blame. */
export function isStoreTrouble(thrown: unknown): boolean {
  return codeOfTrouble(thrown) !== undefined
}

function codeOfTrouble(thrown: unknown): ErrorCode | undefined {
  const error = fromSqlite(thrown)
  return error instanceof AppError && error.data.code.startsWith('store_') ? error.data.code : undefined
}
