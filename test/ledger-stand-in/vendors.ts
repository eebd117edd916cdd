import type { Answer, Books, Call, Contact } from './books'
import { folded, sameText } from './collation'
import type { JsonObject } from './json'
import { list } from './lists'
import { billTotals, round } from './bill-totals'
import { brokenInside, businessRule, invalid, notFound, type Fault } from './refusal'

/** Columns a request may set: [name in the request, name in the answer]. Everything else is dropped. */
const columns: readonly (readonly [string, string])[] = [
  ['salutation', 'salutation'],
  ['email', 'email'],
  ['website', 'website'],
  ['note', 'note'],
  ['firstName', 'first_name'],
  ['lastName', 'last_name'],
  ['companyName', 'company_name'],
  ['displayName', 'display_name'],
  ['workPhone', 'work_phone'],
  ['personalPhone', 'personal_phone'],
  ...['billing', 'shipping'].flatMap(kind => [
    [`${kind}Address1`, `${kind}_address1`] as const,
    [`${kind}Address2`, `${kind}_address2`] as const,
    [`${kind}AddressCity`, `${kind}_address_city`] as const,
    [`${kind}AddressCountry`, `${kind}_address_country`] as const,
    [`${kind}AddressEmail`, `${kind}_address_email`] as const,
    [`${kind}AddressPostcode`, `${kind}_address_postcode`] as const,
    [`${kind}AddressPhone`, `${kind}_address_phone`] as const,
    [`${kind}AddressState`, `${kind}_address_state`] as const,
  ]),
]

const filterFields = [
  'display_name',
  'company_name',
  'first_name',
  'last_name',
  'email',
  'work_phone',
  'personal_phone',
  'website',
  'currency_code',
  'balance',
  'opening_balance',
  'opening_balance_at',
  'status',
  'created_at',
]

export function listVendors({ books, query }: Call): Answer {
  const pageSize = query.get('page_size')
  if (pageSize !== null && !/^\d+$/.test(pageSize)) {
    const fault = { target: { pageSize }, value: pageSize, property: 'pageSize', children: [] }
    throw invalid([{ ...fault, constraints: { isInt: 'pageSize must be an integer number' } }])
  }
  const active = query.get('inactive_mode') !== 'true'
  const rows = books.contacts.filter(each => each.service === 'vendor' && each.active === active)
  const found = list(rows, query, {
    resource: 'vendors',
    fields: filterFields,
    fieldOf: (vendor, key) =>
      key === 'currency_code'
        ? vendor.currency
        : key === 'balance'
          ? balance(books, vendor)
          : (vendor.columns[key] ?? null),
    search: (vendor, keyword) => {
      const has = (column: string) => folded(vendor.columns[column] ?? '').includes(folded(keyword))
      const is = (column: string) => sameText(vendor.columns[column] ?? '', keyword)
      return has('display_name') || has('first_name') || ['company_name', 'email', 'last_name'].some(is)
    },
    defaultOrder: 'desc',
    pageSizeIsChecked: true,
  })
  return {
    status: 200,
    body: {
      vendors: found.rows.map(vendor => ({ ...vendorRow(books, vendor), ...formattedColumns(books, vendor) })),
      pagination: found.pagination,
      filter_meta: found.filterMeta,
    },
  }
}

export function getVendor({ books, path }: Call): Answer {
  const vendor = theVendor(books, Number(path['id']))
  return { status: 200, body: { ...vendorRow(books, vendor), ...formattedColumns(books, vendor) } }
}

export function createVendor({ books, body }: Call): Answer {
  return { status: 201, body: vendorRow(books, createContact(books, body, 'vendor')) }
}

export function createCustomer({ books, body }: Call): Answer {
  const customer = createContact(books, body, 'customer')
  const type = String(body['customerType'] ?? 'business')
  return { status: 201, body: { ...contactRow(customer, 0), contact_type: type } }
}

export function editVendor({ books, body, path }: Call): Answer {
  const vendor = theVendor(books, Number(path['id']))
  vendor.columns = { ...vendor.columns, ...columnsOf(body) }
  return { status: 200, body: vendorRow(books, vendor) }
}

