import type { EpochMs } from '../../shared/ids'
import { toErrorData, type ErrorData } from '../../shared/result'
import { backOff } from './back-off'
import type { Circuit } from './circuit'
import type { Dialect } from './server'
import { ServerFailure } from './server-failure'

export interface PatienceParts {
  now(): EpochMs
  /** Uniform in [0, 1). */
  random(): number
  /** How often the server is asked when all is well. */
  periodMs(): number
  readonly circuit: Circuit
  readonly dialect: Dialect
  /** Only a person can mend it: until then one try per period tells when somebody did. */
  needsPerson(error: ErrorData): boolean
  /** How long a change whose fate is unknown may still be going on over there; 0 where that harms nothing. */
  readonly settleMs: number
}

/** When a server may be called again after the way there failed, and what it failed of. */
export function createPatience(parts: PatienceParts) {
  const { now, random, periodMs, circuit, dialect, needsPerson, settleMs } = parts
  let failures = 0
  let error: ErrorData | null = null
  /** Nobody calls the server before this. */
  let until: EpochMs = 0
  let waitMs = 0
  /** Like it, and not even a person's "now" comes earlier: a change may still be going on over there. */
  let settledAt: EpochMs = 0

  /** A pause that seems longer than it was made means that the clock was set back; it is over. */
  const isWithin = (end: EpochMs, longest: number) => now() < end && end - now() <= longest
  const isHeldBack = () => isWithin(until, waitMs) || isWithin(settledAt, settleMs)
  return {
    isHeldBack,
    heldUntil: (): EpochMs | null => (isHeldBack() ? Math.max(until, settledAt) : null),
    /** End of the last pause, whether it is over or not. */
    until: () => until,
    error: () => error,
    succeeded(): void {
      failures = 0
      error = null
    },
    failed(thrown: unknown): ErrorData {
      failures++
      error = toErrorData(thrown)
      const facts = thrown instanceof ServerFailure ? thrown.facts : undefined
      const rest = circuit.refusal()?.waitMs ?? 0
      until = now() + Math.max(rest, facts?.waitMs ?? backOff(failures, random))
      if (facts?.inDoubt === true && facts.method !== 'GET') {
        settledAt = now() + settleMs
        until = Math.max(until, settledAt)
      }
      if (needsPerson(error)) until = now() + periodMs()
      waitMs = until - now()
      return error
    },
    /** A person asks. What the server itself asked for is waited for all the same. */
    tryNow(): void {
      if (error?.code !== dialect.codes.rate_limit) until = 0
      circuit.tryNow()
    },
    /** For another connection. */
    forget(): void {
      failures = 0
      error = null
      until = 0
      circuit.succeeded()
    },
  }
}
