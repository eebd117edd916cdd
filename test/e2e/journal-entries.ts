import type { StandIn } from '../ledger-stand-in/server'

/** One row of a ledger: cents, debit positive, credit negative. */
export type JournalEntry = Readonly<Record<string, number>>

/**
 * What a posting means in the ledger, in the ledger's own currency, worked out as its report does: each line debits its
 * account, accounts payable are credited with the total; a vendor credit the other way round.
 */
export function journalEntries({ books, bills }: StandIn): Map<string, JournalEntry> {
  const codeOf = (id: number | null) =>
    books.accounts.find(account => account.id === id)?.code ?? `account ${String(id)}`
  const entries = new Map<string, JournalEntry>()
  const postings = [
    ...bills().map(bill => ({ posting: bill, sign: 1 })),
    ...books.vendorCredits.map(credit => ({ posting: credit, sign: -1 })),
  ]
  for (const { posting, sign } of postings) {
    // A draft is in no account.
    if (posting.openedOn === null) continue
    const rows: Record<string, number> = {}
    const cents = (amount: number) => Math.round(amount * posting.exchangeRate * 100) * sign
    let total = 0
    for (const line of posting.entries) {
      const code = codeOf(line.costAccountId)
      rows[code] = (rows[code] ?? 0) + cents(line.quantity * line.rate)
      total += line.quantity * line.rate
    }
    rows['payable'] = -cents(total)
    entries.set(posting.number ?? '', rows)
  }
  return entries
}
