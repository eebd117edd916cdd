import { and, eq, exists, gte, inArray, isNull, lt, ne, or, sql, type SQL } from 'drizzle-orm'
import type { Condition } from '../../shared/automation'
import { decimal, toMinor } from '../../shared/money'
import { documents, invoiceLines, invoices, issues, vendors } from '../store/schema'
import type { Reader } from '../store/write'
import { survivorOf } from '../vendors/families'

/**
 * What SQLite can tell of conditions before an invoice is loaded and judged: whatever they hold for fits this too, though
 * not everything that fits is held. Where it cannot tell, everything fits.
 *
 * @param lineOf accounts below those asked for
 * @returns a condition on `documents` joined with `invoices` and `vendors`
 */
export function narrowedBy(
  reader: Reader,
  conditions: readonly Condition[],
  accountsBelow: (codes: readonly string[]) => readonly string[],
): SQL | undefined {
  return and(...conditions.map(condition => narrow(reader, condition, accountsBelow)))
}

function narrow(
  reader: Reader,
  condition: Condition,
  accountsBelow: (codes: readonly string[]) => readonly string[],
): SQL | undefined {
  switch (condition.on) {
    case 'vendor': {
      // An invoice of a vendor that another was merged into counts as the other's too.
      const ids = condition.vendorIds.flatMap(id => [id, survivorOf(reader, id)])
      return inArray(invoices.vendorId, [...new Set(ids)])
    }
    case 'new_vendor':
      return or(isNull(invoices.vendorId), isNull(vendors.isNew), eq(vendors.isNew, true))
    case 'total':
      return narrowTotal(condition)
    case 'currency':
      return inArray(invoices.currency, condition.currencies)
    case 'account': {
      const codes = JSON.stringify(accountsBelow(condition.codes))
      const isBelow = sql`${invoiceLines.accountCode} IN (SELECT value FROM json_each(${codes}))`
      const line = reader.select({ one: sql`1` }).from(invoiceLines)
      return exists(line.where(and(eq(invoiceLines.invoiceId, invoices.id), isBelow)))
    }
    case 'issue': {
      const issue = reader.select({ one: sql`1` }).from(issues)
      return exists(issue.where(and(eq(issues.documentId, documents.id), inArray(issues.key, condition.keys))))
    }
    case 'source':
      return inArray(documents.source, condition.sources)
    case 'quality':
      return condition.is === 'at_least'
        ? gte(invoices.quality, condition.value)
        : lt(invoices.quality, condition.value)
    case 'type':
      return inArray(invoices.documentType, condition.types)
    case 'file':
      return inArray(documents.kind, condition.kinds)
  }
}

/** In another currency the invoice's own rate decides, which is worked out exactly once it is loaded. */
function narrowTotal({ is, amount, currency }: Extract<Condition, { on: 'total' }>): SQL | undefined {
  const size = sql`abs(${invoices.grandTotal})`
  const limit = toMinor(decimal(amount), currency)
  const fits = is === 'at_most' ? sql`${size} <= ${limit}` : sql`${size} >= ${limit}`
  return or(and(eq(invoices.currency, currency), fits), ne(invoices.currency, currency))
}
