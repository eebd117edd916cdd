import {
  activateAccount,
  createAccount,
  deleteAccount,
  getAccount,
  inactivateAccount,
  listAccounts,
  listAccountTypes,
} from './accounts'
import { createPayment, deletePayment, listPaymentsOfBill } from './bill-payments'
import { bulkDelete, createBill, deleteBill, editBill, getBill, listBills, openBill, validateBulkDelete } from './bills'
import type { Answer, Call } from './books'
import { createItem, deleteItem, getItem, listItems } from './items'
import {
  activateBranches,
  activateWarehouses,
  currentOrganization,
  dashboardBoot,
  listBranches,
  listCurrencies,
  listWarehouses,
} from './organization'
import { listLocks, lockPurchases, unlockPurchases } from './period-lock'
import { createTaxRate, deleteTaxRate, getTaxRate, listTaxRates } from './tax-rates'
import {
  applyToBills,
  createVendorCredit,
  getVendorCredit,
  listAppliedBills,
  listBillsToApply,
  listVendorCredits,
} from './vendor-credits'
import {
  createCustomer,
  createVendor,
  deleteVendor,
  editVendor,
  getVendor,
  inactivateContact,
  listVendors,
} from './vendors'

export interface Route {
  readonly method: string
  /** Parts starting with a colon match anything. */
  readonly pattern: string
  readonly handle: (call: Call) => Answer
  /** Answered without credentials. */
  readonly isOpen?: boolean
}

const healthy = (): Answer => ({ status: 200, body: { status: 'ok' } })

/** In the server's own order: `/bills/due` exists there but is never reached, because `/bills/:id` stands first. */
const routes: readonly Route[] = [
  { method: 'GET', pattern: '/api/system_db', handle: healthy, isOpen: true },
  { method: 'GET', pattern: '/api/organization/current', handle: currentOrganization },
  { method: 'GET', pattern: '/api/dashboard/boot', handle: dashboardBoot },
  { method: 'GET', pattern: '/api/branches', handle: listBranches },
  { method: 'GET', pattern: '/api/warehouses', handle: listWarehouses },
  { method: 'POST', pattern: '/api/branches/activate', handle: activateBranches },
  { method: 'POST', pattern: '/api/warehouses/activate', handle: activateWarehouses },
  { method: 'GET', pattern: '/api/currencies', handle: listCurrencies },
  { method: 'GET', pattern: '/api/tax-rates', handle: listTaxRates },
  { method: 'POST', pattern: '/api/tax-rates', handle: createTaxRate },
  { method: 'GET', pattern: '/api/tax-rates/:id', handle: getTaxRate },
  { method: 'DELETE', pattern: '/api/tax-rates/:id', handle: deleteTaxRate },
  { method: 'GET', pattern: '/api/accounts', handle: listAccounts },
  { method: 'POST', pattern: '/api/accounts', handle: createAccount },
  { method: 'GET', pattern: '/api/accounts/types', handle: listAccountTypes },
  { method: 'GET', pattern: '/api/accounts/:id', handle: getAccount },
  { method: 'DELETE', pattern: '/api/accounts/:id', handle: deleteAccount },
  { method: 'POST', pattern: '/api/accounts/:id/activate', handle: activateAccount },
  { method: 'POST', pattern: '/api/accounts/:id/inactivate', handle: inactivateAccount },
  { method: 'GET', pattern: '/api/items', handle: listItems },
  { method: 'POST', pattern: '/api/items', handle: createItem },
  { method: 'GET', pattern: '/api/items/:id', handle: getItem },
  { method: 'DELETE', pattern: '/api/items/:id', handle: deleteItem },
  { method: 'GET', pattern: '/api/vendors', handle: listVendors },
  { method: 'POST', pattern: '/api/vendors', handle: createVendor },
  { method: 'GET', pattern: '/api/vendors/:id', handle: getVendor },
  { method: 'PUT', pattern: '/api/vendors/:id', handle: editVendor },
  { method: 'DELETE', pattern: '/api/vendors/:id', handle: deleteVendor },
  { method: 'POST', pattern: '/api/customers', handle: createCustomer },
  { method: 'PATCH', pattern: '/api/contacts/:id/inactivate', handle: inactivateContact },
  { method: 'GET', pattern: '/api/bills', handle: listBills },
  { method: 'POST', pattern: '/api/bills', handle: createBill },
  { method: 'GET', pattern: '/api/bills/:id', handle: getBill },
  { method: 'PUT', pattern: '/api/bills/:id', handle: editBill },
  { method: 'PATCH', pattern: '/api/bills/:id/open', handle: openBill },
  { method: 'DELETE', pattern: '/api/bills/:id', handle: deleteBill },
  { method: 'POST', pattern: '/api/bills/validate-bulk-delete', handle: validateBulkDelete },
  { method: 'POST', pattern: '/api/bills/bulk-delete', handle: bulkDelete },
  { method: 'GET', pattern: '/api/bills/:id/payment-transactions', handle: listPaymentsOfBill },
  { method: 'POST', pattern: '/api/bill-payments', handle: createPayment },
  { method: 'DELETE', pattern: '/api/bill-payments/:id', handle: deletePayment },
  { method: 'GET', pattern: '/api/vendor-credits', handle: listVendorCredits },
  { method: 'POST', pattern: '/api/vendor-credits', handle: createVendorCredit },
  { method: 'GET', pattern: '/api/vendor-credits/:id', handle: getVendorCredit },
  { method: 'POST', pattern: '/api/vendor-credits/:id/apply-to-bills', handle: applyToBills },
  { method: 'GET', pattern: '/api/vendor-credits/:id/bills-to-apply', handle: listBillsToApply },
  { method: 'GET', pattern: '/api/vendor-credits/:id/applied-bills', handle: listAppliedBills },
  { method: 'GET', pattern: '/api/transactions-locking', handle: listLocks },
  { method: 'PUT', pattern: '/api/transactions-locking/lock', handle: lockPurchases },
  { method: 'PUT', pattern: '/api/transactions-locking/cancel-lock', handle: unlockPurchases },
]

export function findRoute(method: string, path: string) {
  for (const route of routes) {
    if (route.method !== method) continue
    const values = match(route.pattern, path)
    if (values) return { route, path: values }
  }
  return undefined
}

function match(pattern: string, path: string): { [name: string]: string } | undefined {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  if (wanted.length !== given.length) return undefined
  const values: { [name: string]: string } = {}
  for (const [position, part] of wanted.entries()) {
    const value = given[position] ?? ''
    if (part.startsWith(':')) values[part.slice(1)] = decodeURIComponent(value)
    else if (part !== value) return undefined
  }
  return values
}
