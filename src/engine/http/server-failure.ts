import { AppError, type ErrorCode, type ErrorData, type MessageParams } from '../../shared/result'
import type { Method } from './server'

/** What can become of a call, whoever the server is. */
export type FailureKind =
  'authentication' | 'not_found' | 'validation' | 'rate_limit' | 'conflict' | 'server' | 'network' | 'contract_broken'

/** later: may work in a while. user: someone must act first. never: the very same call would hear the same. */
const retryOf: Readonly<Record<FailureKind, ErrorData['retry']>> = {
  authentication: 'user',
  not_found: 'user',
  validation: 'user',
  rate_limit: 'later',
  conflict: 'never',
  server: 'later',
  network: 'later',
  contract_broken: 'user',
}

export interface FailureFacts {
  readonly kind: FailureKind
  /** May the request have taken effect all the same? Then nothing is sent again before a look-up. */
  readonly inDoubt: boolean
  /** How long the server asked us to stay away, or how long it is left alone, in milliseconds. */
  readonly waitMs?: number
  readonly method: Method
  /** Kind of refusal as the server names it, e.g. `BILL_NUMBER_EXISTS`. */
  readonly type?: string
}

/** A call that did not succeed. Carries no header and no body, so no secret and no document text. */
export class ServerFailure extends AppError {
  readonly facts: FailureFacts

  constructor(code: ErrorCode, params: MessageParams, facts: FailureFacts) {
    super(code, params, retryOf[facts.kind])
    this.name = 'ServerFailure'
    this.facts = facts
  }
}

/** Failures of the way to a server, as opposed to its judgement of one request: everything for it waits. */
export function isConnectionTrouble(thrown: unknown): thrown is ServerFailure {
  return thrown instanceof ServerFailure && ofTheWay.has(thrown.facts.kind)
}

const ofTheWay: ReadonlySet<FailureKind> = new Set([
  'authentication',
  'rate_limit',
  'server',
  'network',
  'contract_broken',
])
