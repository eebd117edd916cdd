import { round } from './bill-totals'
import type { Books, Entry, Item } from './books'
import type { Json, JsonObject } from './json'
import { isObject } from './json'
import { brokenInside, businessRule } from './refusal'

/** A line as sent, numbers parsed. */
interface LineSent {
  readonly item: Item
  readonly quantity: number
  readonly rate: number
  readonly discount: number | null
  readonly body: JsonObject
}

/**
 * Turns the lines of a request into stored ones.
 * @param usage bills need purchasable items, vendor credits sellable ones
 * @returns the lines and Σ of them, computed with what was sent and rounded to 3 decimals
 */
export function storeEntries(books: Books, sent: readonly Json[], usage: 'bill' | 'vendor_credit') {
  const lines = sent
    .filter(isObject)
    .map(body => ({ body, item: books.items.find(item => item.id === body['itemId']) }))
  if (lines.some(line => line.item === undefined)) throw businessRule('ITEMS_NOT_FOUND')
  const parsed: LineSent[] = lines.flatMap(({ body, item }) =>
    item === undefined
      ? []
      : [
          {
            item,
            body,
            quantity: Number(body['quantity']),
            rate: Number(body['rate']),
            discount: body['discount'] === undefined || body['discount'] === null ? null : Number(body['discount']),
          },
        ],
  )
  if (usage === 'bill' && parsed.some(line => !line.item.purchasable)) throw businessRule('NOT_PURCHASE_ABLE_ITEMS')
  if (usage === 'vendor_credit' && parsed.some(line => !line.item.sellable)) throw businessRule('NOT_SELL_ABLE_ITEMS')
  if (parsed.some(line => line.body['landedCost'] === true && line.item.type !== 'inventory')) {
    throw businessRule('LANDED_COST_ENTRIES_SHOULD_BE_INVENTORY_ITEMS')
  }
  const amount = parsed.reduce(
    // Always a percentage here, whatever the line's discount type says.
    (sum, line) => sum + line.quantity * line.rate * (1 - (line.discount ?? 0) / 100),
    0,
  )
  const entries = parsed.map((line, position) => storedEntry(books, line, position, usage))
  return { entries, amount: round(amount, 3) }
}

function storedEntry(books: Books, line: LineSent, position: number, usage: 'bill' | 'vendor_credit'): Entry {
  const { body, item } = line
  const taxRate = taxOf(books, body)
  return {
    id: books.nextId.entry++,
    index: typeof body['index'] === 'number' ? body['index'] : position + 1,
    itemId: item.id,
    description: typeof body['description'] === 'string' ? body['description'] : null,
    quantity: round(line.quantity, 3),
    rate: round(line.rate, 5),
    discount: line.discount === null ? null : Math.round(line.discount),
    discountType: typeof body['discountType'] === 'string' ? body['discountType'] : 'percentage',
    costAccountId: accountOf(books, line, usage),
    taxRateId: taxRate?.id ?? null,
    taxRate: taxRate?.rate ?? null,
  }
}

function accountOf(books: Books, line: LineSent, usage: 'bill' | 'vendor_credit'): number | null {
  const asked = line.body['costAccountId']
  if (typeof asked === 'number' && asked !== 0) {
    if (!books.accounts.some(account => account.id === asked)) throw brokenInside()
    return asked
  }
  return usage === 'bill' && line.item.type !== 'inventory' ? line.item.costAccountId : null
}

function taxOf(books: Books, body: JsonObject) {
  const byId = body['taxRateId']
  if (typeof byId === 'number') {
    const rate = books.taxRates.find(each => each.id === byId)
    if (!rate || rate.rate < 0) throw brokenInside()
    return rate
  }
  // An unknown code is dropped without an error.
  return books.taxRates.find(each => each.code === body['taxCode'])
}
