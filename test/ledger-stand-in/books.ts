import { defaultChart } from './default-chart'
import type { Json } from './json'

export interface Account {
  readonly id: number
  readonly name: string
  readonly code: string | null
  readonly description: string | null
  readonly type: string
  readonly predefined: 0 | 1
  /** Made with the organization, as opposed to by a user. */
  readonly seeded: boolean
  active: boolean
}

export interface Item {
  readonly id: number
  readonly name: string
  readonly code: string | null
  readonly type: string
  readonly purchasable: boolean
  readonly sellable: boolean
  readonly costPrice: number
  readonly sellPrice: number
  readonly costAccountId: number | null
  readonly sellAccountId: number | null
  readonly inventoryAccountId: number | null
}

/** Vendors and customers share one table and one sequence of ids. */
export interface Contact {
  readonly id: number
  readonly service: 'vendor' | 'customer'
  readonly currency: string
  active: boolean
  /** Columns a request may set, in the names of the answer. */
  columns: { [column: string]: string | null }
}

export interface TaxRate {
  readonly id: number
  readonly name: string
  readonly code: string
  readonly rate: number
  readonly description: string | null
  readonly active: boolean
}

export interface Entry {
  readonly id: number
  readonly index: number
  readonly itemId: number
  readonly description: string | null
  /** Stored with 3 decimals. */
  readonly quantity: number
  /** Stored with 5 decimals. */
  readonly rate: number
  /** Stored as an integer, whatever was sent. */
  readonly discount: number | null
  readonly discountType: string
  readonly costAccountId: number | null
  readonly taxRateId: number | null
  readonly taxRate: number | null
  readonly warehouseId?: number | null
}

export interface Bill {
  readonly id: number
  readonly vendorId: number
  readonly number: string | null
  readonly reference: string | null
  readonly note: string | null
  /** Calendar days as the server keeps them. */
  readonly date: string
  readonly dueDate: string | null
  openedOn: string | null
  readonly exchangeRate: number
  readonly isInclusiveTax: boolean
  /** Σ lines, computed before quantity and rate are rounded, 3 decimals. */
  readonly amount: number
  readonly discount: number | null
  readonly discountType: string
  readonly adjustment: number | null
  readonly entries: readonly Entry[]
  readonly branchId: number | null
  readonly warehouseId: number | null
  /** Kept from lines that carried a tax and do not any more. */
  readonly staleTax: number | null
  /** Paid through bill payments, in the vendor's currency. */
  paid: number
  /** As the server names it: the only user of the recordings, unless a test says otherwise. */
  readonly userId?: number
}

export interface VendorCredit extends Omit<
  Bill,
  'dueDate' | 'number' | 'paid' | 'userId' | 'warehouseId' | 'staleTax'
> {
  readonly number: string | null
  /** What was applied to bills, oldest first. */
  readonly applied: { readonly id: number; readonly billId: number; readonly amount: number }[]
}

/** What was paid to a vendor for bills. */
export interface BillPayment {
  readonly id: number
  readonly vendorId: number
  readonly accountId: number
  readonly number: string | null
  readonly date: string
  readonly amount: number
  readonly branchId: number | null
  readonly exchangeRate: number
  readonly entries: readonly { readonly id: number; readonly billId: number; readonly amount: number }[]
}

/** A branch or a warehouse: both are rows of the same make. */
export interface Branch {
  readonly id: number
  readonly name: string
}

export interface PurchasesLock {
  enabled: boolean | null
  to: string | null
  reason: string
  unlockReason: string
}

/** Everything one organization holds. */
export interface Books {
  readonly organizationId: string
  readonly baseCurrency: string
  readonly accounts: Account[]
  readonly items: Item[]
  readonly contacts: Contact[]
  readonly taxRates: TaxRate[]
  readonly bills: Bill[]
  readonly vendorCredits: VendorCredit[]
  readonly payments: BillPayment[]
  readonly lock: PurchasesLock
  /** Empty while the feature is off. */
  readonly branches: Branch[]
  readonly warehouses: Branch[]
  /** Next id per table; failed inserts may leave gaps in the real one. */
  readonly nextId: {
    account: number
    item: number
    contact: number
    bill: number
    entry: number
    credit: number
    applied: number
    payment: number
    paymentEntry: number
  }
}

export function emptyBooks(organizationId: string, baseCurrency: string): Books {
  const seededRate = (id: number, name: string, code: string): TaxRate => ({
    id,
    name,
    code,
    rate: 0,
    description: '',
    active: true,
  })
  return {
    organizationId,
    baseCurrency,
    accounts: defaultChart.map(([name, code, type, predefined], position) => ({
      id: 1000 + position,
      name,
      code,
      description: '',
      type,
      predefined,
      seeded: true,
      active: true,
    })),
    items: [],
    contacts: [],
    taxRates: [
      seededRate(1, 'Tax Exempt', 'TAX-EXEMPT'),
      seededRate(2, 'Tax on Purchases', 'TAX-PURCHASES'),
      seededRate(3, 'Tax on Sales', 'TAX-SALES'),
      seededRate(4, 'Sales Tax on Imports', 'TAX-IMPORTS'),
    ],
    bills: [],
    vendorCredits: [],
    payments: [],
    branches: [],
    warehouses: [],
    lock: { enabled: null, to: null, reason: '', unlockReason: '' },
    nextId: {
      account: 1034,
      item: 1000,
      contact: 1,
      bill: 1,
      entry: 1,
      credit: 1,
      applied: 1,
      payment: 1,
      paymentEntry: 1,
    },
  }
}

/** What a handler is given. `body` is already in camelCase. */
export interface Call {
  readonly books: Books
  readonly query: URLSearchParams
  readonly body: { [key: string]: Json }
  /** Values of `:name` parts of the path. */
  readonly path: { readonly [name: string]: string }
  /** Creates at the same time, which the real server does not see coming: a number taken meanwhile is not noticed. */
  readonly isRaced: boolean
  /** Today's calendar day on the server. */
  readonly today: string
  /** Minutes by which the server's clock is ahead of UTC. */
  readonly zoneMinutes: number
}

/** `undefined` as body: zero bytes and no content type. */
export interface Answer {
  readonly status: number
  readonly body: Json | undefined
}
