import type { DetailKey } from '../../../../shared/invoice'
import type { DetailRead } from '../../facts'
import type { Found } from '../xml/element'
import { oneLine, xmlOrigin } from './facts-draft'
import { normalAmount, normalDate } from './values'

// Longer texts are terms and conditions; the original holds them whole.
const shownLength = 500
/** Enough for any order list; a file of nothing but references must not fill the books. */
const detailsAtMost = 200

/** A detail when the document says it; the same twice is one. */
export function detail(key: DetailKey, found: Found | undefined): DetailRead[] {
  if (found === undefined) return []
  const text = oneLine(found.value)
  if (text === '') return []
  const value = text.length > shownLength ? `${text.slice(0, shownLength - 1)}…` : text
  return [{ key, value, origin: xmlOrigin(found.path) }]
}

export function dateDetail(key: DetailKey, found: Found | undefined): DetailRead[] {
  const day = found && normalDate(found.value)
  return found && day ? [{ key, value: day.value, origin: xmlOrigin(found.path) }] : []
}

/** An amount or a rate other than none. */
export function amountDetail(key: DetailKey, found: Found | undefined): DetailRead[] {
  const amount = found && normalAmount(found.value)
  if (!found || !amount || /^-?0+(\.0+)?$/.test(amount.value)) return []
  return [{ key, value: amount.value, origin: xmlOrigin(found.path) }]
}

/** Account numbers are IBANs where they look like one (ISO 13616), spaces taken out. */
export function accountDetail(found: Found | undefined): DetailRead[] {
  if (found === undefined) return []
  const compact = found.value.replace(/\s+/g, '').toUpperCase()
  const isIban = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(compact)
  return isIban ? detail('iban', { value: compact, path: found.path }) : detail('bank_account', found)
}

/** Each key and value once, in the document's order. */
export function distinctDetails(details: readonly DetailRead[]): DetailRead[] {
  const seen = new Set<string>()
  const first = details.filter(({ key, value }) => {
    const told = `${key} ${value}`
    return seen.has(told) ? false : seen.add(told)
  })
  return first.slice(0, detailsAtMost)
}

/** Numbers of the invoices a document is about, as its details name them. */
export function creditedInvoices(details: readonly DetailRead[]): string[] {
  return details.filter(({ key }) => key === 'credited_invoice').map(({ value }) => value)
}
