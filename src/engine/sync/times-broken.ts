import type { ErrorData } from '../../shared/result'

/**
 * How often in a row the same create about the same bill ended in a server error, this one included. The ledger
 * answers 500 to input it cannot store, so the second time it is the bill's fault and not a bad moment's.
 */
export function countBroken(error: ErrorData, before: ErrorData | null): ErrorData {
  const call = error.params['call']
  // 502 to 504 are a gateway's: the ledger has said nothing about this bill.
  if (
    error.code !== 'ledger_server_error' ||
    error.params['status'] !== 500 ||
    typeof call !== 'string' ||
    !call.startsWith('POST')
  )
    return error
  return { ...error, params: { ...error.params, times: timesBroken(before, call) + 1 } }
}

export function timesBroken(error: ErrorData | null, call: string): number {
  if (error?.code !== 'ledger_server_error' || error.params['call'] !== call) return 0
  return Number(error.params['times'] ?? 0)
}
