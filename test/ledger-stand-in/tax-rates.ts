import { round } from './bill-totals'
import type { Answer, Call } from './books'
import type { Json } from './json'
import { brokenInside, businessRule, invalid, type Fault } from './refusal'

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
    id: Math.max(0, ...books.taxRates.map(each => each.id)) + 1,
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

export function getTaxRate({ books, path }: Call): Answer {
  const rate = books.taxRates.find(each => String(each.id) === path['id'])
  if (!rate) throw businessRule('TAX_RATE_NOT_FOUND')
  return { status: 200, body: taxRateColumns(rate.id, rate.name, rate.code, rate.rate, rate.description, rate.active) }
}

export function deleteTaxRate({ books, path }: Call): Answer {
  const rate = books.taxRates.find(each => String(each.id) === path['id'])
  if (!rate) throw businessRule('TAX_RATE_NOT_FOUND')
  if (books.bills.some(bill => bill.entries.some(entry => entry.taxRateId === rate.id))) throw brokenInside()
  books.taxRates.splice(books.taxRates.indexOf(rate), 1)
  return { status: 200, body: undefined }
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
