import type { Reader } from '../store/write'
import { theirId } from './ledger-map'
import type { TaxKind } from './tax-accounts'

/** A tax as a person maps it: with its rate, or without for all rates of it. */
export interface MappableTax extends TaxKind {
  /** Percent as stated; null for all rates. */
  readonly rate: string | null
}

/** What the lines of mapped taxes carry instead of an account of our chart. */
const prefix = 'tax:'

/** Key of a tax in our map, e.g. `transferred IVA 16`. */
export function taxKey({ kind, name, rate }: MappableTax): string {
  const plain = name.trim().toUpperCase().replace(/\s+/g, ' ')
  return rate === null ? `${kind} ${plain}` : `${kind} ${plain} ${plainRate(rate)}`
}

/** The stand-in for an account code that leads to the ledger account a person chose; undefined when none was. */
export function taxOverride(
  reader: Reader,
  organization: string,
  tax: TaxKind & { readonly rate?: string | null },
): string | undefined {
  const keys = [taxKey({ ...tax, rate: tax.rate ?? null }), taxKey({ ...tax, rate: null })]
  const key = keys.find(each => theirId(reader, organization, 'tax', each) !== undefined)
  return key === undefined ? undefined : `${prefix}${key}`
}

/** The key of a mapped tax's line; undefined for an account of our chart. */
export function taxKeyOf(accountCode: string): string | undefined {
  return accountCode.startsWith(prefix) ? accountCode.slice(prefix.length) : undefined
}

/** "16.000000" and "16" are one rate. */
function plainRate(rate: string): string {
  return rate.includes('.') ? rate.replace(/\.?0+$/, '') : rate
}
