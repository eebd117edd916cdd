import { accountType, accountTypeList } from './account-types'
import type { Account, Answer, Books, Call } from './books'
import { sameText } from './collation'
import type { Json, JsonObject } from './json'
import { businessRule, invalid, notFound, type Fault } from './refusal'

export function listAccounts({ books, query }: Call): Answer {
  // Search, filter and paging parameters are ignored: always the whole chart, in no useful order.
  const wanted = query.get('only_inactive') !== 'true'
  const rows = books.accounts.filter(account => account.active === wanted)
  const accounts = [...rows.filter(row => row.id >= 1024), ...rows.filter(row => row.id < 1024)]
  return {
    status: 200,
    body: {
      accounts: accounts.map(account => ({ ...accountDetail(books, account), account_level: 1 })),
      filter_meta: { order: 'desc' },
    },
  }
}

export function listAccountTypes(): Answer {
  return { status: 200, body: accountTypeList() }
}

export function getAccount({ books, path }: Call): Answer {
  const account = books.accounts.find(each => String(each.id) === path['id'])
  if (!account) throw notFound()
  return { status: 200, body: accountDetail(books, account) }
}

export function createAccount({ books, body }: Call): Answer {
  refuseBadFields(body)
  const name = String(body['name'])
  const code = typeof body['code'] === 'string' ? body['code'] : null
  const type = String(body['accountType'])
  if (!accountType(type)) throw businessRule('account_type_not_found')
  if (code !== null && books.accounts.some(each => each.code !== null && sameText(each.code, code))) {
    throw businessRule('account_code_not_unique', 'Account code is not unique.')
  }
  if (books.accounts.some(each => sameText(each.name, name))) {
    throw businessRule('account_name_not_unqiue', 'Account name is not unique.')
  }
  const description = typeof body['description'] === 'string' ? body['description'] : null
  const account: Account = {
    id: books.nextId.account++,
    name,
    code,
    description,
    type,
    predefined: 0,
    seeded: false,
    active: true,
  }
  books.accounts.push(account)
  return {
    status: 201,
    body: {
      name,
      ...(code === null ? {} : { code }),
      ...(description === null ? {} : { description }),
      slug: slug(name),
      id: account.id,
      account_type: type,
      currency_code: books.baseCurrency,
      is_syncing_owner: false,
      ...typeColumns(type),
    },
  }
}

export function deleteAccount({ books, path }: Call): Answer {
  const account = books.accounts.find(each => String(each.id) === path['id'])
  if (!account) throw notFound()
  if (account.predefined === 1) throw businessRule('account_predefined')
  const { id } = account
  const isInItem = books.items.some(item => [item.costAccountId, item.sellAccountId].includes(id))
  const isInEntry = [...books.bills, ...books.vendorCredits].some(each =>
    each.entries.some(e => e.costAccountId === id),
  )
  if (isInItem || isInEntry) throw businessRule('account_has_associated_transactions', 'Entity has relations', 409)
  books.accounts.splice(books.accounts.indexOf(account), 1)
  return { status: 200, body: undefined }
}

export const activateAccount = (call: Call): Answer => setActive(call, true)
export const inactivateAccount = (call: Call): Answer => setActive(call, false)

function setActive({ books, path }: Call, isActive: boolean): Answer {
  const account = books.accounts.find(each => String(each.id) === path['id'])
  if (!account) throw notFound()
  account.active = isActive
  return { status: 200, body: undefined }
}

/** An account as it stands inside an item. */
export function accountInside(books: Books, id: number | null): Json {
  const account = books.accounts.find(each => each.id === id)
  return account ? accountColumns(books, account) : null
}

function refuseBadFields(body: JsonObject): void {
  const faults: Fault[] = []
  const add = (property: string, constraints: { [rule: string]: string }) => {
    const value = body[property]
    faults.push({ target: body, ...(value === undefined ? {} : { value }), property, children: [], constraints })
  }
  const { name, code, accountType: type } = body
  if (typeof name !== 'string') add('name', { isString: 'name must be a string' })
  else if (name.length < 3) add('name', { minLength: 'name must be longer than or equal to 3 characters' })
  else if (name.length > 255) add('name', { maxLength: 'name must be shorter than or equal to 255 characters' })
  if (typeof code === 'string' && code.length < 3) {
    add('code', { minLength: 'code must be longer than or equal to 3 characters' })
  }
  if (typeof code === 'string' && code.length > 6) {
    add('code', { maxLength: 'code must be shorter than or equal to 6 characters' })
  }
  if (typeof type !== 'string') add('accountType', { isString: 'accountType must be a string' })
  if (faults.length > 0) throw invalid(faults)
}

function accountDetail(books: Books, account: Account): JsonObject {
  return {
    ...accountColumns(books, account),
    formatted_amount: '0.00',
    flatten_name: account.name,
    bank_balance_formatted: '0.00',
    last_feeds_updated_at_formatted: '',
    is_feeds_paused: false,
  }
}

function accountColumns(books: Books, account: Account): JsonObject {
  return {
    id: account.id,
    name: account.name,
    slug: slug(account.name),
    code: account.code,
    description: account.description,
    active: account.active ? 1 : 0,
    index: account.seeded ? 1 : null,
    predefined: account.predefined,
    amount: null,
    account_type: account.type,
    parent_account_id: null,
    currency_code: books.baseCurrency,
    seeded_at: account.seeded ? '2026-11-20T00:00:00.000Z' : null,
    created_at: null,
    updated_at: null,
    plaid_account_id: null,
    account_mask: null,
    bank_balance: null,
    uncategorized_transactions: 0,
    is_system_account: 1,
    is_feeds_active: 0,
    is_syncing_owner: 0,
    last_feeds_updated_at: null,
    plaid_item_id: null,
    ...typeColumns(account.type),
  }
}

function typeColumns(key: string): JsonObject {
  const type = accountType(key)
  if (!type) throw new Error(`unknown account type ${key}`)
  return {
    account_type_label: type.label,
    account_parent_type: type.parent,
    account_root_type: type.root,
    account_normal: type.normal,
    account_normal_formatted: type.normal === 'debit' ? 'Debit' : 'Credit',
    is_balance_sheet_account: type.balance,
    is_p_l_sheet: type.income,
  }
}

function slug(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^a-z0-9\s-]/g, '')
    .trim()
    .replace(/\s+/g, '-')
}
