import type { Answer, Branch, Call } from './books'
import { businessRule } from './refusal'

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

/** There is no way back: a second call is refused. */
export function activateBranches({ books }: Call): Answer {
  if (books.branches.length > 0) throw businessRule('MUTLI_BRANCHES_ALREADY_ACTIVATED')
  books.branches.push({ id: 1, name: 'Head Branch' })
  // Everything there was belongs to it from then on.
  for (const [at, bill] of books.bills.entries()) books.bills[at] = { ...bill, branchId: 1 }
  return { status: 201, body: { code: 200, message: 'The branches activated successfully.' } }
}

export function activateWarehouses({ books }: Call): Answer {
  books.warehouses.push({ id: 1, name: 'Primary Warehouse' })
  for (const [at, bill] of books.bills.entries()) {
    const entries = bill.entries.map(entry => ({ ...entry, warehouseId: 1 }))
    books.bills[at] = { ...bill, warehouseId: 1, entries }
  }
  return { status: 201, body: undefined }
}

export const listBranches = ({ books }: Call): Answer => places(books.branches)
export const listWarehouses = ({ books }: Call): Answer => places(books.warehouses)

function places(held: readonly Branch[]): Answer {
  return { status: 200, body: held.map((place, at) => placeRow(place, at === 0)) }
}

/** One alone is the primary one. */
export function placeRow({ id, name }: Branch, isPrimary: boolean) {
  return {
    id,
    name,
    code: String(10_000 + id),
    address: null,
    city: null,
    country: null,
    email: null,
    website: null,
    primary: isPrimary ? 1 : 0,
    phone_number: null,
    created_at: null,
    updated_at: null,
  }
}

export function dashboardBoot({ books }: Call): Answer {
  const feature = (name: string, isOn: boolean) => ({
    name,
    is_accessible: isOn ? '1' : false,
    default_accessible: false,
  })
  return {
    status: 200,
    body: {
      abilities: [{ subject: 'all', action: 'manage' }],
      features: [
        feature('branches', books.branches.length > 0),
        feature('warehouses', books.warehouses.length > 0),
        feature('BankSyncing', false),
      ],
    },
  }
}
