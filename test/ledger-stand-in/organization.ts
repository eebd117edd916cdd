import type { Answer, Call } from './books'
import { formatted } from './calendar'
import type { Json, JsonObject } from './json'
import { businessRule, invalid, type Fault } from './refusal'
import { round } from './bill-totals'

export function currentOrganization({ books }: Call): Answer {
  const built = '2026-11-20T02:28:59.000Z'
  return {
    status: 200,
    body: {
      id: 6,
      subscriptions: [],
      metadata: {
        id: 4,
        name: 'Comercial de Prueba SA de CV',
        industry: 'Retail',
        location: 'MX',
        language: 'en',
        timezone: 'America/Mexico_City',
        address: null,
        tenant_id: 6,
        base_currency: books.baseCurrency,
        date_format: 'DD MMM yyyy',
        fiscal_year: 'january',
        tax_number: null,
        primary_color: null,
        logo_key: null,
      },
      organization_id: books.organizationId,
      under_maintenance_since: null,
      initialized_at: built,
      seeded_at: built,
      built_at: built,
      build_job_id: null,
      database_batch: null,
      upgrade_job_id: null,
      created_at: null,
      updated_at: null,
      is_ready: true,
      is_build_running: false,
      is_upgrade_running: false,
    },
  }
}

export function listCurrencies({ books }: Call): Answer {
  const seeded: [string, string, string][] = [
    ['US Dollar', 'USD', '$'],
    ['Canadian Dollar', 'CAD', 'CA$'],
    ['Euro', 'EUR', '€'],
    ['Libyan Dinar', 'LYD', 'LD'],
    ['British Pound Sterling', 'GBP', '£'],
    ['Chinese Yuan', 'CNY', 'CN¥'],
    ['Australian Dollar', 'AUD', 'AU$'],
    ['Indian Rupee', 'INR', 'Rs'],
    ['Mexican Peso', 'MXN', 'MX$'],
  ]
  return {
    status: 200,
    body: seeded.map(([name, code, sign], position) => ({
      id: 1000 + position,
      currency_name: name,
      currency_code: code,
      currency_sign: sign,
      created_at: null,
      updated_at: null,
      is_base_currency: code === books.baseCurrency,
    })),
  }
}

export function dashboardBoot(): Answer {
  const off = (name: string) => ({ name, is_accessible: false, default_accessible: false })
  return {
    status: 200,
    body: {
      abilities: [{ subject: 'all', action: 'manage' }],
      features: ['branches', 'warehouses', 'BankSyncing'].map(off),
    },
  }
}

export function listTaxRates({ books }: Call): Answer {
  const rows = [...books.taxRates].sort((left, right) => (left.name < right.name ? -1 : 1))
  return {
    status: 200,
    body: {
      data: rows.map(rate => ({
        ...taxRateColumns(rate.id, rate.name, rate.code, rate.rate, rate.description, rate.active),
        name_formatted: `${rate.name} [${rate.rate}%]`,
        rate_formatted: `${rate.rate}%`,
      })),
    },
  }
}

export function createTaxRate({ books, body }: Call): Answer {
  const faults: Fault[] = []
  if (body['code'] === undefined) {
    const constraints = { isNotEmpty: 'code should not be empty', isString: 'code must be a string' }
    faults.push({ target: body, property: 'code', children: [], constraints })
  }
  if (body['rate'] === undefined) {
    const isNumber = 'rate must be a number conforming to the specified constraints'
    faults.push({
      target: body,
      property: 'rate',
      children: [],
      constraints: { isNotEmpty: 'rate should not be empty', isNumber },
    })
  }
  if (faults.length > 0) throw invalid(faults)
  const code = String(body['code'])
  if (books.taxRates.some(each => each.code === code)) throw businessRule('TAX_CODE_NOT_UNIQUE')
  const rate = {
    id: books.taxRates.length + 1,
    name: String(body['name']),
    code,
    rate: round(Number(body['rate']), 2),
    description: null,
    // The server's default is false.
    active: body['active'] === true,
  }
  books.taxRates.push(rate)
  return { status: 201, body: taxRateColumns(rate.id, rate.name, rate.code, rate.rate, null, rate.active) }
}

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
  const module = (key: string, name: string, description: string, lock: Call['books']['lock']): JsonObject => ({
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

function locked(lock: Call['books']['lock'], message: string): Answer {
  return { status: 200, body: { message, data: lockColumns(lock) } }
}

function lockColumns(lock: Call['books']['lock']): JsonObject {
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

function taxRateColumns(
  id: number,
  name: string,
  code: string,
  rate: number,
  description: string | null,
  active: boolean,
): { [column: string]: Json } {
  return {
    id,
    name,
    code,
    rate,
    description,
    active: active ? 1 : 0,
    is_non_recoverable: 0,
    is_compound: 0,
    deleted_at: null,
    created_at: null,
    updated_at: null,
  }
}
