/** Text as the ledger compares it: without case, accents and trailing blanks. */
export function sameLedgerText(one: string, other: string): boolean {
  return folded(one) === folded(other)
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().trim().replace(/\s+/g, ' ')
}
