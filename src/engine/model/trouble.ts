import type { EpochMs } from '../../shared/ids'
import { toErrorData, type ErrorData } from '../../shared/result'
import { backOff } from '../http/back-off'
import { ModelFailure } from './failures'
import { startOfNextMonth } from './session'

interface TroubleParts {
  now(): EpochMs
  /** Uniform in [0, 1): jitter only. */
  random(): number
  /** Model, budget and key: when one of them changes, what failed before may work. */
  circumstances(): string
}

/** What only a person can mend is tried again after so long all the same. */
const untilFixedMs = 60 * 60_000

/** Why the outside model is not asked for a while, and until when. */
export function createTrouble({ now, random, circumstances }: TroubleParts) {
  let failures = 0
  let until: EpochMs = 0
  let last: ErrorData | null = null
  let metUnder: string | null = null
  return {
    until: () => until,
    last: () => last,
    /** Whether what failed would fail again: nothing was changed since. */
    isStill: () => metUnder === circumstances(),
    /** @returns the error, and whether it is another than last time */
    met(thrown: unknown): { readonly error: ErrorData; readonly isNews: boolean } {
      const error = toErrorData(thrown)
      const isNews = last?.code !== error.code
      failures++
      last = error
      metUnder = circumstances()
      const asked = thrown instanceof ModelFailure ? thrown.facts.waitMs : undefined
      const usual = error.retry === 'user' ? untilFixedMs : backOff(failures, random)
      until = error.code === 'model_budget_reached' ? startOfNextMonth(now()) : now() + (asked ?? usual)
      return { error, isNews }
    },
    forget(): void {
      failures = 0
      until = 0
      last = null
      metUnder = null
    },
  }
}
