import type { Answer, Call, PurchasesLock } from './books'
import { formatted } from './calendar'
import type { JsonObject } from './json'

export function lockPurchases({ books, body }: Call): Answer {
  books.lock.enabled = true
  books.lock.to = String(body['lockToDate'])
  books.lock.reason = String(body['reason'])
  return locked(books.lock, 'All transactions locking has been submit successfully.')
}

export function unlockPurchases({ books, body }: Call): Answer {
  books.lock.enabled = false
  books.lock.unlockReason = String(body['reason'])
  return locked(books.lock, 'Transactions locking has been canceled successfully.')
}

export function listLocks({ books }: Call): Answer {
  const free = { enabled: null, to: null, reason: '', unlockReason: '' }
  const module = (key: string, name: string, description: string, lock: PurchasesLock): JsonObject => ({
    module: key,
    description,
    ...lockColumns(lock),
    formatted_module: name,
    formatted_lock_to_date: lock.to === null ? '' : formatted(lock.to),
    formatted_unlock_from_date: '',
    formatted_unlock_to_date: '',
  })
  const sales = 'Sale invoices, Receipts, credit notes, customers payment receive and customers opening balances.'
  const purchases = 'Purchase invoices, vendors payments, vendor credit notes and vendors opening balances.'
  return {
    status: 200,
    body: {
      all: module('all', 'All transactions', '', free),
      modules: [
        module('sales', 'Sales', sales, free),
        module('purchases', 'Purchases', purchases, books.lock),
        module('financial', 'Financial', 'Manual journal, expenses and inventory adjustments.', free),
      ],
      locking_type: 'partial',
    },
  }
}

function locked(lock: PurchasesLock, message: string): Answer {
  return { status: 200, body: { message, data: lockColumns(lock) } }
}

function lockColumns(lock: PurchasesLock): JsonObject {
  return {
    is_enabled: lock.enabled,
    lock_to_date: lock.to,
    unlock_from_date: null,
    unlock_to_date: null,
    is_partial_unlock: false,
    lock_reason: lock.reason,
    unlock_reason: lock.unlockReason,
    partial_unlock_reason: '',
  }
}
