import { createHash } from 'node:crypto'

/** Longest number the ledger stores. */
const maxLength = 255

export interface BillNumberParts {
  /** Tax id of the vendor, or the key of its name when it has none. */
  readonly vendorKey: string
  /** The vendor's own number; null when the document has none. */
  readonly invoiceNumber: string | null
  readonly uuid: string | null
  /** Hash of the document's bytes, for an invoice without number and UUID. */
  readonly sha256: string
}

/**
 * The number a bill has in the ledger: the same for the same invoice on every machine and at every attempt, and
 * different for two vendors that both issue "A-1", because the ledger wants it unique in the whole organization.
 * The ledger compares without case and accents, so neither is in it.
 */
export function billNumber({ vendorKey, invoiceNumber, uuid, sha256 }: BillNumberParts): string {
  const own = plain(invoiceNumber ?? '') || plain(uuid ?? '') || sha256.slice(0, 16).toUpperCase()
  const number = `${vendorPart(vendorKey)}-${own}`
  if (number.length <= maxLength) return number
  // Cut alone could make two long numbers one.
  const mark = createHash('sha256').update(number).digest('hex').slice(0, 16).toUpperCase()
  return `${number.slice(0, maxLength - mark.length - 1)}-${mark}`
}

/** What the numbers of all bills of one vendor begin with, up to their first hyphen. */
export function vendorPart(vendorKey: string): string {
  return plain(vendorKey).replace(/[^A-Z0-9]/g, '') || 'VENDOR'
}

/** Upper case, no accents, single blanks, nothing outside the basic plane (the ledger answers 500 to that). */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u{10000}-\u{10FFFF}\p{C}]/gu, '')
    .toUpperCase()
    .replace(/\s+/g, ' ')
    .trim()
}
