import { looksLikeDate } from './calendar'
import type { Json, JsonObject } from './json'
import { isObject } from './json'
import { invalid, type Fault } from './refusal'

type Constraints = { [rule: string]: string }

/** Refuses a create body as the server's validator does: all faults at once, each echoing what was sent. */
export function refuseBadBill(body: JsonObject): void {
  const target = withDefaults(body)
  const faults: Fault[] = []
  const add = (property: string, constraints: Constraints) => faults.push(fault(target, body, property, constraints))

  const number = body['billNumber']
  if (number !== undefined && number !== null && typeof number !== 'string') {
    add('billNumber', { isString: 'billNumber must be a string' })
  }
  const date = body['billDate']
  const notADate = { isDateString: 'billDate must be a valid ISO 8601 date string' }
  if (date === undefined) add('billDate', { ...notADate, isNotEmpty: 'billDate should not be empty' })
  else if (!looksLikeDate(String(date))) add('billDate', notADate)
  const due = body['dueDate']
  if (due !== undefined && due !== null && !looksLikeDate(String(due))) {
    add('dueDate', { isDateString: 'dueDate must be a valid ISO 8601 date string' })
  }
  const vendor = body['vendorId']
  const notAnId = { isInt: 'vendorId must be an integer number' }
  if (vendor === undefined) add('vendorId', { isNotEmpty: 'vendorId should not be empty', ...notAnId })
  else if (!Number.isInteger(vendor)) add('vendorId', notAnId)
  const exchangeRate = body['exchangeRate']
  if (exchangeRate !== undefined && !(Number(exchangeRate) > 0)) {
    add('exchangeRate', { isPositive: 'exchangeRate must be a positive number' })
  }
  if ('open' in body && typeof body['open'] !== 'boolean') add('open', { isBoolean: 'open must be a boolean value' })
  const discount = body['discount']
  if (discount !== undefined && !(Number(discount) > 0)) {
    add('discount', { isPositive: 'discount must be a positive number' })
  }
  const entries = body['entries']
  if (!Array.isArray(entries)) {
    add('entries', {
      arrayMinSize: 'entries must contain at least 1 elements',
      isArray: 'entries must be an array',
    })
  } else if (entries.length === 0) {
    add('entries', { arrayMinSize: 'entries must contain at least 1 elements' })
  } else {
    const children = entryFaults(entries)
    if (children.length > 0) {
      faults.push({ target, value: withEntryDefaults(entries), property: 'entries', children })
    }
  }
  if (faults.length > 0) throw invalid(faults)
}

function entryFaults(entries: Json[]): Fault[] {
  const shown = withEntryDefaults(entries) as Json[]
  return entries.flatMap((entry, position) => {
    const target = shown[position]
    if (!isObject(entry) || target === undefined) return []
    const faults: Fault[] = []
    const item = entry['itemId']
    const notAnId = { isInt: 'itemId must be an integer number' }
    if (item === undefined) {
      faults.push(fault(target, entry, 'itemId', { ...notAnId, isNotEmpty: 'itemId should not be empty' }))
    } else if (!Number.isInteger(item)) {
      faults.push(fault(target, entry, 'itemId', notAnId))
    }
    for (const property of ['quantity', 'rate']) {
      const value = entry[property]
      // Numeric strings pass.
      if (value === undefined || value === '' || Number.isNaN(Number(value))) {
        const rule = `${property} must be a number conforming to the specified constraints`
        faults.push(fault(target, entry, property, { isNumber: rule }))
      }
    }
    return faults.length > 0 ? [{ target: shown, value: target, property: String(position), children: faults }] : []
  })
}

function fault(target: Json, body: JsonObject, property: string, constraints: Constraints): Fault {
  const value = body[property]
  return { target, ...(value === undefined ? {} : { value }), property, children: [], constraints }
}

/** The server fills defaults in before it validates, and echoes them. */
function withDefaults(body: JsonObject): JsonObject {
  const entries = body['entries']
  return {
    open: false,
    isInclusiveTax: false,
    discountType: 'amount',
    ...body,
    ...(Array.isArray(entries) ? { entries: withEntryDefaults(entries) } : {}),
  }
}

function withEntryDefaults(entries: Json[]): Json {
  return entries.map(entry => (isObject(entry) ? { discountType: 'percentage', ...entry } : entry))
}
