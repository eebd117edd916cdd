import type { VendorAnswer } from './answers'
import type { VendorToPost } from './load-approved'
import { sameLedgerText } from './same-text'

/** The one that is this vendor beyond doubt: by tax id, else by the very same name. */
export function sameVendor(rows: readonly VendorAnswer[], vendor: VendorToPost): VendorAnswer | undefined {
  return byTaxId(rows, vendor) ?? byName(rows, vendor)
}

/** A vendor that invoices in two currencies is two vendors there, because each has one for good. */
export function vendorKey(
  { id }: VendorToPost,
  currency: string,
  { baseCurrency }: { readonly baseCurrency: string },
): string {
  return currency === baseCurrency ? id : `${id} ${currency}`
}

/** A vendor's currency is fixed for good, and a bill always has its vendor's. */
export function fitsCurrency(row: VendorAnswer, currency: string, baseCurrency: string): boolean {
  return (row.currency_code ?? baseCurrency) === currency
}

/** Does the ledger's vendor carry the tax id of somebody else? */
export function isAnotherTaxId({ company_name }: VendorAnswer, { taxId }: VendorToPost): boolean {
  return taxId !== null && looksLikeTaxId(company_name ?? '') && compact(company_name ?? '') !== compact(taxId)
}

function byTaxId(rows: readonly VendorAnswer[], { taxId }: VendorToPost): VendorAnswer | undefined {
  if (taxId === null) return undefined
  return oldest(rows.filter(row => compact(row.company_name ?? '') === compact(taxId)))
}

/** Same name, unless the ledger's vendor carries the tax id of somebody else. */
function byName(rows: readonly VendorAnswer[], vendor: VendorToPost): VendorAnswer | undefined {
  const namesakes = rows.filter(row => row.display_name !== null && sameLedgerText(row.display_name, vendor.name))
  return oldest(namesakes.filter(row => !isAnotherTaxId(row, vendor)))
}

function oldest(rows: readonly VendorAnswer[]): VendorAnswer | undefined {
  return [...rows].sort((one, other) => one.id - other.id)[0]
}

function looksLikeTaxId(text: string): boolean {
  return /^[A-ZÑ&0-9]{8,16}$/i.test(text.trim()) && (text.match(/\d/g) ?? []).length >= 5
}

function compact(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')
}
