import { and, eq, inArray } from 'drizzle-orm'
import type { DocumentId } from '../../shared/ids'
import { isBlocking, unsettledStates, type Severity } from '../../shared/issue'
import { documents, issues } from '../store/schema'
import type { Reader, Tx } from '../store/write'

/** 1 low … 4 critical; 0 is kept for documents without open issues. */
export const severityRank: Readonly<Record<Severity, number>> = { low: 1, medium: 2, high: 3, critical: 4 }

export interface OpenIssues {
  readonly count: number
  readonly blocking: number
  /** Rank of the worst, 0 when there is none. */
  readonly worst: number
}

export function openIssues(reader: Reader, documentId: DocumentId): OpenIssues {
  const open = openRows(reader, documentId)
  return {
    count: open.length,
    blocking: open.filter(issue => isBlocking(issue.severity)).length,
    worst: Math.max(0, ...open.map(issue => severityRank[issue.severity])),
  }
}

/** Keeps on the document what the list shows and sorts by: how bad, how many, and which one is named. */
export function refreshSummary(tx: Tx, documentId: DocumentId): OpenIssues {
  const open = openRows(tx, documentId)
  const [worst] = open.toSorted((a, b) => severityRank[b.severity] - severityRank[a.severity] || (a.id < b.id ? -1 : 1))
  const summary = {
    urgency: worst ? severityRank[worst.severity] : 0,
    worstIssueId: worst?.id ?? null,
    openIssues: open.length,
  }
  tx.update(documents).set(summary).where(eq(documents.id, documentId)).run()
  const blocking = open.filter(issue => isBlocking(issue.severity)).length
  return { count: open.length, blocking, worst: summary.urgency }
}

function openRows(reader: Reader, documentId: DocumentId) {
  return reader
    .select({ id: issues.id, severity: issues.severity })
    .from(issues)
    .where(and(eq(issues.documentId, documentId), inArray(issues.state, [...unsettledStates])))
    .all()
}
