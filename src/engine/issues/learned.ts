import { and, desc, eq, isNotNull, ne } from 'drizzle-orm'
import type { DocumentId, VendorId } from '../../shared/ids'
import type { IssueKey, Suggestion } from '../../shared/issue'
import { isUnsettled } from '../../shared/issue'
import { isByPerson } from '../people/by-person'
import { invoices, issues } from '../store/schema'
import type { Reader } from '../store/write'
import type { IssueRow } from './identity'
import { meaningOf } from './meaning'

/** Answers looked back on, per kind of issue. */
const lookedBack = 200
/** One answer may be chance; the company's habits say less about a vendor than its own. */
const enough = { vendor: 2, company: 4 } as const

/** Coding and vendor matching remember by themselves; there the order is theirs. */
const ownMemory: readonly IssueKey[] = ['account_needed', 'vendor_no_match', 'vendor_similar', 'vendor_details_changed']

/**
 * Puts the answer that was mostly given to this kind of issue before (for this vendor, else in this company) first, and
 * says how often. Nothing is applied by it. Critical issues keep their order: what pays is never a habit there.
 */
export function withLearnedOrder(reader: Reader, issue: IssueRow, vendorId: VendorId | null): readonly Suggestion[] {
  const { suggestions, key, severity } = issue
  if (!isUnsettled(issue.state) || severity === 'critical' || ownMemory.includes(key) || suggestions.length < 2) {
    return suggestions
  }
  const before = answersBefore(reader, key, issue.documentId)
  const ofVendor = before.filter(answer => vendorId !== null && answer.vendorId === vendorId)
  return favoured(suggestions, ofVendor, 'vendor') ?? favoured(suggestions, before, 'company') ?? suggestions
}

interface Answer {
  readonly vendorId: VendorId | null
  readonly meaning: string
}

function answersBefore(reader: Reader, key: IssueKey, except: DocumentId): Answer[] {
  // What a rule answers by itself is no habit of anybody.
  const settledByPerson = and(
    eq(issues.key, key),
    isNotNull(issues.resolutionFix),
    ne(issues.documentId, except),
    isByPerson(issues.resolvedBy),
  )
  const rows = reader
    .select({ fix: issues.resolutionFix, suggestions: issues.suggestions, vendorId: invoices.vendorId })
    .from(issues)
    .leftJoin(invoices, eq(invoices.documentId, issues.documentId))
    .where(settledByPerson)
    .orderBy(desc(issues.resolvedAt))
    .limit(lookedBack)
    .all()
  return rows.flatMap(({ fix, suggestions, vendorId }) =>
    fix === null ? [] : [{ vendorId, meaning: meaningOf(fix, suggestions) }],
  )
}

/** The option that more than half of the answers meant, moved to the front; undefined when there is none. */
function favoured(
  suggestions: readonly Suggestion[],
  answers: readonly Answer[],
  of: 'vendor' | 'company',
): Suggestion[] | undefined {
  for (const suggestion of suggestions) {
    const meaning = meaningOf(suggestion.fix, suggestions)
    const count = answers.filter(answer => answer.meaning === meaning).length
    if (count < enough[of] || count * 2 <= answers.length) continue
    return [{ ...suggestion, learned: { count, of } }, ...suggestions.filter(other => other !== suggestion)]
  }
  return undefined
}