export function inactivateContact({ books, path }: Call): Answer {
  const contact = books.contacts.find(each => String(each.id) === path['id'])
  if (!contact) throw notFound()
  contact.active = false
  return { status: 200, body: { id: contact.id, inactivated: true } }
}

export function deleteVendor({ books, path }: Call): Answer {
  const vendor = theVendor(books, Number(path['id']))
  if (books.bills.some(bill => bill.vendorId === vendor.id))
    throw businessRule('VENDOR_HAS_TRANSACTIONS', 'Vendor has associated transactions', 409)
  books.contacts.splice(books.contacts.indexOf(vendor), 1)
  return { status: 200, body: undefined }
}

/** @throws 404 for an unknown id and for the id of a customer */
export function theVendor(books: Books, id: number): Contact {
  const vendor = books.contacts.find(each => each.id === id && each.service === 'vendor')
  if (!vendor) throw notFound()
  return vendor
}

export function vendorRow(books: Books, vendor: Contact): JsonObject {
  return contactRow(vendor, balance(books, vendor))
}

function createContact(books: Books, body: JsonObject, service: Contact['service']): Contact {
  const faults: Fault[] = []
  if (typeof body['displayName'] !== 'string') {
    const constraints = { isString: 'displayName must be a string' }
    faults.push({ target: body, property: 'displayName', children: [], constraints })
  }
  const email = body['email']
  if (email !== undefined && email !== null && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(String(email))) {
    faults.push({
      target: body,
      value: email,
      property: 'email',
      children: [],
      constraints: { isEmail: 'email must be an email' },
    })
  }
  if (faults.length > 0) throw invalid(faults)
  // The request knows this name, the table does not.
  if ('billingAddressZipcode' in body || 'shippingAddressZipcode' in body) throw brokenInside()
  const contact: Contact = {
    id: books.nextId.contact++,
    service,
    currency: typeof body['currencyCode'] === 'string' ? body['currencyCode'] : books.baseCurrency,
    active: true,
    columns: columnsOf(body),
  }
  books.contacts.push(contact)
  return contact
}

function columnsOf(body: JsonObject): { [column: string]: string | null } {
  const held: { [column: string]: string | null } = {}
  for (const [asked, column] of columns) {
    const value = body[asked]
    if (value !== undefined) held[column] = value === null ? null : String(value)
  }
  return held
}

function contactRow(contact: Contact, balanceNow: number): JsonObject {
  return {
    id: contact.id,
    balance: balanceNow,
    active: contact.active ? 1 : 0,
    contact_service: contact.service,
    contact_type: null,
    currency_code: contact.currency,
    opening_balance: 0,
    opening_balance_at: null,
    opening_balance_exchange_rate: 1,
    opening_balance_branch_id: null,
    ...Object.fromEntries(columns.map(([, column]) => [column, contact.columns[column] ?? null])),
    created_at: null,
    updated_at: null,
    closing_balance: balanceNow,
    contact_normal: 'debit',
    local_opening_balance: 0,
  }
}

function formattedColumns(books: Books, vendor: Contact): JsonObject {
  return {
    formatted_balance: balance(books, vendor).toFixed(2),
    formatted_opening_balance: '0.00',
    formatted_opening_balance_at: '',
  }
}

/** What opened bills owe this vendor, less opened credits and what was paid. */
function balance(books: Books, vendor: Contact): number {
  const sum = (rows: readonly (typeof books.bills)[number][]) =>
    rows
      .filter(bill => bill.vendorId === vendor.id && bill.openedOn !== null)
      .reduce((total, bill) => total + billTotals(bill).total, 0)
  const credits = books.vendorCredits
    .filter(credit => credit.vendorId === vendor.id && credit.openedOn !== null)
    .reduce((total, credit) => total + credit.amount, 0)
  const paid = books.payments
    .filter(payment => payment.vendorId === vendor.id)
    .reduce((total, payment) => total + payment.amount, 0)
  return round(sum(books.bills) - credits - paid, 5)
}
