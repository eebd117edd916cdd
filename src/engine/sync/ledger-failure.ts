import { AppError, type ErrorCode, type MessageParams } from '../../shared/result'

export interface FailureFacts {
  /** May the request have taken effect all the same? Then nothing is sent again before a look-up. */
  readonly inDoubt: boolean
  /** How long the ledger asked us to stay away, in milliseconds. */
  readonly waitMs?: number
  readonly method: 'GET' | 'POST' | 'PUT'
  /** Kind of refusal as the ledger names it, e.g. `BILL_NUMBER_EXISTS`. */
  readonly type?: string
}

/** A call to the ledger that did not succeed. Carries no header and no body, so no secret and no document text. */
export class LedgerFailure extends AppError {
  readonly facts: FailureFacts

  constructor(code: ErrorCode, params: MessageParams, facts: FailureFacts, cause?: unknown) {
    super(code, params, retryOf(code), cause === undefined ? undefined : { cause })
    this.name = 'LedgerFailure'
    this.facts = facts
  }
}

/** Failures of the way to the ledger, as opposed to its judgement of one bill: the whole outbox waits. */
export function isConnectionTrouble(failure: AppError): boolean {
  return connectionCodes.has(failure.data.code)
}

const connectionCodes: ReadonlySet<ErrorCode> = new Set([
  'ledger_not_connected',
  'ledger_unreachable',
  'ledger_unauthorized',
  'ledger_throttled',
  'ledger_server_error',
  'ledger_contract_broken',
  'key_store_unavailable',
])

function retryOf(code: ErrorCode): 'later' | 'user' {
  const later: readonly ErrorCode[] = ['ledger_unreachable', 'ledger_throttled', 'ledger_server_error']
  return later.includes(code) ? 'later' : 'user'
}
