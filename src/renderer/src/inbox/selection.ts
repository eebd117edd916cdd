import type { InboxRow } from '../../../shared/inbox'
import type { DocumentId } from '../../../shared/ids'
import Big from 'big.js'
import { isDecimalText } from '../../../shared/money'

export type Selection = ReadonlySet<DocumentId>

/** Adds a document to the selection or takes it out. */
export function toggled(selection: Selection, id: DocumentId): Selection {
  const next = new Set(selection)
  if (!next.delete(id)) next.add(id)
  return next
}

/** The rows between two places of the list, both included, added to the selection. */
export function withRange(selection: Selection, rows: readonly InboxRow[], from: number, to: number): Selection {
  const [first, last] = from < to ? [from, to] : [to, from]
  return new Set([...selection, ...rows.slice(first, last + 1).map(row => row.documentId)])
}

/**
 * Sum of the selected amounts per currency, as decimal text, largest count of rows first.
 * @returns undefined while some selected rows are not loaded: a sum that leaves some out would lie
 */
export function selectedSums(selection: Selection, rows: readonly InboxRow[]) {
  const chosen = rows.filter(row => selection.has(row.documentId))
  if (chosen.length < selection.size) return undefined
  const sums = new Map<string, Big>()
  for (const { total, currency } of chosen) {
    if (total === null || currency === null || !isDecimalText(total)) continue
    sums.set(currency, (sums.get(currency) ?? new Big(0)).plus(total))
  }
  return [...sums].map(([currency, sum]) => ({ currency, amount: sum.toFixed() }))
}
