import { and, asc, eq, inArray, ne, type SQL } from 'drizzle-orm'
import type { DocumentId } from '../../shared/ids'
import { unsettledStates, type Fix } from '../../shared/issue'
import { documents, invoices, issues } from '../store/schema'
import type { Reader } from '../store/write'
import { isSame, type IssueRow } from './identity'
import { sameAnswer } from './meaning'

/** An open issue elsewhere with the cause of one just settled, and the same answer in its own values. */
export interface SameCause {
  readonly issue: IssueRow
  readonly fix: Fix
}

/** More than this many at once nobody looks through. */
const shownAtMost = 500

/**
 * Open issues of other documents with the cause of one that was settled: the same kind about the same value of the same
 * vendor (of the same unknown name, while the vendor is not known), to which the same answer fits.
 */
export function sameCauseAs(reader: Reader, solved: IssueRow): SameCause[] {
  const { resolutionFix: fix } = solved
  const sender = fix === null ? undefined : senderOf(reader, solved.documentId)
  if (fix === null || sender === undefined) return []
  return reader
    .select({ issue: issues })
    .from(issues)
    .innerJoin(invoices, eq(invoices.documentId, issues.documentId))
    .innerJoin(documents, eq(documents.id, issues.documentId))
    .where(
      and(
        eq(issues.key, solved.key),
        inArray(issues.state, [...unsettledStates]),
        ne(issues.documentId, solved.documentId),
        inArray(documents.state, ['needs_review', 'ready', 'on_hold']),
        sender,
      ),
    )
    .orderBy(asc(documents.intakeNumber))
    .limit(shownAtMost)
    .all()
    .flatMap(({ issue }) => {
      const same = isSameQuestion(solved, issue) ? sameAnswer(solved, fix, issue) : undefined
      return same === undefined ? [] : [{ issue, fix: same }]
    })
}

function senderOf(reader: Reader, documentId: DocumentId): SQL | undefined {
  const { vendorId, sellerName } = invoices
  const invoice = reader
    .select({ vendorId, sellerName })
    .from(invoices)
    .where(eq(invoices.documentId, documentId))
    .get()
  if (!invoice) return undefined
  if (invoice.vendorId !== null) return eq(vendorId, invoice.vendorId)
  return invoice.sellerName === null ? undefined : eq(sellerName, invoice.sellerName)
}

/** About the same field (lines differ by nature), told by the same sentence. */
function isSameQuestion(one: IssueRow, other: IssueRow): boolean {
  const isSameSubject = one.subject.type === 'line' ? other.subject.type === 'line' : isSame(one.subject, other.subject)
  return isSameSubject && one.params['variant'] === other.params['variant']
}
