import { accountInside } from './accounts'
import { accountType } from './account-types'
import type { Answer, Books, Call, Item } from './books'
import { folded, sameText } from './collation'
import type { Json, JsonObject } from './json'
import { list } from './lists'
import { businessRule, invalid, notFound, type Fault } from './refusal'

export function listItems({ books, query }: Call): Answer {
  const found = list(books.items, query, {
    resource: 'items',
    fields: ['name', 'code', 'type', 'created_at'],
    fieldOf: (item, key) =>
      key === 'name' ? item.name : key === 'code' ? item.code : key === 'type' ? item.type : null,
    search: (item, keyword) => [item.name, item.code ?? ''].some(text => folded(text).includes(folded(keyword))),
    defaultOrder: 'DESC',
    pageSizeIsChecked: true,
  })
  return {
    status: 200,
    body: {
      items: found.rows.map(item => itemRow(books, item)),
      pagination: found.pagination,
      filter_meta: found.filterMeta,
    },
  }
}

export function getItem({ books, path }: Call): Answer {
  const item = books.items.find(each => String(each.id) === path['id'])
  if (!item) throw notFound()
  return {
    status: 200,
    body: { ...itemRow(books, item), sell_tax_rate: null, purchase_tax_rate: null, item_warehouses: [] },
  }
}

export function createItem({ books, body }: Call): Answer {
  refuseBadFields(body)
  const name = String(body['name'])
  if (books.items.some(each => sameText(each.name, name))) {
    throw businessRule('ITEM_NAME_EXISTS', 'The item name is already exist.')
  }
  const purchasable = body['purchasable'] === true
  const costAccountId = typeof body['costAccountId'] === 'number' ? body['costAccountId'] : null
  if (purchasable && costAccountId === null) {
    throw businessRule(
      'COST_ACCOUNT_REQUIRED_WITH_PURCHASABLE_ITEM',
      'The cost account is required with purchasable item.',
    )
  }
  if (costAccountId !== null) refuseNonExpense(books, costAccountId)
  const item: Item = {
    id: books.nextId.item++,
    name,
    code: typeof body['code'] === 'string' ? body['code'] : null,
    type: String(body['type']),
    purchasable,
    sellable: body['sellable'] === true,
    costPrice: Number(body['costPrice'] ?? 0),
    sellPrice: Number(body['sellPrice'] ?? 0),
    costAccountId,
    sellAccountId: typeof body['sellAccountId'] === 'number' ? body['sellAccountId'] : null,
    inventoryAccountId: typeof body['inventoryAccountId'] === 'number' ? body['inventoryAccountId'] : null,
  }
  books.items.push(item)
  return { status: 201, body: { id: item.id, message: 'The item has been successfully created.' } }
}

export function deleteItem({ books, path }: Call): Answer {
  const item = books.items.find(each => String(each.id) === path['id'])
  if (!item) throw notFound()
  if ([...books.bills, ...books.vendorCredits].some(each => each.entries.some(entry => entry.itemId === item.id))) {
    throw businessRule('ITEM_HAS_ASSOCIATED_TRANSACTINS', 'Entity has relations', 409)
  }
  books.items.splice(books.items.indexOf(item), 1)
  return { status: 200, body: undefined }
}

/** The columns an item shows inside a bill's line. */
export function itemColumns(item: Item): JsonObject {
  return {
    id: item.id,
    name: item.name,
    type: item.type,
    code: item.code,
    sellable: item.sellable ? 1 : 0,
    purchasable: item.purchasable ? 1 : 0,
    note: null,
    active: 1,
    sell_price: item.sellPrice,
    cost_price: item.costPrice,
    picture_uri: null,
    cost_account_id: item.costAccountId,
    sell_account_id: item.sellAccountId,
    inventory_account_id: item.inventoryAccountId,
    sell_description: null,
    purchase_description: null,
    quantity_on_hand: null,
    landed_cost: null,
    category_id: null,
    user_id: null,
    created_at: null,
    updated_at: null,
    sell_tax_rate_id: null,
    purchase_tax_rate_id: null,
  }
}

function refuseNonExpense(books: Books, accountId: number): void {
  const account = books.accounts.find(each => each.id === accountId)
  if (!account) throw businessRule('COST_ACCOUNT_NOT_FOUMD')
  if (accountType(account.type)?.root !== 'expense') throw businessRule('COST_ACCOUNT_NOT_COGS')
}

function refuseBadFields(body: JsonObject): void {
  const faults: Fault[] = []
  const value = (property: string): { value?: Json } => {
    const held = body[property]
    return held === undefined ? {} : { value: held }
  }
  if (typeof body['name'] !== 'string' || body['name'] === '') {
    const constraints = {
      maxLength: 'name must be shorter than or equal to 255 characters',
      isNotEmpty: 'name should not be empty',
      isString: 'name must be a string',
    }
    faults.push({ target: body, ...value('name'), property: 'name', children: [], constraints })
  }
  if (!['service', 'non-inventory', 'inventory'].includes(String(body['type']))) {
    const constraints = { isIn: 'type must be one of the following values: service, non-inventory, inventory' }
    faults.push({ target: body, ...value('type'), property: 'type', children: [], constraints })
  }
  if (faults.length > 0) throw invalid(faults)
}

function itemRow(books: Books, item: Item): JsonObject {
  return {
    ...itemColumns(item),
    category: null,
    inventory_account: accountInside(books, item.inventoryAccountId),
    sell_account: accountInside(books, item.sellAccountId),
    cost_account: accountInside(books, item.costAccountId),
    type_formatted: item.type === 'service' ? 'Service' : item.type === 'inventory' ? 'Inventory' : 'Non-inventory',
    sell_price_formatted: item.sellPrice.toFixed(2),
    cost_price_formatted: item.costPrice.toFixed(2),
  }
}
