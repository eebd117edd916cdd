import type { Answer, Call } from './books'

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

export function listBranches({ books }: Call): Answer {
  const rows = books.branches.map(({ id, name }) => ({
    id,
    name,
    code: String(10_000 + id),
    address: null,
    city: null,
    country: null,
    email: null,
    website: null,
    primary: id === books.branches[0]?.id ? 1 : 0,
    phone_number: null,
    created_at: null,
    updated_at: null,
  }))
  return { status: 200, body: rows }
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
