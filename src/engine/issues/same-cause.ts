import { and, asc, eq, inArray, ne, type SQL } from 'drizzle-orm'
import type { DocumentId } from '../../shared/ids'
import { unsettledStates, type Fix } from '../../shared/issue'
import { personReader } from '../decisions/load'
import { foldPhrase } from '../pipeline/read/page/fold'
import { documents, invoices, issues, readings } from '../store/schema'
import type { Reader } from '../store/write'
import { isSame, type IssueRow } from './identity'
import { issuesOfInvoices } from './issues-of-invoices'
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
  const rows = issuesOfInvoices(
    reader,
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
  const open = rows.map(({ issue }) => issue)
  const labels = labelsBehind(reader, [solved, ...open])
  return open.flatMap(issue => {
    const isSameCause = isSameQuestion(solved, issue, labels)
    const same = isSameCause ? sameAnswer(solved, fix, issue) : undefined
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

/**
 * About the same field (lines differ by nature), and read beside the same label: what stands there was misread for the
 * same reason, whatever is wrong with it. Where the page named neither value, the issues must say the same.
 */
function isSameQuestion(one: IssueRow, other: IssueRow, labels: ReadonlyMap<DocumentId, string>): boolean {
  const isSameSubject = one.subject.type === 'line' ? other.subject.type === 'line' : isSame(one.subject, other.subject)
  if (!isSameSubject) return false
  const label = labels.get(one.documentId)
  if (label !== labels.get(other.documentId)) return false
  return label !== undefined || one.params['variant'] === other.params['variant']
}

/** The label beside which the machine read the field that an issue is about, folded; nothing where no label told it. */
function labelsBehind(reader: Reader, about: readonly [IssueRow, ...IssueRow[]]): ReadonlyMap<DocumentId, string> {
  const [{ subject }] = about
  if (subject.type !== 'field') return new Map()
  const rows = reader
    .select({ documentId: invoices.documentId, origin: readings.origin })
    .from(readings)
    .innerJoin(invoices, eq(invoices.id, readings.invoiceId))
    .where(
      and(
        inArray(
          invoices.documentId,
          about.map(issue => issue.documentId),
        ),
        eq(readings.field, subject.field),
        ne(readings.reader, personReader),
      ),
    )
    // The likeliest comes last and stays.
    .orderBy(asc(readings.probability))
    .all()
  const best = new Map(rows.map(({ documentId, origin }) => [documentId, origin]))
  return new Map(
    [...best].flatMap(([documentId, origin]): [DocumentId, string][] =>
      origin.kind === 'page' && origin.label !== undefined ? [[documentId, foldPhrase(origin.label)]] : [],
    ),
  )
}
