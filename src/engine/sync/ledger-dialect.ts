import type { Dialect, Method, Refusal } from '../http/server'
import { failureOf } from '../http/failures'
import type { ServerFailure } from '../http/server-failure'
import { BusinessRefusal, PlainRefusal, ValidationRefusal } from './answers'

/** How BigCapital says no (contracts/bigcapital.md §3): four shapes of JSON, and statuses that mislead. */
export const ledgerDialect: Dialect = {
  codes: {
    authentication: 'ledger_unauthorized',
    not_found: 'ledger_refused',
    validation: 'ledger_refused',
    conflict: 'ledger_refused',
    rate_limit: 'ledger_throttled',
    server: 'ledger_server_error',
    network: 'ledger_unreachable',
    contract_broken: 'ledger_contract_broken',
  },
  refusalOf(status, json) {
    const business = BusinessRefusal.safeParse(json)
    const [rule] = business.data?.errors ?? []
    if (rule) return businessRefusal(status, rule.type, rule.payload)
    const validation = ValidationRefusal.safeParse(json)
    if (validation.success) {
      return { kind: 'validation', type: `invalid ${validation.data.message.map(each => each.property).join(', ')}` }
    }
    const plain = PlainRefusal.safeParse(json)
    // "Cannot POST /api/bills": there is no such route, so this is another server or another address.
    if (!plain.success || plain.data.message.startsWith('Cannot ')) return undefined
    return status === 404 ? { kind: 'not_found', type: 'not_found' } : { kind: 'validation', type: `status_${status}` }
  },
}

/** A list that contradicts itself: nothing it says or leaves out is believed. */
export function ledgerContractBroken(method: Method): ServerFailure {
  return failureOf({ dialect: ledgerDialect }, { method }, 'contract_broken', {}, { inDoubt: false })
}

function businessRefusal(status: number, type: string, payload: Record<string, unknown> = {}): Refusal {
  if (type === 'TRANSACTIONS_DATE_LOCKED') {
    const lockedTo = payload['lockedToDate']
    const params = typeof lockedTo === 'string' ? { lockedTo } : {}
    return { kind: 'validation', type, code: 'ledger_period_locked', params }
  }
  if (type.endsWith('_NOT_FOUND')) return { kind: 'not_found', type }
  const isTaken = status === 409 || type.endsWith('_EXISTS') || /_not_unq?i?q?ue$/i.test(type)
  return { kind: isTaken ? 'conflict' : 'validation', type }
}
